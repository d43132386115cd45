namespace Candour.Statistics;

/// <summary>A share as it was counted.</summary>
/// <param name="Numerator">From 0 to <paramref name="Denominator"/>.</param>
/// <param name="Denominator">Not negative; 0 where there was nothing to count.</param>
public readonly record struct ShareCount(long Numerator, long Denominator)
{
    /// <summary>Those without it.</summary>
    public long Rest => Denominator - Numerator;

    /// <summary>The share; NaN is never asked for: callers settle an empty denominator first.</summary>
    internal double Share => (double)Numerator / Denominator;

    internal void RefuseUnlessShare(string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Numerator, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Numerator, Denominator, name);
    }
}

/// <summary>
/// Two groups' shares compared. Show the difference first: it exists for every pair of groups with cases, while the
/// ratios explode on small counts.
/// </summary>
public static class TwoShares
{
    /// <summary>
    /// The difference p₁ − p₂ with Newcombe's interval (method 10 of "Interval estimation for the difference between
    /// independent proportions", Statistics in Medicine 17, 1998, 873-890), from the two Wilson intervals (l, u):
    /// <code>d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²)</code>
    /// </summary>
    /// <param name="one">The group that is compared.</param>
    /// <param name="other">The group it is compared with.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>From −1 to 1; not estimable when a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Difference(ShareCount one, ShareCount other, double z = NormalQuantile.TwoSided95)
    {
        if (Refused(one, other, z) is { } obstacle)
        {
            return obstacle;
        }

        var (a, b) = (Wilson.Interval(one.Numerator, one.Denominator, z),
            Wilson.Interval(other.Numerator, other.Denominator, z));
        var difference = one.Share - other.Share;
        return new Estimate.Known(difference, new Interval(
            Math.Max(difference - Length(one.Share - a.Lower, b.Upper - other.Share), -1),
            Math.Min(difference + Length(a.Upper - one.Share, other.Share - b.Lower), 1)));
    }

    /// <summary>
    /// The ratio p₁/p₂ with the interval of Katz and others ("Obtaining confidence intervals for the risk ratio in cohort
    /// studies", Biometrics 34, 1978, 469-474):
    /// <code>exp(ln p₁/p₂ ∓ z √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))</code>
    /// </summary>
    /// <param name="one">The group that is compared.</param>
    /// <param name="other">The group it is compared with.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Above 0; not estimable when a group is empty or a numerator is 0 (nothing is added to the counts), or
    /// when both shares are whole, where the formula has no width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Ratio(ShareCount one, ShareCount other, double z = NormalQuantile.TwoSided95)
    {
        if (Refused(one, other, z) is { } obstacle)
        {
            return obstacle;
        }

        if (one.Numerator == 0 || other.Numerator == 0)
        {
            return new Estimate.NotEstimable(Obstacle.ZeroCell);
        }

        if (one.Rest == 0 && other.Rest == 0)
        {
            return new Estimate.NotEstimable(Obstacle.NoSpread);
        }

        // 1/x − 1/n as (n − x)/(x n), in which nothing cancels.
        var variance = (one.Rest / (double)one.Denominator / one.Numerator)
            + (other.Rest / (double)other.Denominator / other.Numerator);
        return OnLogScale(one.Share / other.Share, Math.Sqrt(variance), z);
    }

    /// <summary>
    /// The odds ratio x₁(n₂ − x₂)/(x₂(n₁ − x₁)) with Woolf's interval ("On estimating the relation between blood group
    /// and disease", Annals of Human Genetics 19, 1955, 251-253): z times the root of the four reciprocals on the log
    /// scale. It is not a ratio of shares, and is far from it when the shares are large.
    /// </summary>
    /// <param name="one">The group that is compared.</param>
    /// <param name="other">The group it is compared with.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Above 0; not estimable when a group is empty or one of the four counts is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate OddsRatio(ShareCount one, ShareCount other, double z = NormalQuantile.TwoSided95)
    {
        if (Refused(one, other, z) is { } obstacle)
        {
            return obstacle;
        }

        double[] cells = [one.Numerator, one.Rest, other.Numerator, other.Rest];
        return cells.Contains(0)
            ? new Estimate.NotEstimable(Obstacle.ZeroCell)
            : OnLogScale(
                cells[0] / cells[1] / (cells[2] / cells[3]), Math.Sqrt(cells.Sum(cell => 1 / cell)), z);
    }

    /// <summary>
    /// How likely so large a difference would be if the two shares were one: two-sided, by the pooled z
    /// <code>z = (p₁ − p₂)/√(p(1 − p)(1/n₁ + 1/n₂)),   p = (x₁ + x₂)/(n₁ + n₂)</code>
    /// For correction together with others (<see cref="ManyTests"/>); the interval is Newcombe's.
    /// </summary>
    /// <param name="one">With cases.</param>
    /// <param name="other">With cases.</param>
    /// <returns>From 0 to 1; 1 where no case has the property, or every one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or a group is empty.</exception>
    public static double PValue(ShareCount one, ShareCount other)
    {
        one.RefuseUnlessShare(nameof(one));
        other.RefuseUnlessShare(nameof(other));
        ArgumentOutOfRangeException.ThrowIfZero(one.Denominator, nameof(one));
        ArgumentOutOfRangeException.ThrowIfZero(other.Denominator, nameof(other));
        return Distributions.NormalTwoSided(PooledZ(one, other));
    }

    /// <summary>The z of <see cref="PValue"/>, of groups with cases; 0 where no case has the property, or every one.</summary>
    internal static double PooledZ(ShareCount one, ShareCount other)
    {
        double n = (double)one.Denominator + other.Denominator;
        var (with, without) = (((double)one.Numerator + other.Numerator) / n, ((double)one.Rest + other.Rest) / n);
        var variance = with * without * ((1.0 / one.Denominator) + (1.0 / other.Denominator));
        return variance == 0 ? 0 : (one.Share - other.Share) / Math.Sqrt(variance);
    }

    /// <summary>A ratio with the interval of its logarithm.</summary>
    internal static Estimate.Known OnLogScale(double ratio, double error, double z) =>
        new(ratio, new Interval(ratio * Math.Exp(-z * error), ratio * Math.Exp(z * error)));

    private static Estimate.NotEstimable? Refused(ShareCount one, ShareCount other, double z)
    {
        one.RefuseUnlessShare(nameof(one));
        other.RefuseUnlessShare(nameof(other));
        Arguments.RefuseUnlessPositive(z);
        return one.Denominator == 0 || other.Denominator == 0
            ? new Estimate.NotEstimable(Obstacle.EmptyBase) : null;
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
