using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>One bar: a stage that cases reach, or a cause that they have.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Count">How many reached it.</param>
/// <param name="Share">What part of the one it is compared with, with its interval.</param>
/// <param name="Whole">What part of the first, or of all up to here; may have no number.</param>
public sealed record Bar(string Label, long Count, Figure Share, Figure Whole);

/// <summary>
/// How many are left stage by stage, or how many have each cause: bars from zero, in the order given. The whole length of
/// the first bar is drawn behind each later one of an attrition, so that what was lost is seen as well as what is left.
/// </summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message.</param>
/// <param name="Subtitle">What is counted, for whom, over which period.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="RowHeading">What a bar is.</param>
/// <param name="ShareHeading">What the share is of: "Of the stage before".</param>
/// <param name="WholeHeading">What the other share is of: "Of all at the start".</param>
/// <param name="Bars">At least one.</param>
/// <param name="ShowsLost">Whether each bar has the one before it behind it.</param>
/// <param name="Sentence">What the bars say together.</param>
public sealed record BarChart(
    string Id,
    string Headline,
    string Subtitle,
    string Unit,
    string RowHeading,
    string ShareHeading,
    string WholeHeading,
    IReadOnlyList<Bar> Bars,
    bool ShowsLost,
    string Sentence)
{
    public Chart Draw()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Bars.Count);
        return new Chart(
            Id, Headline, Subtitle, Draw(ChartSize.Wide), Draw(ChartSize.Narrow), Sentence,
            TableOf.Columns(
                $"{Subtitle}: {Unit}",
                [.. Bars.Select(bar => bar.Label)],
                RowHeading,
                new(Unit, row => NumberText.Count(Bars[row].Count)),
                new(ShareHeading, row => Text(Bars[row].Share).Value),
                new("95% interval", row => Text(Bars[row].Share).Interval),
                new(WholeHeading, row => Bars[row].Whole is Figure.Known ? Text(Bars[row].Whole).Value : "")));
    }

    private static FigureText Text(Figure figure) => FigureText.Of(figure, FigureKind.Share);

    private SvgDocument Draw(ChartSize size)
    {
        var key = new ChartKey(size);
        key.Add(ShowsLost, "Reached", (svg, x, y) => svg.Rectangle(ChartClass.Bar, x - 9, y - 6, 18, 12));
        key.Add(ShowsLost, "Did not reach", (svg, x, y) => svg.Rectangle(ChartClass.BarRest, x - 9, y - 6, 18, 12));
        var frame = new RowFrame(
            size, Unit, FigureKind.Count, [.. Bars.Select(bar => new FramedRow(bar.Label, NumberText.Count(bar.Count), false))],
            Bars.Select(bar => (double)bar.Count), key.Height);
        var svg = new SvgWriter(
            $"{Id}-{size.Name}", size.Classes, size.Width, frame.Height, Headline, $"{Subtitle}. {Sentence}");
        key.DrawAt(svg, size.Font + 8);
        frame.DrawScale(svg);
        for (var i = 0; i < Bars.Count; i++)
        {
            frame.DrawNames(svg, i);
            var (zero, end, y) = (frame.Scale.At(0), frame.Scale.At(Bars[i].Count), frame.Y(i));
            if (ShowsLost && i > 0 && Bars[i - 1].Count > Bars[i].Count)
            {
                svg.Rectangle(ChartClass.BarRest, end, y - 6, frame.Scale.At(Bars[i - 1].Count) - end, 12);
            }

            svg.Rectangle(ChartClass.Bar, zero, y - 6, Math.Max(end - zero, 0), 12);
        }

        return svg.Finish();
    }
}
