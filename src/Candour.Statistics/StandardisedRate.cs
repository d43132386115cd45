namespace Candour.Statistics;

/// <summary>One stratum (an age band, say) of a directly standardised rate.</summary>
/// <param name="Events">Not negative.</param>
/// <param name="Population">Of the area in this stratum; not negative.</param>
/// <param name="StandardPopulation">The weight of the stratum; not negative.</param>
public readonly record struct RateStratum(long Events, double Population, double StandardPopulation);

/// <summary>Persons to whom the same number of events happened.</summary>
/// <param name="Events">To each of them; at least 1.</param>
/// <param name="Persons">Not negative.</param>
public readonly record struct RepeatCount(long Events, long Persons);

/// <summary>One stratum in which events repeat in one person.</summary>
/// <param name="Persons">By their number of events; those without any are left out.</param>
/// <param name="Population">Of the area in this stratum; not negative.</param>
/// <param name="StandardPopulation">The weight of the stratum; not negative.</param>
public sealed record RepeatStratum(IReadOnlyList<RepeatCount> Persons, double Population, double StandardPopulation);

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
        return Of([.. strata.Select(stratum => (stratum, (double)stratum.Events))], per, z);
    }

    /// <summary>
    /// The standardised rate of events that repeat in one person (repeat victims, repeat suspects): events of one person come
    /// together, so the variance of a stratum is ∑ f² k over its k persons with f events each, not the number of events.
    /// </summary>
    /// <param name="strata">As for <see cref="Of(IReadOnlyCollection{RateStratum}, double, double)"/>.</param>
    /// <param name="per">The unit of the rate: 1,000 for "per thousand".</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate OfRepeated(
        IReadOnlyCollection<RepeatStratum> strata, double per, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(strata);
        foreach (var (events, persons) in strata.SelectMany(stratum => stratum.Persons))
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(events, 1, nameof(strata));
            ArgumentOutOfRangeException.ThrowIfNegative(persons, nameof(strata));
        }

        return Of(
            [
                .. strata.Select(stratum => (
                    new RateStratum(
                        stratum.Persons.Sum(group => group.Events * group.Persons), stratum.Population, stratum.StandardPopulation),
                    stratum.Persons.Sum(group => (double)group.Events * group.Events * group.Persons))),
            ],
            per, z);
    }

    private static Estimate Of(
        IReadOnlyCollection<(RateStratum Stratum, double Variance)> strata, double per, double z)
    {
        Arguments.RefuseUnlessPositive(per);
        Arguments.RefuseUnlessPositive(z);
        foreach (var (stratum, _) in strata)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(stratum.Events, nameof(strata));
            Arguments.RefuseUnlessNotNegative(stratum.Population, nameof(strata));
            Arguments.RefuseUnlessNotNegative(stratum.StandardPopulation, nameof(strata));
        }

        var weighted = strata.Where(one => one.Stratum.StandardPopulation > 0).ToList();
        if (weighted.Count == 0)
        {
            return new Estimate.NotEstimable(Obstacle.EmptyBase);
        }

        if (weighted.Exists(one => one.Stratum.Population == 0))
        {
            return new Estimate.NotEstimable(Obstacle.EmptyStratum);
        }

        // Events in a stratum that the standard does not know are not in the rate, so they do not make it surer.
        var events = weighted.Sum(one => one.Stratum.Events);
        if (events < FewestEvents)
        {
            return new Estimate.TooFew(events, FewestEvents);
        }

        var whole = weighted.Sum(one => one.Stratum.StandardPopulation);
        var rate = 0.0;
        var variance = 0.0;
        foreach (var (stratum, spread) in weighted)
        {
            var weight = stratum.StandardPopulation / whole;
            rate += weight * (stratum.Events / stratum.Population);
            variance += spread * Math.Pow(weight / stratum.Population, 2);
        }

        var byar = PoissonCount.Byar(events, z);
        var stretch = Math.Sqrt(variance / events);
        return new Estimate.Known(per * rate, new Interval(
            Math.Max(per * (rate + (stretch * (byar.Lower - events))), 0),
            per * (rate + (stretch * (byar.Upper - events)))));
    }
}
