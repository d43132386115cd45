namespace Candour.Statistics;

/// <summary>Where an area lies in a funnel.</summary>
public enum FunnelPlace
{
    /// <summary>The area has no cases, so it is not in the funnel.</summary>
    NotPlaced,

    /// <summary>Below the 99.8 % limit.</summary>
    FarBelow,

    /// <summary>Below the 95 % limit.</summary>
    Below,

    /// <summary>Inside the 95 % limits: not different from the target by more than chance.</summary>
    Inside,

    /// <summary>Above the 95 % limit.</summary>
    Above,

    /// <summary>Above the 99.8 % limit.</summary>
    FarAbove,
}

/// <summary>
/// How far areas of a given size stray from one target by chance alone (Spiegelhalter, "Funnel plots for comparing
/// institutional performance", Statistics in Medicine 24, 2005, 1185-1202). For a share,
/// <code>t ∓ z √(t(1 − t)/n)</code>
/// and for a ratio of observed to E expected events, exactly,
/// <code>χ²(α/2; 2E)/2E to χ²(1 − α/2; 2E + 2)/2E</code>
/// With large numbers nearly every area is outside, because areas differ by more than chance: see
/// <see cref="Overdispersion"/>.
/// </summary>
public static class Funnel
{
    /// <summary>The limits of a share of so many cases.</summary>
    /// <param name="target">The share of all areas together, from 0 to 1.</param>
    /// <param name="cases">Of the area; above 0.</param>
    /// <param name="z"><see cref="NormalQuantile.TwoSided95"/> or <see cref="NormalQuantile.TwoSided998"/>.</param>
    /// <returns>Shares, cut off at 0 and 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval ShareLimits(double target, double cases, double z)
    {
        Arguments.RefuseUnlessShare(target);
        Arguments.RefuseUnlessPositive(cases);
        Arguments.RefuseUnlessPositive(z);
        var reach = z * Math.Sqrt(target * (1 - target) / cases);
        return new Interval(Math.Max(target - reach, 0), Math.Min(target + reach, 1));
    }

    /// <summary>The limits of a ratio around 1.</summary>
    /// <param name="expected">Events expected in the area; above 0.</param>
    /// <param name="z"><see cref="NormalQuantile.TwoSided95"/> or <see cref="NormalQuantile.TwoSided998"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval RatioLimits(double expected, double z)
    {
        Arguments.RefuseUnlessPositive(expected);
        Arguments.RefuseUnlessPositive(z);
        var tail = Distributions.NormalUpperTail(z);
        return new Interval(
            Distributions.ChiSquareQuantile(tail, 2 * expected) / (2 * expected),
            Distributions.ChiSquareUpperQuantile(tail, 2 * (expected + 1)) / (2 * expected));
    }

    /// <summary>Where a share lies: by whether the target is inside the share's own Wilson intervals, which is the same
    /// as whether the share is inside the limits.</summary>
    /// <param name="numerator">From 0 to <paramref name="denominator"/>; may be weighted.</param>
    /// <param name="denominator">Not negative.</param>
    /// <param name="target">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static FunnelPlace PlaceOfShare(double numerator, double denominator, double target)
    {
        Arguments.RefuseUnlessShare(target);
        Arguments.RefuseUnlessNotNegative(denominator);
        return denominator == 0 ? FunnelPlace.NotPlaced : PlaceOf(
            target, z => Wilson.WeightedInterval(numerator, denominator, z));
    }

    /// <summary>Where a ratio of observed to expected events lies around 1: by whether the expected number is inside the
    /// observed one's own intervals (<see cref="PoissonCount"/>).</summary>
    /// <param name="observed">Not negative.</param>
    /// <param name="expected">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static FunnelPlace PlaceOfRatio(long observed, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        Arguments.RefuseUnlessNotNegative(expected);
        return expected == 0 ? FunnelPlace.NotPlaced : PlaceOf(expected, z => PoissonCount.Interval(observed, z));
    }

    /// <summary>Where a value lies between the limits of 95 % and those of 99.8 %.</summary>
    internal static FunnelPlace PlaceBetween(double value, Interval usual, Interval wide) =>
        value < wide.Lower ? FunnelPlace.FarBelow
        : value > wide.Upper ? FunnelPlace.FarAbove
        : value < usual.Lower ? FunnelPlace.Below
        : value > usual.Upper ? FunnelPlace.Above
        : FunnelPlace.Inside;

    private static FunnelPlace PlaceOf(double target, Func<double, Interval> interval)
    {
        var (usual, wide) = (interval(NormalQuantile.TwoSided95), interval(NormalQuantile.TwoSided998));
        return target > wide.Upper ? FunnelPlace.FarBelow
            : target < wide.Lower ? FunnelPlace.FarAbove
            : target > usual.Upper ? FunnelPlace.Below
            : target < usual.Lower ? FunnelPlace.Above
            : FunnelPlace.Inside;
    }
}
