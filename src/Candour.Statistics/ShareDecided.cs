namespace Candour.Statistics;

/// <summary>
/// The share of cases with the event by a given day; or that nobody was observed so long.
/// The private constructor closes the hierarchy, and <see cref="Match{T}"/> makes every reader meet both cases.
/// </summary>
public abstract record ShareDecided
{
    private ShareDecided()
    {
    }

    /// <summary>The share, from 0 to 1, and its interval.</summary>
    public sealed record Known(double Share, Interval Interval) : ShareDecided;

    /// <summary>The day lies after the last day of observation, and cases were still open on that day. The curve is
    /// not carried on beyond it: that would say that nothing happened afterwards.</summary>
    /// <param name="LastDay">The last day for which the share is known.</param>
    public sealed record NotObserved(int LastDay) : ShareDecided;

    public T Match<T>(Func<Known, T> known, Func<NotObserved, T> notObserved)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(notObserved);
        return this switch
        {
            Known share => known(share),
            NotObserved share => notObserved(share),
            _ => throw new InvalidOperationException("A share is known or not observed."),
        };
    }
}
