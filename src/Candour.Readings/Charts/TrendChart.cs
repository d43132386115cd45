using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>
/// How a figure moved, period by period. The line breaks where there is no number: a line across a gap would claim
/// what nobody knows.
/// </summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message.</param>
/// <param name="Subtitle">What is measured, for whom, over which periods.</param>
/// <param name="Kind">Count, share or days.</param>
/// <param name="Unit">Said on the axis and over the table's column: "Share of outcomes (%)".</param>
/// <param name="Points">At least one, in time order, gaps included. Where they have limits it is a control chart, and the
/// limits stand in place of the interval band.</param>
/// <param name="Said">The sentence of whoever judged the points; empty for the plain one.</param>
public sealed record TrendChart(
    string Id,
    string Headline,
    string Subtitle,
    FigureKind Kind,
    string Unit,
    IReadOnlyList<TrendPoint> Points,
    string Said = "")
{
    public const string ShortFollowUp = "follow-up still short";

    public Chart Draw()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Points.Count);
        var sentence = Said.Length > 0 ? Said : TrendSentence.Of(this);
        return new Chart(
            Id,
            Headline,
            Subtitle,
            TrendDrawing.Draw(this, ChartSize.Wide, sentence),
            TrendDrawing.Draw(this, ChartSize.Narrow, sentence),
            sentence,
            Table());
    }

    /// <summary>Whether any point has limits.</summary>
    internal bool HasLimits { get; } = Points.Any(point => point.Control is not null);

    private bool GoesBelowZero { get; } = Points.Any(point => point.Figure is Figure.Known { Value: < 0 });

    private ChartTable Table() => FigureTable.Of(
        $"{Subtitle}: {Unit}",
        "Period",
        Unit,
        [.. Points.Select(point => (point.LongLabel, point.Text(Kind), Note(point)))],
        [
            new("Middle (limits)", row => Points[row].Control is { } control
                ? $"{NumberText.Of(control.Limits.Centre, Kind)} ({NumberText.Interval(Shown(control.Limits.Lower), Shown(control.Limits.Upper), Kind)})" : ""),
        ]);

    internal double Shown(double limit) => LimitCut.Of(limit, Kind, GoesBelowZero);

    private static string Note(TrendPoint point) => string.Join(
        "; ",
        new[]
        {
            point.BreakBefore.Length > 0 ? $"before it: {point.BreakBefore}" : "",
            point.Known.Length > 0 ? $"known: {point.Known}" : "",
            point.Hatched ? ShortFollowUp : "",
            point.GhostedBecause.Length > 0 ? $"set aside: {point.GhostedBecause}" : "",
            point.Control is { StandsOut: true } control ? CauseText.Of(control.Cause) : "",
            point.Beside,
        }.Where(text => text.Length > 0));
}
