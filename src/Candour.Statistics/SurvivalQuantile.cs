namespace Candour.Statistics;

/// <summary>
/// After how many days a given share of the cases has had the event; or that too many are still open to say.
/// The private constructor closes the hierarchy, and <see cref="Match{T}"/> makes every reader meet both cases.
/// </summary>
public abstract record SurvivalQuantile
{
    private SurvivalQuantile()
    {
    }

    /// <summary>The curve has come down to the level.</summary>
    /// <param name="Days">Whole days, or half days where the curve lies exactly on the level for a while.</param>
    /// <param name="Interval">Days at which the two sides of the band reach the level; the upper end is positive
    /// infinity when the upper side never does.</param>
    public sealed record Reached(double Days, Interval Interval) : SurvivalQuantile;

    /// <summary>The curve ends above the level: too many cases are still open.</summary>
    /// <param name="ShareWithEvent">The share the curve does reach, from 0 to 1.</param>
    /// <param name="AtLeast">Days at which the lower side of the band reaches the level: the quantile is hardly
    /// earlier. Positive infinity when not even that side does.</param>
    public sealed record NotReached(double ShareWithEvent, double AtLeast) : SurvivalQuantile;

    public T Match<T>(Func<Reached, T> reached, Func<NotReached, T> notReached)
    {
        ArgumentNullException.ThrowIfNull(reached);
        ArgumentNullException.ThrowIfNull(notReached);
        return this switch
        {
            Reached quantile => reached(quantile),
            NotReached quantile => notReached(quantile),
            _ => throw new InvalidOperationException("A quantile is reached or not reached."),
        };
    }
}
