namespace Candour.Statistics;

/// <summary>Values of the cases that were drawn at random from one stratum.</summary>
/// <param name="Population">Cases in the stratum; not below the sample.</param>
/// <param name="Values">Finite, in any order.</param>
public sealed record SampledValues(long Population, IReadOnlyList<double> Values);

/// <summary>
/// The mean of all cases from a sample that was drawn within strata (Cochran, Sampling Techniques, 1977, 91-96):
/// <code>m = ∑ W m_h,   W = N_h/N,   variance ∑ W² (1 − n_h/N_h) s_h²/n_h</code>
/// with Student's interval on n − (number of strata) degrees of freedom.
/// </summary>
public abstract record StratifiedMean
{
    private StratifiedMean()
    {
    }

    /// <summary>There is a mean.</summary>
    /// <param name="Mean">Of all cases, in the unit of the values.</param>
    /// <param name="StandardError">With the finite population correction; 0 when every case was drawn.</param>
    /// <param name="WithoutCorrection">The standard error if the population had no end.</param>
    /// <param name="Interval">Of the mean.</param>
    public sealed record Known(double Mean, double StandardError, double WithoutCorrection, Interval Interval)
        : StratifiedMean;

    /// <summary>There are no cases in any stratum.</summary>
    public sealed record EmptyPopulation : StratifiedMean;

    /// <summary>A stratum was drawn too few of: one case has no spread, and none says nothing.</summary>
    /// <param name="Stratum">Its position in the list that was given; the first such.</param>
    /// <param name="Drawn">0 or 1.</param>
    public sealed record TooFewDrawn(int Stratum, int Drawn) : StratifiedMean;

    /// <summary>The mean over <paramref name="strata"/>.</summary>
    /// <param name="strata">In any order; those without cases count for nothing. Of the others at least two cases must
    /// have been drawn, or all.</param>
    /// <param name="z">The normal quantile of the confidence; Student's with the same tail is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static StratifiedMean Of(IReadOnlyList<SampledValues> strata, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Arguments.RefuseUnlessPositive(z);
        foreach (var stratum in strata)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(stratum.Population, stratum.Values.Count, nameof(strata));
            foreach (var value in stratum.Values)
            {
                Arguments.RefuseUnlessFinite(value, nameof(strata));
            }
        }

        double whole = strata.Sum(stratum => stratum.Population);
        if (whole == 0)
        {
            return new EmptyPopulation();
        }

        var (mean, variance, uncorrected, degrees) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < strata.Count; i++)
        {
            var (population, values) = strata[i];
            if (population == 0)
            {
                continue;
            }

            if (values.Count == 0 || (values.Count == 1 && population > 1))
            {
                return new TooFewDrawn(i, values.Count);
            }

            var weight = population / whole;
            var own = values.Average();
            mean += weight * own;
            if (values.Count == 1)
            {
                continue;
            }

            var spread = values.Sum(value => (value - own) * (value - own)) / (values.Count - 1);
            var part = weight * weight * spread / values.Count;
            uncorrected += part;
            variance += part * ((population - values.Count) / (double)population);
            degrees += values.Count - 1;
        }

        // With no degree of freedom every case was drawn, and the mean is exact.
        var reach = degrees == 0 ? 0
            : Distributions.StudentUpperQuantile(Distributions.NormalUpperTail(z), degrees) * Math.Sqrt(variance);
        return new Known(
            mean, Math.Sqrt(variance), Math.Sqrt(uncorrected), new Interval(mean - reach, mean + reach));
    }

    public T Match<T>(Func<Known, T> known, Func<EmptyPopulation, T> emptyPopulation, Func<TooFewDrawn, T> tooFewDrawn)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(emptyPopulation);
        ArgumentNullException.ThrowIfNull(tooFewDrawn);
        return this switch
        {
            Known mean => known(mean),
            EmptyPopulation empty => emptyPopulation(empty),
            TooFewDrawn few => tooFewDrawn(few),
            _ => throw new InvalidOperationException("A mean is known, of nothing, or of too few."),
        };
    }
}
