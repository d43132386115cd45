namespace Candour.Statistics;

/// <summary>One stratum (an age band, say) of a directly standardised rate.</summary>
/// <param name="Events">Not negative.</param>
/// <param name="Population">Of the area in this stratum; not negative.</param>
/// <param name="StandardPopulation">The weight of the stratum; not negative.</param>
public readonly record struct RateStratum(long Events, double Population, double StandardPopulation);

/// <summary>
/// The rate that an area would have if its strata were as large as the standard population's:
/// <code>∑ w x/n / ∑ w,   variance v = ∑ w² x/n² / (∑ w)²</code>
/// with Dobson's interval ("Confidence intervals for weighted sums of Poisson parameters", Statistics in Medicine 10,
/// 1991, 457-462), which stretches Byar's limits of all X events:
/// <code>rate + √(v/X) (Byar(X) − X)</code>
/// </summary>
public static class StandardisedRate
{
    /// <summary>Below this many events in all the rate is withheld.</summary>
    public const long FewestEvents = 10;

    /// <summary>The standardised rate of one area.</summary>
    /// <param name="strata">In any order. A stratum without population has no rate: unless its weight is 0, too, the
    /// result is not estimable.</param>
    /// <param name="per">The unit of the rate: 1,000 for "per thousand".</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Of(
        IReadOnlyCollection<RateStratum> strata, double per, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Arguments.RefuseUnlessPositive(per);
        Arguments.RefuseUnlessPositive(z);
        foreach (var stratum in strata)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(stratum.Events, nameof(strata));
            Arguments.RefuseUnlessNotNegative(stratum.Population, nameof(strata));
            Arguments.RefuseUnlessNotNegative(stratum.StandardPopulation, nameof(strata));
        }

        var weighted = strata.Where(stratum => stratum.StandardPopulation > 0).ToList();
        if (weighted.Count == 0)
        {
            return new Estimate.NotEstimable(Obstacle.EmptyBase);
        }

        if (weighted.Exists(stratum => stratum.Population == 0))
        {
            return new Estimate.NotEstimable(Obstacle.EmptyStratum);
        }

        // Events in a stratum that the standard does not know are not in the rate, so they do not make it surer.
        var events = weighted.Sum(stratum => stratum.Events);
        if (events < FewestEvents)
        {
            return new Estimate.TooFew(events, FewestEvents);
        }

        var whole = weighted.Sum(stratum => stratum.StandardPopulation);
        var rate = 0.0;
        var variance = 0.0;
        foreach (var stratum in weighted)
        {
            var weight = stratum.StandardPopulation / whole;
            rate += weight * (stratum.Events / stratum.Population);
            variance += stratum.Events * Math.Pow(weight / stratum.Population, 2);
        }

        var byar = PoissonCount.Byar(events, z);
        var stretch = Math.Sqrt(variance / events);
        return new Estimate.Known(per * rate, new Interval(
            Math.Max(per * (rate + (stretch * (byar.Lower - events))), 0),
            per * (rate + (stretch * (byar.Upper - events)))));
    }
}
