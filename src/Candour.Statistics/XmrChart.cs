namespace Candour.Statistics;

/// <summary>
/// A chart of single values and the ranges between neighbours (Shewhart, Economic Control of Quality of Manufactured
/// Product, 1931; Wheeler, Understanding Variation, 1993): <code>mean ± 2.66 · mean |yᵢ − yᵢ₋₁|</code>
/// Screening leaves out, once, ranges of at least 3.267 times their mean; the points themselves stay in the mean. A range
/// to or from a gap or a ghosted point does not exist. The limits of shares are not cut off at 0 and 1: cut off only the
/// drawing.
/// </summary>
public static class XmrChart
{
    /// <summary>3/1.128, rounded as in the tables of the method.</summary>
    public const double LimitFactor = 2.66;

    /// <summary>Ranges of so many times their mean are screened.</summary>
    public const double ScreenFactor = 3.267;

    /// <summary>The chart of <paramref name="values"/>.</summary>
    /// <param name="values">One for each period, in order of time.</param>
    /// <param name="options">Null for <see cref="ChartOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a number, a reason is empty, a baseline is too short,
    /// or the chart is rebased at none of its points.</exception>
    public static ProcessChart Of(IReadOnlyList<ChartValue> values, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
        {
            Arguments.RefuseUnlessFinite(value.Value ?? 0, nameof(values));
        }

        var choices = options ?? ChartOptions.Default;
        Arguments.RefuseUnlessPositive(choices.RangeFactor, nameof(options));
        return ProcessChart.Of(
            [.. values.Select(value => value.Value)], [.. values.Select(value => value.GhostedBecause)], choices,
            basis =>
            {
                if (MeanRange(basis, i => values[i].Value!.Value, choices.Screened) is not { } range)
                {
                    return null;
                }

                var limits = new ChartLimits(basis.Average(i => values[i].Value!.Value), choices.RangeFactor * range);
                return _ => limits;
            });
    }

    /// <summary>The mean of the ranges between neighbouring points; null when there are none.</summary>
    internal static double? MeanRange(IReadOnlyList<int> basis, Func<int, double> value, bool screened)
    {
        var ranges = new List<double>();
        for (var i = 1; i < basis.Count; i++)
        {
            if (basis[i] == basis[i - 1] + 1)
            {
                ranges.Add(Math.Abs(value(basis[i]) - value(basis[i - 1])));
            }
        }

        if (ranges.Count == 0)
        {
            return null;
        }

        var mean = ranges.Average();
        if (!screened)
        {
            return mean;
        }

        // All ranges are kept when all are 0; at least one is always below its mean's multiple.
        var kept = ranges.Where(range => range < ScreenFactor * mean).ToList();
        return kept.Count == 0 ? mean : kept.Average();
    }
}
