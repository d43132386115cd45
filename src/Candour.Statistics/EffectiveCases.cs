namespace Candour.Statistics;

/// <summary>
/// How many cases a weighted sample is worth (Kish, Survey Sampling, 1965, 258-259 and 424-430): unequal weights cost
/// precision,
/// <code>n* = (∑ w)²/∑ w²,   design effect = n/n* = n ∑ w²/(∑ w)²</code>
/// </summary>
/// <param name="Cases">Those with a weight above 0.</param>
/// <param name="Effective">From 1 to <paramref name="Cases"/>; 0 when there is none.</param>
public readonly record struct EffectiveCases(long Cases, double Effective)
{
    /// <summary>By how much the variance grows because weights differ; 1 when they do not, or when there is no case.
    /// </summary>
    public double DesignEffect => Cases == 0 ? 1 : Cases / Effective;

    /// <summary>The cases of these weights.</summary>
    /// <param name="weights">How many cases of the whole each stands for; not negative, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or no number.</exception>
    public static EffectiveCases Of(IEnumerable<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return OfGroups(weights.Select(weight => (1L, weight)));
    }

    /// <summary>The cases of these weights, so many of each.</summary>
    /// <param name="groups">Cases alike, not negative, and the weight of each of them, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or no number.</exception>
    public static EffectiveCases OfGroups(IEnumerable<(long Cases, double Weight)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var counted = new List<(long Cases, double Weight)>();
        foreach (var group in groups)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group.Cases, nameof(groups));
            Arguments.RefuseUnlessNotNegative(group.Weight, nameof(groups));
            if (group is { Cases: > 0, Weight: > 0 })
            {
                counted.Add(group);
            }
        }

        if (counted.Count == 0)
        {
            return new EffectiveCases(0, 0);
        }

        // Divided by the largest, no square can overflow or vanish.
        var largest = counted.Max(group => group.Weight);
        var cases = counted.Sum(group => group.Cases);
        var sum = counted.Sum(group => group.Cases * (group.Weight / largest));
        var squares = counted.Sum(group => group.Cases * (group.Weight / largest) * (group.Weight / largest));
        return new EffectiveCases(cases, Math.Min(sum * sum / squares, cases));
    }
}
