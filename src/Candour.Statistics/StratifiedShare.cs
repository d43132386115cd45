namespace Candour.Statistics;

/// <summary>What was drawn from one stratum.</summary>
/// <param name="Population">Cases in the stratum; not below the sample.</param>
/// <param name="Sample">What was found in the cases drawn at random from it.</param>
public readonly record struct SampledStratum(long Population, ShareCount Sample);

/// <summary>
/// A share of all cases from a sample that was drawn within strata, some of them harder than others (Cochran, Sampling
/// Techniques, 1977, 107-110):
/// <code>p = ∑ W p_h,   W = N_h/N,   variance ∑ W² (1 − n_h/N_h) p_h(1 − p_h)/(n_h − 1)</code>
/// The interval is made of the strata's Wilson intervals (l, u), so that it has a width when nothing was found:
/// <code>p − √(∑ W² (1 − n_h/N_h)(p_h − l_h)²) to p + √(∑ W² (1 − n_h/N_h)(u_h − p_h)²)</code>
/// (Zou, Huang and Zhang, "A note on confidence interval estimation for a linear function of binomial proportions",
/// Computational Statistics and Data Analysis 53, 2009, 1080-1085). A sample that was picked by judgement has no share
/// of all cases, whatever this answers.
/// </summary>
public abstract record StratifiedShare
{
    private StratifiedShare()
    {
    }

    /// <summary>There is a share.</summary>
    /// <param name="Share">Of all cases, from 0 to 1.</param>
    /// <param name="StandardError">With the finite population correction; 0 when every case was drawn.</param>
    /// <param name="Interval">From 0 to 1.</param>
    /// <param name="Cases">What the weighted sample is worth; <see cref="EffectiveCases"/>.</param>
    public sealed record Known(double Share, double StandardError, Interval Interval, EffectiveCases Cases)
        : StratifiedShare;

    /// <summary>There are no cases in any stratum.</summary>
    public sealed record EmptyPopulation : StratifiedShare;

    /// <summary>A stratum was drawn too few of: one case has no spread, and none says nothing.</summary>
    /// <param name="Stratum">Its position in the list that was given; the first such.</param>
    /// <param name="Drawn">0 or 1.</param>
    public sealed record TooFewDrawn(int Stratum, long Drawn) : StratifiedShare;

    /// <summary>The share in <paramref name="strata"/>.</summary>
    /// <param name="strata">In any order; those without cases count for nothing. Of the others at least two cases must
    /// have been drawn, or all.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static StratifiedShare Of(IReadOnlyList<SampledStratum> strata, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Arguments.RefuseUnlessPositive(z);
        foreach (var stratum in strata)
        {
            stratum.Sample.RefuseUnlessShare(nameof(strata));
            ArgumentOutOfRangeException.ThrowIfLessThan(stratum.Population, stratum.Sample.Denominator, nameof(strata));
        }

        double whole = strata.Sum(stratum => stratum.Population);
        if (whole == 0)
        {
            return new EmptyPopulation();
        }

        var (share, variance, below, above) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < strata.Count; i++)
        {
            var (population, sample) = strata[i];
            if (population == 0)
            {
                continue;
            }

            if (sample.Denominator == 0 || (sample.Denominator == 1 && population > 1))
            {
                return new TooFewDrawn(i, sample.Denominator);
            }

            var weight = population / whole;
            share += weight * sample.Share;
            if (population == sample.Denominator)
            {
                continue;
            }

            var left = (double)(population - sample.Denominator) / population;
            var interval = Wilson.Interval(sample.Numerator, sample.Denominator, z);
            variance += weight * weight * left * sample.Share * (1 - sample.Share) / (sample.Denominator - 1);
            below += Math.Pow(weight * (sample.Share - interval.Lower), 2) * left;
            above += Math.Pow(weight * (interval.Upper - sample.Share), 2) * left;
        }

        share = Math.Min(share, 1);
        return new Known(
            share,
            Math.Sqrt(variance),
            new Interval(Math.Max(share - Math.Sqrt(below), 0), Math.Min(share + Math.Sqrt(above), 1)),
            EffectiveCases.OfGroups(strata.Where(stratum => stratum.Sample.Denominator > 0).Select(stratum =>
                (stratum.Sample.Denominator, (double)stratum.Population / stratum.Sample.Denominator))));
    }

    public T Match<T>(Func<Known, T> known, Func<EmptyPopulation, T> emptyPopulation, Func<TooFewDrawn, T> tooFewDrawn)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(emptyPopulation);
        ArgumentNullException.ThrowIfNull(tooFewDrawn);
        return this switch
        {
            Known share => known(share),
            EmptyPopulation empty => emptyPopulation(empty),
            TooFewDrawn few => tooFewDrawn(few),
            _ => throw new InvalidOperationException("A share is known, of nothing, or of too few."),
        };
    }
}
