namespace Candour.Statistics;

/// <summary>
/// The interval of a count of events that happen independently. Below 10 events it is exact (Garwood, "Fiducial limits
/// for the Poisson distribution", Biometrika 28, 1936, 437-442),
/// <code>χ²(α/2; 2x)/2 to χ²(1 − α/2; 2x + 2)/2</code>
/// and from 10 on Byar's (Breslow and Day, Statistical Methods in Cancer Research II, 1987, 69), which agrees with it in
/// the third digit and better as the count grows:
/// <code>x(1 − 1/(9x) − z/(3√x))³ to (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³</code>
/// </summary>
public static class PoissonCount
{
    /// <summary>From this many events on Byar's limits are used.</summary>
    public const long ByarFrom = 10;

    /// <summary>The interval of the expected number of events.</summary>
    /// <param name="events">Not negative.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Events. The lower end is exactly 0 for no event.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval Interval(long events, double z = NormalQuantile.TwoSided95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        Arguments.RefuseUnlessPositive(z);
        return events < ByarFrom ? Exact(events, z) : Byar(events, z);
    }

    /// <summary>Byar's limits, for any count above 0.</summary>
    internal static Interval Byar(long events, double z)
    {
        double x = events;
        var lower = Math.Max(1 - (1 / (9 * x)) - (z / (3 * Math.Sqrt(x))), 0);
        var upper = 1 - (1 / (9 * (x + 1))) + (z / (3 * Math.Sqrt(x + 1)));
        return new Interval(x * lower * lower * lower, (x + 1) * upper * upper * upper);
    }

    private static Interval Exact(long events, double z)
    {
        var tail = Distributions.NormalUpperTail(z);
        return new Interval(
            events == 0 ? 0 : Distributions.ChiSquareQuantile(tail, 2.0 * events) / 2,
            Distributions.ChiSquareUpperQuantile(tail, 2.0 * (events + 1)) / 2);
    }
}
