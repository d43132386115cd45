using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.OpenCases;

/// <summary>
/// How long cases take when some are still open. The estimate counts the open ones as still waiting; the median of the
/// closed ones stands beside it under its own name, because it leaves out the slow cases and so falls while a backlog
/// grows.
/// </summary>
/// <param name="Cases">All cases.</param>
/// <param name="Closed">Those with an end.</param>
/// <param name="Level">0.5 for the median.</param>
/// <param name="Estimate">Days, open cases counted as open; or why there is no number.</param>
/// <param name="ClosedOnly">The same level of the closed cases alone; or why there is no number.</param>
/// <param name="DecidedBy">By each day, the share with an end; or that nobody was watched so long.</param>
/// <param name="Curve">The share with an end by each day; empty without a case.</param>
/// <param name="LastDay">To which any case was watched.</param>
public sealed record WaitReading(
    long Cases,
    long Closed,
    double Level,
    Figure Estimate,
    Figure ClosedOnly,
    IReadOnlyList<(int Day, Figure Share)> DecidedBy,
    IReadOnlyList<SurvivalStep> Curve,
    int LastDay)
{
    /// <summary>The days by which a share is always said.</summary>
    public static IReadOnlyList<int> Days { get; } = [90, 180, 365];

    public long Open => Cases - Closed;

    public string Sentence => WaitSentence.Of(this);

    /// <summary>Reads durations.</summary>
    /// <param name="durations">Counted by day; may be empty.</param>
    /// <param name="level">From above 0 to below 1; 0.5 for the median.</param>
    public static WaitReading Of(DayHistogram durations, double level = 0.5)
    {
        ArgumentNullException.ThrowIfNull(durations);
        if (durations.Cases == 0)
        {
            var none = new Figure.NotApplicable("There are no cases here to wait for.");
            return new WaitReading(0, 0, level, none, none, [.. Days.Select(day => (day, (Figure)none))], [], 0);
        }

        var curve = KaplanMeier.Of(durations);
        return new WaitReading(
            durations.Cases, durations.Events, level, Reached(curve, level), ClosedFigure(durations, level),
            [.. Days.Select(day => (day, By(curve, day)))], curve.Steps, curve.LastDay);
    }

    private static Figure Reached(KaplanMeier curve, double level) => curve.Quantile(level).Match<Figure>(
        reached => new Figure.Known(reached.Days, reached.Interval.Lower, reached.Interval.Upper),
        not => new Figure.NotReached(
            $"{NumberText.Share(not.ShareWithEvent)} have an end so far; the level is {NumberText.Share(level)}."));

    private static Figure ClosedFigure(DayHistogram durations, double level)
    {
        if (durations.Events == 0)
        {
            return new Figure.NotApplicable("No case is closed yet.");
        }

        var value = ClosedCases.Quantile(durations, level);
        var interval = level == 0.5 ? ClosedCases.MedianInterval(durations) : null;
        return new Figure.Known(value, interval?.Lower ?? value, interval?.Upper ?? value);
    }

    private static Figure By(KaplanMeier curve, int day) => curve.ShareDecidedBy(day).Match<Figure>(
        known => new Figure.Known(known.Share, known.Interval.Lower, known.Interval.Upper),
        not => new Figure.NotReached($"No case was watched longer than {NumberText.Of(not.LastDay, FigureKind.Days)}."));
}
