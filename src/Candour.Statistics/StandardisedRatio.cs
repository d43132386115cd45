namespace Candour.Statistics;

/// <summary>One stratum of an indirectly standardised ratio.</summary>
/// <param name="Events">Observed in the area; not negative.</param>
/// <param name="Population">Of the area; not negative.</param>
/// <param name="ReferenceEvents">Observed in the reference; not negative.</param>
/// <param name="ReferencePopulation">Of the reference; not negative.</param>
public readonly record struct RatioStratum(
    long Events, double Population, double ReferenceEvents, double ReferencePopulation);

/// <summary>
/// The events of an area against those it would have if each of its strata had the reference's rate:
/// <code>O/E,   E = ∑ n · x_ref/n_ref</code>
/// with the interval of O (<see cref="PoissonCount"/>) divided by E, which is taken as known. 1 means "as in the
/// reference". Two areas' ratios have different weights and are not compared with each other.
/// </summary>
public static class StandardisedRatio
{
    /// <summary>The ratio of one area.</summary>
    /// <param name="strata">In any order. A populated stratum without reference population has no expectation, and the
    /// result is not estimable.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Of(IReadOnlyCollection<RatioStratum> strata, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Arguments.RefuseUnlessPositive(z);
        long observed = 0;
        var expected = 0.0;
        var missing = false;
        foreach (var stratum in strata)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(stratum.Events, nameof(strata));
            Arguments.RefuseUnlessNotNegative(stratum.Population, nameof(strata));
            Arguments.RefuseUnlessNotNegative(stratum.ReferenceEvents, nameof(strata));
            Arguments.RefuseUnlessNotNegative(stratum.ReferencePopulation, nameof(strata));
            observed += stratum.Events;
            if (stratum.ReferencePopulation > 0)
            {
                expected += stratum.Population * (stratum.ReferenceEvents / stratum.ReferencePopulation);
            }
            else
            {
                missing |= stratum.Population > 0 || stratum.Events > 0;
            }
        }

        return missing ? new Estimate.NotEstimable(Obstacle.EmptyStratum) : Of(observed, expected, z);
    }

    /// <summary>The ratio of an observed to an expected number that was calculated elsewhere.</summary>
    /// <param name="observed">Not negative.</param>
    /// <param name="expected">Not negative. With 0 the ratio is not estimable.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Of(long observed, double expected, double z = NormalQuantile.TwoSided95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        Arguments.RefuseUnlessNotNegative(expected);
        var interval = PoissonCount.Interval(observed, z);
        return expected == 0
            ? new Estimate.NotEstimable(Obstacle.NothingExpected)
            : new Estimate.Known(
                observed / expected, new Interval(interval.Lower / expected, interval.Upper / expected));
    }
}
