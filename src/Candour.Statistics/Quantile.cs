namespace Candour.Statistics;

/// <summary>
/// Quantiles of plain values, type 7 of Hyndman and Fan ("Sample quantiles in statistical packages", The American
/// Statistician 50, 1996, 361-365), as in R and spreadsheets: position 1 + (n − 1)p, interpolated.
/// </summary>
public static class Quantile
{
    /// <summary>The quantile; null when there is no value.</summary>
    /// <param name="values">Finite, in any order.</param>
    /// <param name="p">From 0 (smallest) to 1 (largest).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double? Of(IEnumerable<double> values, double p)
    {
        ArgumentNullException.ThrowIfNull(values);
        Arguments.RefuseUnlessShare(p);
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            return null;
        }

        Arguments.RefuseUnlessFinite(sorted[0], nameof(values));
        Arguments.RefuseUnlessFinite(sorted[^1], nameof(values));
        var position = (sorted.Length - 1) * p;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The median; null when there is no value.</summary>
    public static double? Median(IEnumerable<double> values) => Of(values, 0.5);

    /// <summary>The interval of the median of the population that the values were drawn from, by <see cref="MedianRanks"/>; null
    /// below 6 values.</summary>
    /// <param name="values">Finite, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a number.</exception>
    public static Interval? MedianInterval(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sorted = values.Order().ToArray();
        foreach (var value in sorted)
        {
            Arguments.RefuseUnlessFinite(value, nameof(values));
        }

        return MedianRanks.Of(sorted.Length) is { } ranks ? new Interval(sorted[ranks.Lower - 1], sorted[ranks.Upper - 1]) : null;
    }
}
