namespace Candour.Statistics;

/// <summary>
/// The mean of independent values with Student's interval ("The probable error of a mean", Biometrika 6, 1908, 1-25):
/// <code>m ± t(n − 1) s/√n,   s² = ∑ (x − m)²/(n − 1)</code>
/// Durations are skewed and partly unfinished; for those see <see cref="KaplanMeier"/>.
/// </summary>
public static class Mean
{
    /// <summary>The mean; of too few when there are fewer than 2 values, because one value has no spread.</summary>
    /// <param name="values">Finite, in any order. When all agree, the interval has no width: that says only that these
    /// agree.</param>
    /// <param name="z">The normal quantile of the confidence, as everywhere in this room; Student's with the same tail
    /// is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Of(IReadOnlyCollection<double> values, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(values);
        Arguments.RefuseUnlessPositive(z);
        foreach (var value in values)
        {
            Arguments.RefuseUnlessFinite(value, nameof(values));
        }

        if (values.Count < 2)
        {
            return new Estimate.TooFew(values.Count, 2);
        }

        // The mean of x/n cannot overflow; distances are taken from a mean already known.
        double n = values.Count;
        var mean = values.Sum(value => value / n);
        mean += values.Sum(value => (value - mean) / n);
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (n - 1));
        var student = Distributions.StudentUpperQuantile(Distributions.NormalUpperTail(z), n - 1);
        var reach = student * deviation / Math.Sqrt(n);
        return new Estimate.Known(mean, new Interval(mean - reach, mean + reach));
    }
}
