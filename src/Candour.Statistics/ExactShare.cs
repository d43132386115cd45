namespace Candour.Statistics;

/// <summary>
/// The exact interval of one proportion x/n (Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case
/// of the binomial", Biometrika 26, 1934, 404-413): quantiles of the beta distribution,
/// <code>B(α/2; x, n − x + 1) to B(1 − α/2; x + 1, n − x)</code>
/// It covers with at least the promised confidence and so is wider than <see cref="Wilson"/>, which figures use.
/// </summary>
public static class ExactShare
{
    /// <summary>The interval of <paramref name="successes"/> among <paramref name="cases"/>.</summary>
    /// <param name="successes">From 0 to <paramref name="cases"/>.</param>
    /// <param name="cases">At least 1.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>Shares from 0 to 1. The lower end is exactly 0 for 0 of n, the upper exactly 1 for n of n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval Interval(long successes, long cases, double z = NormalQuantile.TwoSided95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, cases);
        Arguments.RefuseUnlessPositive(z);
        var tail = Distributions.NormalUpperTail(z);
        double x = successes;
        double rest = cases - successes;

        // The upper end is 1 minus the lower end of the others, found where it has all its digits.
        return new Interval(
            successes == 0 ? 0 : Distributions.BetaQuantile(tail, x, rest + 1),
            rest == 0 ? 1 : 1 - Distributions.BetaQuantile(tail, rest, x + 1));
    }
}
