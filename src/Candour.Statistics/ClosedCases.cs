namespace Candour.Statistics;

/// <summary>
/// Plain quantiles over the cases that have ended. Shown only beside <see cref="KaplanMeier"/> and under its own name:
/// it leaves out the open cases, which are the slow ones, so a growing backlog looks like an improvement.
/// </summary>
public static class ClosedCases
{
    /// <summary>Type 7 of Hyndman and Fan ("Sample quantiles in statistical packages", The American Statistician 50,
    /// 1996, 361-365), the default of R and spreadsheets: with the m events in order, position 1 + (m − 1)p,
    /// interpolated between neighbours.</summary>
    /// <param name="durations">At least one event; censored cases are ignored.</param>
    /// <param name="p">From 0 (shortest) to 1 (longest).</param>
    /// <returns>Days.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no event, or <paramref name="p"/> is out of range.
    /// </exception>
    public static double Quantile(DayHistogram durations, double p)
    {
        ArgumentNullException.ThrowIfNull(durations);
        ArgumentOutOfRangeException.ThrowIfZero(durations.Events, nameof(durations));
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile lies from 0 to 1.");
        }

        var position = (durations.Events - 1) * p;
        var below = (long)Math.Floor(position);
        var lower = DayAt(durations, below + 1);
        var upper = DayAt(durations, Math.Min(below + 2, durations.Events));
        return lower + ((position - below) * (upper - lower));
    }

    /// <summary>The median in days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no event.</exception>
    public static double Median(DayHistogram durations) => Quantile(durations, 0.5);

    /// <summary>The 95 % interval of the median, between two of the durations themselves; see
    /// <see cref="MedianRanks"/>. Null with fewer than 6 events, where none exists.</summary>
    public static Interval? MedianInterval(DayHistogram durations)
    {
        ArgumentNullException.ThrowIfNull(durations);
        return MedianRanks.Of(durations.Events) is { } ranks
            ? new Interval(DayAt(durations, ranks.Lower), DayAt(durations, ranks.Upper))
            : null;
    }

    /// <summary>The duration with this rank among the events, 1 being the shortest.</summary>
    private static int DayAt(DayHistogram durations, long rank)
    {
        long counted = 0;
        foreach (var day in durations.Days)
        {
            counted += day.Events;
            if (counted >= rank)
            {
                return day.Day;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(rank), rank, "There are not so many events.");
    }
}
