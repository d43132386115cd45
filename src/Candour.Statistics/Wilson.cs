namespace Candour.Statistics;

/// <summary>
/// The interval of one proportion x/n (Wilson, "Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22, 1927, 209-212):
/// <code>(2x + z² ∓ z √(z² + 4x(1 − x/n))) / (2(n + z²))</code>
/// It stays inside [0, 1], has a width for 0 of n and for n of n, and keeps its coverage in small numbers, which the
/// textbook interval p ± z √(p(1 − p)/n) does not.
/// </summary>
public static class Wilson
{
    /// <summary>The interval of <paramref name="successes"/> among <paramref name="cases"/>.</summary>
    /// <param name="successes">From 0 to <paramref name="cases"/>.</param>
    /// <param name="cases">At least 1: a share of nothing has no interval, and the caller decides what to say.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Shares from 0 to 1. The lower end is exactly 0 for 0 of n, the upper exactly 1 for n of n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval Interval(long successes, long cases, double z = NormalQuantile.TwoSided95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, cases);
        if (!(z > 0) || double.IsInfinity(z))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "z must be positive and finite.");
        }

        return Of(successes, cases, z);
    }

    /// <summary>The share itself with its interval; not estimable of nothing.</summary>
    /// <param name="count">As it was counted.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Of(ShareCount count, double z = NormalQuantile.TwoSided95)
    {
        count.RefuseUnlessShare(nameof(count));
        Arguments.RefuseUnlessPositive(z);
        return count.Denominator == 0
            ? new Estimate.NotEstimable(Obstacle.EmptyBase)
            : new Estimate.Known(count.Share, Of(count.Numerator, count.Denominator, z));
    }

    /// <summary>The interval of a weighted share: <paramref name="successes"/> of an effective number of
    /// <paramref name="cases"/>, neither of which is whole.</summary>
    /// <param name="successes">From 0 to <paramref name="cases"/>.</param>
    /// <param name="cases">Above 0.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval WeightedInterval(double successes, double cases, double z = NormalQuantile.TwoSided95)
    {
        Arguments.RefuseUnlessPositive(cases);
        Arguments.RefuseUnlessNotNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, cases);
        Arguments.RefuseUnlessPositive(z);
        return Of(successes, cases, z);
    }

    private static Interval Of(double x, double n, double z)
    {
        var middle = (2 * x) + (z * z);
        var reach = z * Math.Sqrt((z * z) + (4 * x * ((n - x) / n)));
        var whole = 2 * (n + (z * z));

        // For 0 of n the difference is exactly 0; for n of n the division may miss 1 by a rounding.
        return new Interval(
            Math.Max((middle - reach) / whole, 0),
            x == n ? 1 : Math.Min((middle + reach) / whole, 1));
    }
}
