namespace Candour.Statistics;

/// <summary>
/// How the first digits of counts compare with Benford's law (Benford, "The law of anomalous numbers", Proceedings of
/// the American Philosophical Society 78, 1938, 551-572): <code>P(d) = log₁₀(1 + 1/d)</code>
/// The law holds for quantities that spread over several powers of ten. Counts of an area and a month do not, so a
/// departure is no sign of anything: nothing in Candour raises an alert from it, and this answer has no cut.
/// </summary>
public abstract record FirstDigits
{
    /// <summary>Below so many counts the rarest digit is expected fewer than five times.</summary>
    public const long FewestCounts = 110;

    private FirstDigits()
    {
    }

    /// <summary>Enough counts to compare.</summary>
    /// <param name="Counts">How many begin with 1 to 9, in this order.</param>
    /// <param name="Expected">How many would by the law.</param>
    /// <param name="ChiSquare">∑ (observed − expected)²/expected, on eight degrees of freedom.</param>
    /// <param name="P">The chance of as much or more if the law held.</param>
    public sealed record Known(
        IReadOnlyList<long> Counts, IReadOnlyList<double> Expected, double ChiSquare, double P) : FirstDigits;

    /// <summary>Too few counts above 0.</summary>
    public sealed record TooFew(long Counted, long Needed) : FirstDigits;

    /// <summary>The law's probability of a first digit.</summary>
    /// <param name="digit">From 1 to 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">The digit is outside its range.</exception>
    public static double Probability(int digit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digit, 9);
        return Math.Log10(1 + (1.0 / digit));
    }

    /// <summary>The comparison for <paramref name="values"/>.</summary>
    /// <param name="values">Counts, not negative, in any order. Zeros have no first digit and are passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static FirstDigits Of(IEnumerable<long> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var counts = new long[9];
        foreach (var value in values)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(values));
            if (value > 0)
            {
                counts[DigitOf(value) - 1]++;
            }
        }

        var n = counts.Sum();
        if (n < FewestCounts)
        {
            return new TooFew(n, FewestCounts);
        }

        var expected = Enumerable.Range(1, 9).Select(digit => n * Probability(digit)).ToList();
        var square = counts.Zip(expected, (observed, e) => (observed - e) * (observed - e) / e).Sum();
        return new Known(counts, expected, square, Distributions.ChiSquareUpperTail(square, 8));
    }

    public T Match<T>(Func<Known, T> known, Func<TooFew, T> tooFew)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(tooFew);
        return this switch
        {
            Known digits => known(digits),
            TooFew few => tooFew(few),
            _ => throw new InvalidOperationException("Digits are known, or too few."),
        };
    }

    private static int DigitOf(long value)
    {
        while (value > 9)
        {
            value /= 10;
        }

        return (int)value;
    }
}
