using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Changes;

/// <summary>Whether a series changed around a day on which something was done.</summary>
/// <param name="Points">In time order, gaps included.</param>
/// <param name="From">Position of the first point that the action could have moved.</param>
/// <param name="Action">What was done, in words.</param>
/// <param name="Kind">How the values are written.</param>
/// <param name="Series">The two lines; or why there are none.</param>
public sealed record ActionReading(
    IReadOnlyList<TrendPoint> Points, int From, string Action, FigureKind Kind, InterruptedSeries Series)
{
    /// <summary>Reads a series around an action. A gap cannot be bridged: only the unbroken stretch around the action
    /// counts, and neither what is still settling nor what is set aside.</summary>
    public static ActionReading Of(IReadOnlyList<TrendPoint> points, int from, string action, FigureKind kind)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, points.Count);
        var before = points.Take(from).Reverse().TakeWhile(Counts).Reverse().Select(Value).ToArray();
        var after = points.Skip(from).TakeWhile(Counts).Select(Value).ToArray();
        return new ActionReading(points, from, action, kind, InterruptedSeries.Of(before, after));
    }

    public string Sentence => Series.Match(
        known => $"{Verdict(known.AtEnd)} The level moved by {Change(known.Level)} at once. Other things may have happened at the same "
            + "time, and an action that answers a bad month looks good by itself: this is no proof of its effect.",
        few => $"Not enough data to tell whether “{Action}” changed anything: {few.Before} points before it and {few.After} after it count, and "
            + $"{few.Needed} are needed on each side.",
        _ => $"Every point lies on a straight line, so nothing can be said of chance around “{Action}”.");

    /// <summary>The series with a line where the action was.</summary>
    public Chart Draw(string id, string headline, string subtitle, string unit) => new TrendChart(
        id, headline, subtitle, Kind, unit,
        [.. Points.Select((point, i) => i == From && i > 0 ? point with { BreakBefore = Action } : point)],
        Sentence).Draw();

    private string Verdict(SeriesChange change) => change.Verdict switch
    {
        ChangeVerdict.Higher => $"After “{Action}” the series is higher than its earlier line would have been, by {Change(change)} at the end.",
        ChangeVerdict.Lower => $"After “{Action}” the series is lower than its earlier line would have been, by {Change(change)} at the end.",
        _ => $"It cannot be told whether “{Action}” changed anything: {Change(change)} at the end.",
    };

    private string Change(SeriesChange change)
    {
        var kind = Kind == FigureKind.Share ? FigureKind.Difference : Kind;
        return $"{NumberText.Of(change.Value, kind)} ({NumberText.Interval(change.Interval.Lower, change.Interval.Upper, kind)})";
    }

    private static bool Counts(TrendPoint point) =>
        point.Figure is Figure.Known && !point.Hatched && point.GhostedBecause.Length == 0;

    private static double Value(TrendPoint point) => ((Figure.Known)point.Figure).Value;
}
