using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>
/// The middle and the limits of a control chart, as stairs because they may follow the size of each point; and the
/// breaks of the definition, over which nothing is joined.
/// </summary>
internal sealed class TrendLimits(
    TrendChart chart, Func<int, double> x, Scale scale, double pace, double top, double bottom)
{
    public void Draw(SvgWriter svg)
    {
        foreach (var stretch in Stretches())
        {
            var trial = chart.Points[stretch[0]].Control!.IsTrial ? ChartClass.TrialLimit : ChartClass.Limit;
            svg.Path(ChartClass.Centre, Stairs(stretch, control => control.Limits.Centre));
            svg.Path(trial, Stairs(stretch, control => chart.Shown(control.Limits.Lower)));
            svg.Path(trial, Stairs(stretch, control => chart.Shown(control.Limits.Upper)));
        }

        for (var i = 1; i < chart.Points.Count; i++)
        {
            if (chart.Points[i].BreakBefore.Length > 0)
            {
                svg.Line(ChartClass.Break, x(i) - (pace / 2), top, x(i) - (pace / 2), bottom);
            }
        }

        foreach (var i in Enumerable.Range(0, chart.Points.Count).Where(i => chart.Points[i].Known.Length > 0))
        {
            svg.Line(ChartClass.Known, x(i), top, x(i), bottom);
            Flag(svg, x(i), top);
        }
    }

    /// <summary>What of these the drawing shows.</summary>
    public static void AddTo(ChartKey key, TrendChart chart)
    {
        var trial = chart.Points.Any(point => point.Control is { IsTrial: true });
        key.Add(chart.HasLimits, "Middle", (svg, x, y) => svg.Line(ChartClass.Centre, x - 9, y, x + 9, y));
        key.Add(
            chart.HasLimits,
            trial ? "Trial limits" : "Limits",
            (svg, x, y) => svg.Line(trial ? ChartClass.TrialLimit : ChartClass.Limit, x - 9, y, x + 9, y));
        key.Add(
            chart.Points.Any(point => point.Control is { StandsOut: true } && point.Figure is Figure.Known),
            "Stands out",
            (svg, x, y) => svg.Diamond(ChartClass.SignalMark, x, y, 6.5));
        key.Add(
            chart.Points.Any(point => point.GhostedBecause.Length > 0 && point.Figure is Figure.Known),
            "Set aside",
            (svg, x, y) => svg.Rectangle(ChartClass.GhostMark, x - 4, y - 4, 8, 8));
        key.Add(
            chart.Points.Any(point => point.BreakBefore.Length > 0),
            "Definition changed",
            (svg, x, y) => svg.Line(ChartClass.Break, x, y - 9, x, y + 9));
        key.Add(
            chart.Points.Any(point => point.Known.Length > 0),
            "Known to have happened",
            (svg, x, y) =>
            {
                svg.Line(ChartClass.Known, x, y - 9, x, y + 9);
                Flag(svg, x, y - 9);
            });
    }

    /// <summary>A pennant at the top of its line, so that the line is told from a break by its shape.</summary>
    private static void Flag(SvgWriter svg, double x, double y) => svg.Path(ChartClass.KnownFlag, [(x, y), (x + 9, y + 4), (x, y + 8)], closed: true);

    /// <summary>Neighbours that have limits and one definition.</summary>
    private List<List<int>> Stretches()
    {
        var stretches = new List<List<int>>();
        for (var i = 0; i < chart.Points.Count; i++)
        {
            if (chart.Points[i].Control is null)
            {
                continue;
            }

            if (i == 0 || chart.Points[i - 1].Control is null || chart.Points[i].BreakBefore.Length > 0)
            {
                stretches.Add([]);
            }

            stretches[^1].Add(i);
        }

        return stretches;
    }

    private IEnumerable<(double X, double Y)> Stairs(List<int> stretch, Func<ControlMark, double> line) =>
        stretch.SelectMany(i =>
        {
            var y = scale.At(line(chart.Points[i].Control!));
            return new[] { (x(i) - (pace / 2), y), (x(i) + (pace / 2), y) };
        });
}
