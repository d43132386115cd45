namespace Candour.Statistics;

/// <summary>
/// Charts of shares (p) and of rates (u) whose limits follow the size of each point (Shewhart 1931; Montgomery, Introduction
/// to Statistical Quality Control, chapter 7):
/// <code>p̄ = ∑ x/∑ n,   sᵢ = √(p̄(1 − p̄)/nᵢ) for shares and √(p̄/nᵢ) for rates,   p̄ ± 3 sᵢ</code>
/// With large n nearly every point is outside such limits, because months differ by more than chance. Laney's p′ and u′
/// ("Improved control charts for attributes", Quality Engineering 14, 2002, 531-537) measure by how much, from the
/// ranges between neighbours of zᵢ = (pᵢ − p̄)/sᵢ: <code>p̄ ± 3 sᵢ σ,   σ = mean |zᵢ − zᵢ₋₁| / 1.128</code>
/// </summary>
public static class CountChart
{
    /// <summary>The mean range of two normal deviates, rounded as in the tables of the method.</summary>
    public const double MeanRangeOfTwo = 1.128;

    /// <summary>A chart of shares; each count is part of its base.</summary>
    /// <param name="counts">One for each period, in order of time.</param>
    /// <param name="laney">Whether the limits allow for months that differ by more than chance (p′).</param>
    /// <param name="options">Null for <see cref="ChartOptions.Default"/>; screening matters only for p′.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range, a reason is empty, a baseline is too
    /// short, or the chart is rebased at none of its points.</exception>
    public static ProcessChart OfShares(
        IReadOnlyList<ChartCount> counts, bool laney, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count.Count, count.Base, nameof(counts));
        }

        return Of(counts, laney, options, centre => centre * (1 - centre), 1);
    }

    /// <summary>A chart of rates: events per unit of the base.</summary>
    /// <param name="counts">One for each period, in order of time. Events without a base are refused: they are a fault
    /// of the data.</param>
    /// <param name="laney">Whether the limits allow for months that differ by more than chance (u′).</param>
    /// <param name="options">Null for <see cref="ChartOptions.Default"/>; screening matters only for u′.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range, a reason is empty, a baseline is too
    /// short, or the chart is rebased at none of its points.</exception>
    public static ProcessChart OfRates(
        IReadOnlyList<ChartCount> counts, bool laney, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var count in counts)
        {
            if (count.Base == 0)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThan(count.Count, 0, nameof(counts));
            }
        }

        return Of(counts, laney, options, centre => centre, double.PositiveInfinity);
    }

    /// <summary>By how much more than chance neighbouring points of shares differ; 1 is chance alone. Null without two
    /// neighbours, or when no point differs from another.</summary>
    internal static double? Sigma(
        IReadOnlyList<ChartCount> counts, IReadOnlyList<int> basis, double centre, double variance, bool screened) =>
        variance > 0
            ? XmrChart.MeanRange(
                basis, i => ((counts[i].Count / counts[i].Base) - centre) / Math.Sqrt(variance / counts[i].Base),
                screened) / MeanRangeOfTwo
            : 0;

    private static ProcessChart Of(
        IReadOnlyList<ChartCount> counts, bool laney, ChartOptions? options, Func<double, double> varianceOf,
        double most)
    {
        foreach (var count in counts)
        {
            Arguments.RefuseUnlessNotNegative(count.Count, nameof(counts));
            Arguments.RefuseUnlessNotNegative(count.Base, nameof(counts));
        }

        var choices = options ?? ChartOptions.Default;
        return ProcessChart.Of(
            [.. counts.Select(count => count.Base > 0 ? count.Count / count.Base : (double?)null)],
            [.. counts.Select(count => count.GhostedBecause)], choices,
            basis =>
            {
                var centre = basis.Sum(i => counts[i].Count) / basis.Sum(i => counts[i].Base);
                var variance = Math.Max(varianceOf(centre), 0);
                var sigma = laney ? Sigma(counts, basis, centre, variance, choices.Screened) : 1;
                return sigma is { } factor
                    ? i => counts[i].Base > 0
                        ? new ChartLimits(centre, 3 * factor * Math.Sqrt(variance / counts[i].Base), 0, most) : null
                    : null;
            });
    }
}
