namespace Candour.Statistics;

/// <summary>Events and for whom or how long they were counted.</summary>
/// <param name="Events">Not negative.</param>
/// <param name="Population">Persons or time, not negative; 0 where nobody was watched.</param>
public readonly record struct EventCount(long Events, double Population)
{
    internal void RefuseUnlessRate(string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Events, name);
        Arguments.RefuseUnlessNotNegative(Population, name);
    }
}

/// <summary>
/// Two rates compared. The difference comes first: it exists whenever both have a population, while the ratio explodes on
/// few events. Events are taken as independent.
/// </summary>
public static class TwoRates
{
    /// <summary>
    /// The difference r₁ − r₂ with the interval put together from those of the two rates (l, u) (Zou and Donner, "Construction of
    /// confidence limits about effect measures", Statistics in Medicine 27, 2008, 1693-1702), as Newcombe's is for shares:
    /// <code>d − √((r₁ − l₁)² + (u₂ − r₂)²) to d + √((u₁ − r₁)² + (r₂ − l₂)²)</code>
    /// </summary>
    /// <param name="one">The one that is compared.</param>
    /// <param name="other">The one it is compared with.</param>
    /// <param name="per">The unit of the rates: 1,000 for "per thousand".</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Not estimable when one has no population.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Difference(
        EventCount one, EventCount other, double per = 1, double z = NormalQuantile.TwoSided95)
    {
        one.RefuseUnlessRate(nameof(one));
        other.RefuseUnlessRate(nameof(other));
        return Rate.Of(one.Events, one.Population, per, z) is Estimate.Known a
            && Rate.Of(other.Events, other.Population, per, z) is Estimate.Known b
            ? Between(a, b)
            : new Estimate.NotEstimable(Obstacle.EmptyBase);
    }

    /// <summary>
    /// The ratio r₁/r₂ with its exact interval: given x₁ + x₂ events in all, x₁ is binomial with the chance
    /// <code>q = ρ t₁/(ρ t₁ + t₂)</code>
    /// so the exact ends of q (<see cref="ExactShare"/>) give those of ρ (Przyborowski and Wilenski, Biometrika 31, 1940, 313-323).
    /// </summary>
    /// <param name="one">The one that is compared.</param>
    /// <param name="other">The one it is compared with.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Above or at 0. Not estimable when one has no population, or the second no events: a ratio to nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Ratio(EventCount one, EventCount other, double z = NormalQuantile.TwoSided95)
    {
        one.RefuseUnlessRate(nameof(one));
        other.RefuseUnlessRate(nameof(other));
        Arguments.RefuseUnlessPositive(z);
        if (one.Population == 0 || other.Population == 0)
        {
            return new Estimate.NotEstimable(Obstacle.EmptyBase);
        }

        if (other.Events == 0)
        {
            return new Estimate.NotEstimable(Obstacle.ZeroCell);
        }

        var exact = ExactShare.Interval(one.Events, one.Events + other.Events, z);
        var unit = other.Population / one.Population;
        return new Estimate.Known(
            (double)one.Events / other.Events * unit, new Interval(Odds(exact.Lower) * unit, Odds(exact.Upper) * unit));
    }

    private static double Odds(double share) => share / (1 - share);

    private static Estimate.Known Between(Estimate.Known a, Estimate.Known b)
    {
        var difference = a.Value - b.Value;
        return new Estimate.Known(difference, new Interval(
            difference - Length(a.Value - a.Interval.Lower, b.Interval.Upper - b.Value),
            difference + Length(a.Interval.Upper - a.Value, b.Value - b.Interval.Lower)));
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
