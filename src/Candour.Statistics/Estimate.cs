namespace Candour.Statistics;

/// <summary>
/// A value with its interval, or why there is none. The private constructor closes the hierarchy, and
/// <see cref="Match{T}"/> makes every reader meet all cases.
/// </summary>
public abstract record Estimate
{
    private Estimate()
    {
    }

    /// <summary>There is a value.</summary>
    /// <param name="Value">Finite.</param>
    /// <param name="Interval">Of the value, in its unit.</param>
    public sealed record Known(double Value, Interval Interval) : Estimate;

    /// <summary>There are too few to say anything honest.</summary>
    /// <param name="Counted">How many there are.</param>
    /// <param name="Needed">How many there would have to be.</param>
    public sealed record TooFew(long Counted, long Needed) : Estimate;

    /// <summary>The question has no answer in these data, however many there are.</summary>
    public sealed record NotEstimable(Obstacle Because) : Estimate;

    public T Match<T>(Func<Known, T> known, Func<TooFew, T> tooFew, Func<NotEstimable, T> notEstimable)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(tooFew);
        ArgumentNullException.ThrowIfNull(notEstimable);
        return this switch
        {
            Known estimate => known(estimate),
            TooFew estimate => tooFew(estimate),
            NotEstimable estimate => notEstimable(estimate),
            _ => throw new InvalidOperationException("An estimate is known, of too few, or not estimable."),
        };
    }
}

/// <summary>What stands in the way of an estimate.</summary>
public enum Obstacle
{
    /// <summary>The denominator is 0: a share or a rate of nothing.</summary>
    EmptyBase,

    /// <summary>A stratum that counts in the result has nobody in it.</summary>
    EmptyStratum,

    /// <summary>Nothing was to be expected, so nothing can be compared with it.</summary>
    NothingExpected,

    /// <summary>A count that the formula divides by is 0.</summary>
    ZeroCell,

    /// <summary>All values agree, so they say nothing about their spread.</summary>
    NoSpread,
}
