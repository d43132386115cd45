namespace Candour.Statistics;

/// <summary>
/// The difference of two shares of the same cases, each judged twice: a first and a second assessment. Only the cases on
/// which the two differ say anything about it,
/// <code>d = (b − c)/n,   b met only by the first, c only by the second</code>
/// with the interval of Agresti and Min (Statistics in Medicine 24, 2005, 729-740), which adds half a case to each of the
/// four kinds of pairs and so has an interval even when nobody differs.
/// </summary>
public static class PairedShares
{
    /// <summary>First share minus second.</summary>
    /// <param name="onlyFirst">Cases that meet the standard only by the first assessment; not negative.</param>
    /// <param name="onlySecond">Only by the second; not negative.</param>
    /// <param name="cases">All cases judged twice; at least those on which the two differ.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <returns>From −1 to 1, its interval within; not estimable without cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Difference(long onlyFirst, long onlySecond, long cases, double z = NormalQuantile.TwoSided95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, onlyFirst + onlySecond);
        Arguments.RefuseUnlessPositive(z);
        if (cases == 0)
        {
            return new Estimate.TooFew(0, 1);
        }

        var (b, c, n) = (onlyFirst + 0.5, onlySecond + 0.5, cases + 2.0);
        var middle = (b - c) / n;
        var half = z * Math.Sqrt(b + c - ((b - c) * (b - c) / n)) / n;
        var value = (double)(onlyFirst - onlySecond) / cases;
        return new Estimate.Known(
            value, new Interval(Math.Max(-1, Math.Min(value, middle - half)), Math.Min(1, Math.Max(value, middle + half))));
    }
}
