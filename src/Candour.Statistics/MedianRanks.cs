namespace Candour.Statistics;

/// <summary>
/// Which of n ordered values bound the median with at least 95 % confidence, whatever their distribution: ranks k and
/// n + 1 − k with the largest k for which <code>1 − 2 P(Binomial(n, ½) ≤ k − 1) ≥ 0.95</code>
/// (Conover, Practical Nonparametric Statistics, 3rd ed. 1999, section 3.2). With ties, as whole days have, the
/// coverage is at least that.
/// </summary>
/// <param name="Lower">Rank of the lower end; the smallest value has rank 1.</param>
/// <param name="Upper">Rank of the upper end.</param>
/// <param name="Coverage">The coverage for values without ties, from 0.95 to 1.</param>
public readonly record struct MedianRanks(long Lower, long Upper, double Coverage)
{
    private const double Tail = 0.025;

    // From here on the series is exact to the last digit, and a product would only add its rounding.
    private const long LongProduct = 1000;

    /// <summary>The ranks for <paramref name="values"/> values; null below 6, where even the full range covers the
    /// median with less than 95 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="values"/> is negative.</exception>
    public static MedianRanks? Of(long values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(values);
        if (values == 0)
        {
            return null;
        }

        // Walks down from the middle, where the cumulative probability is known, by the ratio of neighbouring terms.
        var m = values / 2;
        var odd = values % 2 == 1;
        var term = odd ? Central(m) * ((2 * m) + 1) / (2.0 * (m + 1)) : Central(m);
        var below = odd ? 0.5 : (1 + term) / 2;
        var k = m;
        while (k >= 0 && below > Tail)
        {
            below -= term;
            term *= k / (double)(values - k + 1);
            k--;
        }

        // "below" is now P(Binomial ≤ k), so k + 1 is the rank; k = -1 means that no rank serves.
        return k < 0 ? null : new MedianRanks(k + 1, values - k, 1 - (2 * below));
    }

    /// <summary>C(2m, m) / 4^m.</summary>
    private static double Central(long m)
    {
        if (m > LongProduct)
        {
            double x = m;
            return (1 - (1 / (8 * x)) + (1 / (128 * x * x)) + (5 / (1024 * x * x * x))) / Math.Sqrt(Math.PI * x);
        }

        var product = 1.0;
        for (var i = 1; i <= m; i++)
        {
            product *= ((2 * i) - 1) / (2.0 * i);
        }

        return product;
    }
}
