namespace Candour.Readings.Charts;

/// <summary>One step of a curve: it holds from this day on.</summary>
public readonly record struct CurveStep(int Day, double Share, double Lower, double Upper);

/// <summary>A curve that moves in steps.</summary>
/// <param name="Name">Written beside its end.</param>
/// <param name="Steps">In order of day, the first at 0.</param>
/// <param name="LastDay">To which it is drawn.</param>
public sealed record StepCurve(string Name, IReadOnlyList<CurveStep> Steps, int LastDay);

/// <summary>A row of the table beside curves.</summary>
/// <param name="Label">"By day 90".</param>
/// <param name="Cells">One for each curve.</param>
public sealed record StepRow(string Label, IReadOnlyList<FigureText> Cells);

/// <summary>
/// What share has happened by each day, open cases counted as open. Up to four curves, told apart by their dashes and
/// their names; one curve has its interval as a band.
/// </summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message.</param>
/// <param name="Subtitle">What is measured, for whom, over which period.</param>
/// <param name="Unit">Said on the upright axis.</param>
/// <param name="Curves">One to four.</param>
/// <param name="Rows">Of the table; the drawn lines' days are among them.</param>
/// <param name="MarkedDays">Days with an upright line: 90, 180, 365.</param>
/// <param name="Sentence">What the curves say.</param>
public sealed record StepChart(
    string Id,
    string Headline,
    string Subtitle,
    string Unit,
    IReadOnlyList<StepCurve> Curves,
    IReadOnlyList<StepRow> Rows,
    IReadOnlyList<int> MarkedDays,
    string Sentence)
{
    private static readonly string[] Patterns =
        [ChartClass.Line, ChartClass.OtherLine, ChartClass.ThirdLine, ChartClass.FourthLine];

    public Chart Draw()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Curves.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Curves.Count, Patterns.Length);
        var columns = Curves.SelectMany((curve, index) => new FurtherColumn[]
        {
            new(Curves.Count == 1 ? "Figure" : curve.Name, row => Rows[row].Cells[index].Value),
            new("95% interval", row => Rows[row].Cells[index].Interval),
        }).ToArray();
        return new Chart(
            Id, Headline, Subtitle, Draw(ChartSize.Wide), Draw(ChartSize.Narrow), Sentence,
            TableOf.Columns(
                $"{Subtitle}: {Unit}",
                [.. Rows.Select(row => row.Label)],
                "When",
                [.. columns, new("Note", row => string.Join("; ", Rows[row].Cells.Select(cell => cell.Reason).Where(reason => reason.Length > 0).Distinct()), false)]));
    }

    private SvgDocument Draw(ChartSize size)
    {
        var key = new ChartKey(size);
        for (var i = 0; i < Curves.Count; i++)
        {
            var pattern = Patterns[i];
            key.Add(true, Curves[i].Name, (svg, x, y) => svg.Line(pattern, x - 10, y, x + 10, y));
        }

        key.Add(Curves.Count == 1, "95% interval", (svg, x, y) => svg.Rectangle(ChartClass.Band, x - 9, y - 6, 18, 12));
        var frame = new PlotFrame(
            size, key, ("Days since the start", FigureKind.Count, Curves.Select(curve => (double)curve.LastDay)),
            (Unit, FigureKind.Share, [1.0]));
        var svg = new SvgWriter(
            $"{Id}-{size.Name}", size.Classes, size.Width, frame.Height, Headline, $"{Subtitle}. {Sentence}");
        frame.Draw(svg);
        foreach (var day in MarkedDays.Where(day => day <= frame.X.Last))
        {
            svg.Line(ChartClass.Grid, frame.X.At(day), frame.Top, frame.X.At(day), frame.Bottom);
        }

        for (var i = 0; i < Curves.Count; i++)
        {
            var (steps, last) = (Seen(frame, Curves[i]), Curves[i].LastDay);
            if (Curves.Count == 1)
            {
                svg.Path(
                    ChartClass.Band,
                    Stairs(frame, steps, last, step => step.Upper)
                        .Concat(Stairs(frame, steps, last, step => step.Lower).Reverse()),
                    closed: true);
            }

            svg.Path(Patterns[i], Stairs(frame, steps, last, step => step.Share));
        }

        return svg.Finish();
    }

    /// <summary>Steps nearer than half a pixel to the one before are not drawn by themselves; the table has the numbers.
    /// </summary>
    private static List<CurveStep> Seen(PlotFrame frame, StepCurve curve)
    {
        var seen = new List<CurveStep>();
        foreach (var step in curve.Steps)
        {
            if (seen.Count > 1 && frame.X.At(step.Day) - frame.X.At(seen[^2].Day) < 0.5)
            {
                seen[^1] = step;
            }
            else
            {
                seen.Add(step);
            }
        }

        return seen;
    }

    private static IEnumerable<(double X, double Y)> Stairs(
        PlotFrame frame, List<CurveStep> steps, int lastDay, Func<CurveStep, double> line) =>
        steps.SelectMany((step, i) => new[]
        {
            (frame.X.At(step.Day), frame.Y.At(line(step))),
            (frame.X.At(i + 1 < steps.Count ? steps[i + 1].Day : lastDay), frame.Y.At(line(step))),
        });
}
