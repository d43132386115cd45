namespace Candour.Statistics;

/// <summary>An issue that was closed, and when it was found again.</summary>
/// <param name="Closed">The month in which it was closed, on any count of months.</param>
/// <param name="FoundAgain">The months in which it was found, on the same count, in any order. Those up to the month of
/// closing say nothing about what came after and are passed over.</param>
public sealed record ClosedIssue(int Closed, IReadOnlyList<int> FoundAgain);

/// <summary>
/// Whether what was mended stays mended: the share of closed issues that were found again within so many months. Only
/// issues that could be watched for all these months count; those closed later are named, because they can so far only
/// have come back, or not yet.
/// </summary>
public abstract record Recurrence
{
    private Recurrence()
    {
    }

    /// <summary>Issues could be watched.</summary>
    /// <param name="Again">Those found again, of those watched for all the months.</param>
    /// <param name="Share">With Wilson's interval.</param>
    /// <param name="NotYet">Closed so recently that they are not counted.</param>
    /// <param name="NotYetButAgain">Of those, found again already.</param>
    public sealed record Known(ShareCount Again, Estimate.Known Share, long NotYet, long NotYetButAgain) : Recurrence;

    /// <summary>No issue could be watched for all the months.</summary>
    /// <param name="NotYet">Closed so recently that they are not counted.</param>
    /// <param name="NotYetButAgain">Of those, found again already.</param>
    public sealed record NothingWatched(long NotYet, long NotYetButAgain) : Recurrence;

    /// <summary>The recurrence of <paramref name="issues"/>.</summary>
    /// <param name="issues">In any order.</param>
    /// <param name="months">Within how many months after the month of closing; at least 1.</param>
    /// <param name="lastMonth">The last month that was looked at, on the same count.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or an issue was closed or found
    /// after the last month.</exception>
    public static Recurrence Of(
        IReadOnlyCollection<ClosedIssue> issues, int months, int lastMonth, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        Arguments.RefuseUnlessPositive(z);
        var (watched, again, notYet, notYetButAgain) = (0L, 0L, 0L, 0L);
        foreach (var issue in issues)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(issue.Closed, lastMonth, nameof(issues));
            foreach (var month in issue.FoundAgain)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThan(month, lastMonth, nameof(issues));
            }

            var end = (long)issue.Closed + months;
            var found = issue.FoundAgain.Any(month => month > issue.Closed && month <= end) ? 1 : 0;
            if (end <= lastMonth)
            {
                (watched, again) = (watched + 1, again + found);
            }
            else
            {
                (notYet, notYetButAgain) = (notYet + 1, notYetButAgain + found);
            }
        }

        return watched == 0
            ? new NothingWatched(notYet, notYetButAgain)
            : new Known(
                new ShareCount(again, watched),
                new Estimate.Known((double)again / watched, Wilson.Interval(again, watched, z)),
                notYet, notYetButAgain);
    }

    public T Match<T>(Func<Known, T> known, Func<NothingWatched, T> nothingWatched)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(nothingWatched);
        return this switch
        {
            Known recurrence => known(recurrence),
            NothingWatched none => nothingWatched(none),
            _ => throw new InvalidOperationException("Recurrence is known, or nothing was watched."),
        };
    }
}
