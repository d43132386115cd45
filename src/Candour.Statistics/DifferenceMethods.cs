namespace Candour.Statistics;

/// <summary>
/// The difference of two shares with the intervals that other programs print, so that their figures can be recalculated.
/// Our own figures use Newcombe's (<see cref="TwoShares.Difference"/>): Wald's has no width for 0 of n and leaves [−1, 1].
/// </summary>
public static class DifferenceMethods
{
    private const int Steps = 200;

    /// <summary>Wald's: <code>d ∓ z √(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂)</code></summary>
    /// <param name="one">The group that is compared.</param>
    /// <param name="other">The group it is compared with.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Not estimable when a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Wald(ShareCount one, ShareCount other, double z = NormalQuantile.TwoSided95) =>
        IsEmpty(one, other, z)
            ? new Estimate.NotEstimable(Obstacle.EmptyBase)
            : Around(one.Share - other.Share, one.Share - other.Share, one.Share, one.Denominator, other.Share, other.Denominator, z);

    /// <summary>Agresti and Caffo's ("Simple and effective confidence intervals for proportions", The American Statistician 54,
    /// 2000, 280-288): Wald's after one case with and one without the property were added to each group.</summary>
    /// <param name="one">The group that is compared.</param>
    /// <param name="other">The group it is compared with.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>The difference as counted, from the added cases' interval. Not estimable when a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate AgrestiCaffo(ShareCount one, ShareCount other, double z = NormalQuantile.TwoSided95)
    {
        if (IsEmpty(one, other, z))
        {
            return new Estimate.NotEstimable(Obstacle.EmptyBase);
        }

        double n = one.Denominator + 2.0, m = other.Denominator + 2.0;
        var (p, q) = ((one.Numerator + 1) / n, (other.Numerator + 1) / m);
        return Around(one.Share - other.Share, p - q, p, n, q, m, z);
    }

    /// <summary>
    /// The score interval of Miettinen and Nurminen ("Comparative analysis of two rates", Statistics in Medicine 4, 1985, 213-226):
    /// the differences δ that their test does not reject,
    /// <code>(d − δ)² ≤ z² (p̃₁(1 − p̃₁)/n₁ + p̃₂(1 − p̃₂)/n₂) N/(N − 1)</code>
    /// with p̃ the likeliest shares whose difference is δ.
    /// </summary>
    /// <param name="one">The group that is compared.</param>
    /// <param name="other">The group it is compared with.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Inside [−1, 1]. Not estimable when a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate MiettinenNurminen(ShareCount one, ShareCount other, double z = NormalQuantile.TwoSided95)
    {
        var all = (double)one.Denominator + other.Denominator;
        return Score(one, other, z, all / (all - 1));
    }

    /// <summary>Mee's score interval ("Confidence bounds for the difference between two probabilities", Biometrics 40, 1984,
    /// 1175-1176): Miettinen and Nurminen's without N/(N − 1).</summary>
    /// <param name="one">The group that is compared.</param>
    /// <param name="other">The group it is compared with.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Inside [−1, 1]. Not estimable when a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Mee(ShareCount one, ShareCount other, double z = NormalQuantile.TwoSided95) => Score(one, other, z, 1);

    private static Estimate Score(ShareCount one, ShareCount other, double z, double factor)
    {
        if (IsEmpty(one, other, z))
        {
            return new Estimate.NotEstimable(Obstacle.EmptyBase);
        }

        var difference = one.Share - other.Share;
        return new Estimate.Known(difference, new Interval(End(-1), End(1)));

        // Rejected at the end of the range and not at the difference itself: the end lies between.
        double End(double outside)
        {
            var inside = difference;
            for (var i = 0; i < Steps && Math.Abs(outside - inside) > 1e-15; i++)
            {
                var middle = (inside + outside) / 2;
                (inside, outside) = IsRejected(one, other, middle, z * z * factor) ? (inside, middle) : (middle, outside);
            }

            return Math.Abs(inside) > 1 - 1e-12 ? Math.Sign(inside) : inside;
        }
    }

    private static bool IsRejected(ShareCount one, ShareCount other, double delta, double times)
    {
        var q = Likeliest(one, other, delta);
        var p = Math.Clamp(q + delta, 0, 1);
        var variance = (p * (1 - p) / one.Denominator) + (q * (1 - q) / other.Denominator);
        var distance = one.Share - other.Share - delta;
        return distance * distance > times * variance;
    }

    /// <summary>The second share of the likeliest pair whose first is larger by <paramref name="delta"/>: the log-likelihood is concave,
    /// so its derivative is halved down to its root.</summary>
    private static double Likeliest(ShareCount one, ShareCount other, double delta)
    {
        var (low, high) = (Math.Max(0, -delta), Math.Min(1, 1 - delta));
        for (var i = 0; i < Steps && high - low > 1e-16; i++)
        {
            var q = (low + high) / 2;
            (low, high) = Slope(one, q + delta) + Slope(other, q) > 0 ? (q, high) : (low, q);
        }

        return (low + high) / 2;
    }

    private static double Slope(ShareCount count, double share) =>
        (count.Numerator == 0 ? 0 : count.Numerator / share) - (count.Rest == 0 ? 0 : count.Rest / (1 - share));

    private static Estimate.Known Around(double value, double middle, double p, double n, double q, double m, double z)
    {
        var reach = z * Math.Sqrt((p * (1 - p) / n) + (q * (1 - q) / m));
        return new Estimate.Known(value, new Interval(middle - reach, middle + reach));
    }

    private static bool IsEmpty(ShareCount one, ShareCount other, double z)
    {
        one.RefuseUnlessShare(nameof(one));
        other.RefuseUnlessShare(nameof(other));
        Arguments.RefuseUnlessPositive(z);
        return one.Denominator == 0 || other.Denominator == 0;
    }
}
