namespace Candour.Statistics;

/// <summary>
/// p-values corrected for having looked at many. The family is everything that is shown together (all groups and
/// measures of one page), whether it stood out or not; state it with the result.
/// </summary>
public static class ManyTests
{
    /// <summary>
    /// The false discovery rate of Benjamini and Hochberg ("Controlling the false discovery rate", Journal of the Royal
    /// Statistical Society B 57, 1995, 289-300): with the p-values in order, the smallest of
    /// <code>p(j) · m/j over j ≥ i</code>
    /// Calling everything at or below 0.05 a difference, at most 5 % of what is called one is expected to be none.
    /// </summary>
    /// <param name="p">From 0 to 1, in any order.</param>
    /// <returns>From 0 to 1, in the order of <paramref name="p"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside its range.</exception>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> p)
    {
        var order = InOrder(p);
        var adjusted = new double[p.Count];
        var least = 1.0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, p[order[i]] * ((double)p.Count / (i + 1)));
            adjusted[order[i]] = least;
        }

        return adjusted;
    }

    /// <summary>
    /// The family-wise correction of Holm ("A simple sequentially rejective multiple test procedure", Scandinavian
    /// Journal of Statistics 6, 1979, 65-70): the greatest of <code>p(j) · (m − j + 1) over j ≤ i</code>
    /// Calling everything at or below 0.05 a difference, the chance that even one is none is at most 5 %.
    /// </summary>
    /// <param name="p">From 0 to 1, in any order.</param>
    /// <returns>From 0 to 1, in the order of <paramref name="p"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside its range.</exception>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> p)
    {
        var order = InOrder(p);
        var adjusted = new double[p.Count];
        var greatest = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            greatest = Math.Max(greatest, Math.Min(p[order[i]] * (p.Count - i), 1));
            adjusted[order[i]] = greatest;
        }

        return adjusted;
    }

    private static int[] InOrder(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        foreach (var value in p)
        {
            Arguments.RefuseUnlessShare(value, nameof(p));
        }

        return [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i])];
    }
}
