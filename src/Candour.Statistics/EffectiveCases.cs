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
        var (cases, sum, squares, largest) = (0L, 0.0, 0.0, 0.0);
        var all = weights.ToList();
        foreach (var weight in all)
        {
            Arguments.RefuseUnlessNotNegative(weight, nameof(weights));
            largest = Math.Max(largest, weight);
        }

        // Divided by the largest, no square can overflow or vanish.
        foreach (var weight in all.Where(weight => weight > 0))
        {
            cases++;
            sum += weight / largest;
            squares += weight / largest * (weight / largest);
        }

        return new EffectiveCases(cases, cases == 0 ? 0 : Math.Min(sum * sum / squares, cases));
    }
}
