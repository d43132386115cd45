namespace Candour.Statistics;

/// <summary>
/// Durations in whole days, counted: all that a quantile or a survival curve needs, in a form without any case in it,
/// small enough to keep and exact to add up (teams to forces, forces to areas, months to years).
/// </summary>
public sealed class DayHistogram
{
    private DayHistogram(IReadOnlyList<DayCount> days)
    {
        Days = days;
        Events = days.Sum(d => d.Events);
        Cases = Events + days.Sum(d => d.Censored);
    }

    public static DayHistogram Empty { get; } = new([]);

    /// <summary>In order of day, each day once, none without a case.</summary>
    public IReadOnlyList<DayCount> Days { get; }

    /// <summary>All cases, with and without the event.</summary>
    public long Cases { get; }

    /// <summary>Cases with the event.</summary>
    public long Events { get; }

    /// <summary>Cases that were still open when their observation ended.</summary>
    public long Censored => Cases - Events;

    /// <summary>Takes counts in any order; counts of the same day are added.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day or a count is negative.</exception>
    /// <exception cref="OverflowException">There are more cases than a <see cref="long"/> holds.</exception>
    public static DayHistogram Of(IEnumerable<DayCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var byDay = new SortedDictionary<int, DayCount>();
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count.Day, nameof(counts));
            ArgumentOutOfRangeException.ThrowIfNegative(count.Events, nameof(counts));
            ArgumentOutOfRangeException.ThrowIfNegative(count.Censored, nameof(counts));
            if (count.Events == 0 && count.Censored == 0)
            {
                continue;
            }

            byDay[count.Day] = byDay.TryGetValue(count.Day, out var sameDay)
                ? new DayCount(count.Day, sameDay.Events + count.Events, sameDay.Censored + count.Censored)
                : count;
        }

        return byDay.Count == 0 ? Empty : new DayHistogram([.. byDay.Values]);
    }

    /// <summary>The histogram of all the cases of several; the order does not matter.</summary>
    public static DayHistogram Merge(params IEnumerable<DayHistogram> histograms)
    {
        ArgumentNullException.ThrowIfNull(histograms);
        return Of(histograms.SelectMany(histogram => histogram.Days));
    }
}
