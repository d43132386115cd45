using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.OpenCases;

/// <summary>Two waits compared.</summary>
public enum BacklogVerdict
{
    /// <summary>One of the two has no number to compare.</summary>
    CannotTell,

    /// <summary>Both numbers go the same way, or do not move.</summary>
    Agree,

    /// <summary>The closed cases look quicker while all cases wait longer: the open ones pile up.</summary>
    ClosedCasesMislead,
}

/// <summary>
/// A wait at two times. A growing backlog makes the median of the closed cases fall, because the slow ones are still open;
/// this reading says so.
/// </summary>
/// <param name="Before">At the earlier time.</param>
/// <param name="After">At the later time.</param>
/// <param name="Verdict">Whether the closed cases mislead.</param>
/// <param name="Chance">The p-value that the two curves are one; 1 where it cannot be told.</param>
public sealed record BacklogReading(WaitReading Before, WaitReading After, BacklogVerdict Verdict, double Chance)
{
    /// <summary>Compares two sets of durations.</summary>
    public static BacklogReading Of(DayHistogram before, DayHistogram after, double level = 0.5)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (one, other) = (WaitReading.Of(before, level), WaitReading.Of(after, level));
        return new BacklogReading(one, other, Judge(one, other), LogRank.Of([before, after]).Match(known => known.Test.P, _ => 1));
    }

    public string Sentence => Verdict switch
    {
        BacklogVerdict.CannotTell =>
            $"Whether the wait changed cannot be told: {(Before.Estimate is Figure.Known ? After : Before).Estimate.Reason}",
        BacklogVerdict.ClosedCasesMislead =>
            $"The closed cases alone look quicker ({Closed(Before)} before, {Closed(After)} after), but all cases together "
            + $"wait longer ({All(Before)} before, {All(After)} after). The slow cases are still open: "
            + $"{NumberText.Count(Before.Open)} of {NumberText.Count(Before.Cases)} before, "
            + $"{NumberText.Count(After.Open)} of {NumberText.Count(After.Cases)} after. {ByChance}",
        _ => $"All cases together wait {All(Before)} before and {All(After)} after; the closed cases alone go the same way "
            + $"({Closed(Before)}, {Closed(After)}). {ByChance}",
    };

    private string ByChance => Chance <= 0.05
        ? "Chance alone would seldom set the two apart so far; it does not say why."
        : "Chance is enough to explain the difference.";

    private static BacklogVerdict Judge(WaitReading before, WaitReading after) =>
        (before.Estimate, after.Estimate, before.ClosedOnly, after.ClosedOnly) switch
        {
            (Figure.Known one, Figure.Known other, Figure.Known closed, Figure.Known closedAfter) =>
                closedAfter.Value < closed.Value && other.Value > one.Value
                    ? BacklogVerdict.ClosedCasesMislead : BacklogVerdict.Agree,

            // Not reached is longer than anything that was.
            (Figure.Known, Figure.NotReached, Figure.Known closed, Figure.Known closedAfter)
                when closedAfter.Value < closed.Value => BacklogVerdict.ClosedCasesMislead,
            _ => BacklogVerdict.CannotTell,
        };

    private static string All(WaitReading wait) => wait.Estimate is Figure.Known known
        ? NumberText.Of(known.Value, FigureKind.Days)
        : $"longer than anybody was watched, {NumberText.Of(wait.LastDay, FigureKind.Days)}";

    private static string Closed(WaitReading wait) => FigureText.Of(wait.ClosedOnly, FigureKind.Days).Value;
}
