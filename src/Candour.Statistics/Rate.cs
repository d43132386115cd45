namespace Candour.Statistics;

/// <summary>Events for so many of a population, with the interval of the count: <code>per · x/n</code></summary>
public static class Rate
{
    /// <summary>The rate of <paramref name="events"/> in <paramref name="population"/>.</summary>
    /// <param name="events">Not negative. Events may repeat in one person, so they may exceed the population; if they do
    /// repeat, they are not independent and the true interval is wider.</param>
    /// <param name="population">Persons or person-years, not negative. With 0 the rate is not estimable.</param>
    /// <param name="per">The unit of the rate: 1,000 for "per thousand".</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Of(long events, double population, double per, double z = NormalQuantile.TwoSided95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        Arguments.RefuseUnlessNotNegative(population);
        Arguments.RefuseUnlessPositive(per);
        Arguments.RefuseUnlessPositive(z);
        if (population == 0)
        {
            return new Estimate.NotEstimable(Obstacle.EmptyBase);
        }

        var interval = PoissonCount.Interval(events, z);
        return new Estimate.Known(
            per * (events / population),
            new Interval(per * (interval.Lower / population), per * (interval.Upper / population)));
    }
}
