namespace Candour.Statistics;

/// <summary>Cases that came under observation on one day after their start and left it on another.</summary>
/// <param name="Entry">Day after the start on which observation began: 0 for a case followed from its start, else the age
/// at which it was found open. It is at risk from the next day.</param>
/// <param name="Exit">Day on which observation ended; after <paramref name="Entry"/>, unless that is 0.</param>
/// <param name="Events">Cases with the event on that day.</param>
/// <param name="Censored">Cases still open on that day.</param>
public readonly record struct EnteredCount(int Entry, int Exit, long Events, long Censored);

/// <summary>
/// The survival curve where an extract holds old cases only if they were still open at some date. Quick cases of that age
/// are missing from it, so a case counts as at risk only from its entry on (left truncation; Klein and Moeschberger,
/// Survival Analysis, 2nd ed. 2003, section 4.6): <code>S(t) = ∏ (1 − d/n),   n = cases with entry &lt; day ≤ exit</code>
/// Counting them from their start would make the process look slow.
/// </summary>
public abstract record DelayedEntry
{
    private DelayedEntry()
    {
    }

    /// <summary>The curve; a quantile or a share is asked of it as of any other.</summary>
    public sealed record Known(KaplanMeier Curve) : DelayedEntry;

    /// <summary>On this day no case was under observation although later ones were, so nobody knows what happened then.
    /// </summary>
    public sealed record Unobserved(int Day) : DelayedEntry;

    /// <summary>On this day all the few cases at risk ended while others had yet to enter: the formula would say that none
    /// is left ever after, which the others refute.</summary>
    public sealed record RanOut(int Day) : DelayedEntry;

    /// <summary>There is no case.</summary>
    public sealed record NoCases : DelayedEntry;

    /// <summary>The curve of <paramref name="cases"/>.</summary>
    /// <param name="cases">In any order.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">A day or a count is negative, or a case leaves before it was at risk.
    /// </exception>
    public static DelayedEntry Of(IEnumerable<EnteredCount> cases, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Arguments.RefuseUnlessPositive(z);
        var counted = new List<EnteredCount>();
        foreach (var count in cases)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count.Entry, nameof(cases));
            ArgumentOutOfRangeException.ThrowIfNegative(count.Events, nameof(cases));
            ArgumentOutOfRangeException.ThrowIfNegative(count.Censored, nameof(cases));
            ArgumentOutOfRangeException.ThrowIfLessThan(
                count.Exit, count.Entry == 0 ? 0 : count.Entry + 1, nameof(cases));
            if (count.Events + count.Censored > 0)
            {
                counted.Add(count);
            }
        }

        if (counted.Count == 0)
        {
            return new NoCases();
        }

        // The risk set changes only the day after an entry and the day after an exit.
        var lastDay = counted.Max(count => count.Exit);
        var lastEntry = counted.Max(count => count.Entry);
        foreach (var day in counted.SelectMany(count => new[] { 0, count.Exit, count.Exit + 1 }).Distinct().Order())
        {
            if (day < lastDay && AtRisk(day) == 0)
            {
                return new Unobserved(day);
            }
        }

        var days = counted.GroupBy(count => count.Exit).OrderBy(group => group.Key)
            .Select(group => (Day: group.Key, AtRisk: AtRisk(group.Key), Events: group.Sum(count => count.Events)))
            .ToList();
        return days.Find(day => day.Events == day.AtRisk && day.Day <= lastEntry) is { Events: > 0 } ranOut
            ? new RanOut(ranOut.Day)
            : new Known(KaplanMeier.Of(days, lastDay, z, SurvivalBand.LogLog, AtRisk));

        long AtRisk(int day) => counted.Where(count => (count.Entry < day || count.Entry == 0) && day <= count.Exit)
            .Sum(count => count.Events + count.Censored);
    }

    public T Match<T>(
        Func<Known, T> known, Func<Unobserved, T> unobserved, Func<RanOut, T> ranOut, Func<NoCases, T> noCases)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(unobserved);
        ArgumentNullException.ThrowIfNull(ranOut);
        ArgumentNullException.ThrowIfNull(noCases);
        return this switch
        {
            Known result => known(result),
            Unobserved result => unobserved(result),
            RanOut result => ranOut(result),
            NoCases result => noCases(result),
            _ => throw new InvalidOperationException("A curve is known, or cases are missing."),
        };
    }
}
