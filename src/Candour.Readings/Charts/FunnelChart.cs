using Candour.Statistics;

namespace Candour.Readings.Charts;

/// <summary>One area in a funnel.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Count">Its share as counted; without cases it is in the table only.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="Emphasised">The area the reader came for.</param>
/// <param name="Note">For the table: the places that its data allow.</param>
public sealed record FunnelPoint(string Label, ShareCount Count, FunnelPlace Place, bool Emphasised, string Note);

/// <summary>
/// Areas by their number of cases, with the limits that chance (and, where it was found, the variance between areas)
/// reaches from the share of all. A small area strays further; that is no finding.
/// </summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message.</param>
/// <param name="Subtitle">What is measured, over which period.</param>
/// <param name="Unit">Said on the upright axis.</param>
/// <param name="CasesTitle">Said on the level axis: "Outcomes".</param>
/// <param name="RowHeading">What an area is.</param>
/// <param name="Target">The share of all.</param>
/// <param name="Limits">The 95 % and the 99.8 % limits of a share of so many cases.</param>
/// <param name="Points">At least one, in the order given.</param>
/// <param name="Sentence">What the funnel says; it names no area.</param>
public sealed record FunnelChart(
    string Id,
    string Headline,
    string Subtitle,
    string Unit,
    string CasesTitle,
    string RowHeading,
    double Target,
    Func<double, (Interval Usual, Interval Wide)> Limits,
    IReadOnlyList<FunnelPoint> Points,
    string Sentence)
{
    private const int Steps = 60;

    public Chart Draw()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Points.Count);
        return new Chart(
            Id, Headline, Subtitle, Draw(ChartSize.Wide), Draw(ChartSize.Narrow), Sentence,
            TableOf.Columns(
                $"{Subtitle}: {Unit}",
                [.. Points.Select(point => point.Label), "All areas together"],
                RowHeading,
                new(Unit, row => row == Points.Count ? NumberText.Share(Target) : Share(Points[row])),
                new("Calculated from", row => row == Points.Count ? "" : $"{NumberText.Count(Points[row].Count.Numerator)} of {NumberText.Count(Points[row].Count.Denominator)}"),
                new("In the funnel", row => row == Points.Count ? "" : Words(Points[row].Place), false),
                new("Places its data allow", row => row == Points.Count ? "" : Points[row].Note, false)));
    }

    /// <summary>Where an area lies, in words.</summary>
    public static string Words(FunnelPlace place) => place switch
    {
        FunnelPlace.NotPlaced => "no cases",
        FunnelPlace.FarBelow => "below the outer limit",
        FunnelPlace.Below => "below the inner limit",
        FunnelPlace.Inside => "inside",
        FunnelPlace.Above => "above the inner limit",
        FunnelPlace.FarAbove => "above the outer limit",
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    private static string Share(FunnelPoint point) =>
        point.Count.Denominator == 0 ? "[n/a]" : NumberText.Share(Value(point));

    private static double Value(FunnelPoint point) => (double)point.Count.Numerator / point.Count.Denominator;

    private SvgDocument Draw(ChartSize size)
    {
        var placed = Points.Where(point => point.Count.Denominator > 0).ToArray();
        var key = new ChartKey(size);
        key.Add(true, "Inside", (svg, x, y) => svg.Circle(ChartClass.Mark, x, y, 3.5));
        key.Add(
            placed.Any(point => point.Place is not FunnelPlace.Inside), "Outside a limit",
            (svg, x, y) => svg.Triangle(ChartClass.SignalMark, x, y, 6, up: true));
        key.Add(true, "All areas together", (svg, x, y) => svg.Line(ChartClass.Reference, x - 9, y, x + 9, y));
        key.Add(true, "95% limits", (svg, x, y) => svg.Line(ChartClass.Limit, x - 9, y, x + 9, y));
        key.Add(true, "99.8% limits", (svg, x, y) => svg.Line(ChartClass.OuterLimit, x - 9, y, x + 9, y));
        var most = placed.Select(point => (double)point.Count.Denominator).Append(1).Max();
        var frame = new PlotFrame(
            size, key, (CasesTitle, FigureKind.Count, [most]),
            (Unit, FigureKind.Share, placed.Select(Value).Append(Target).Append(Limits(Math.Max(most / 8, 1)).Wide.Upper)));
        var svg = new SvgWriter(
            $"{Id}-{size.Name}", size.Classes, size.Width, frame.Height, Headline, $"{Subtitle}. {Sentence}");
        frame.Draw(svg);
        DrawLimits(svg, frame);
        foreach (var point in placed.OrderBy(point => point.Emphasised))
        {
            DrawPoint(svg, frame, size, point);
        }

        return svg.Finish();
    }

    private void DrawLimits(SvgWriter svg, PlotFrame frame)
    {
        var cases = Enumerable.Range(0, Steps + 1)
            .Select(step => Math.Max(frame.X.Last * Math.Pow((double)step / Steps, 2), 1)).Distinct().ToArray();
        var limits = cases.Select(n => (X: frame.X.At(n), At: Limits(n))).ToArray();
        foreach (var (classes, line) in new (string, Func<(Interval Usual, Interval Wide), double>)[]
        {
            (ChartClass.Limit, at => at.Usual.Lower), (ChartClass.Limit, at => at.Usual.Upper),
            (ChartClass.OuterLimit, at => at.Wide.Lower), (ChartClass.OuterLimit, at => at.Wide.Upper),
        })
        {
            // Beyond the scale there is nothing to see: the line begins where it comes in.
            var seen = limits.Where(limit => line(limit.At) <= frame.Y.Last).ToArray();
            if (seen.Length > 1)
            {
                svg.Path(classes, seen.Select(limit => (limit.X, frame.Y.At(line(limit.At)))));
            }
        }

        svg.Line(ChartClass.Reference, frame.Left, frame.Y.At(Target), frame.End, frame.Y.At(Target));
    }

    private static void DrawPoint(SvgWriter svg, PlotFrame frame, ChartSize size, FunnelPoint point)
    {
        var (x, y) = (frame.X.At(point.Count.Denominator), frame.Y.At(Value(point)));
        var reach = point.Emphasised ? 8.0 : 6;
        if (point.Place == FunnelPlace.Inside)
        {
            svg.Circle(ChartClass.Mark, x, y, reach - 2);
        }
        else
        {
            svg.Triangle(ChartClass.SignalMark, x, y, reach, point.Place is FunnelPlace.Above or FunnelPlace.FarAbove);
        }

        if (point.Emphasised)
        {
            var half = size.WidthOf(point.Label) / 2;
            var above = y - 12 > frame.Top + size.Font;
            svg.Text(
                ChartClass.Strong, Math.Clamp(x, Math.Min(half, size.Width / 2), Math.Max(size.Width - half, size.Width / 2)),
                above ? y - 12 : y + size.Font + 10, Anchor.Middle, size.Font, point.Label);
        }
    }
}
