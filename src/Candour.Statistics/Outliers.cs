namespace Candour.Statistics;

/// <summary>By what the distance of a value from the middle was measured.</summary>
public enum OutlierScale
{
    /// <summary>The median distance from the median.</summary>
    MedianDeviation,

    /// <summary>The mean distance from the median, because more than half of the values agree.</summary>
    MeanDeviation,

    /// <summary>The standard deviation of the sample, around the mean.</summary>
    StandardDeviation,
}

/// <summary>
/// How far each value lies from the middle of all. The modified z score measures by medians, which a wild value cannot
/// move (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993):
/// <code>0.6745 (x − median)/MAD,   MAD = median of |x − median|</code>
/// and when more than half of the values agree, so that MAD is 0,
/// <code>(x − median)/(1.253314 · mean of |x − median|)</code>
/// The usual z score, (x − mean)/s, can never exceed (n − 1)/√n, so with a cut at 3 it is blind for ten values or
/// fewer. A value that stands out is a question to whoever recorded it, and is never dropped.
/// </summary>
public abstract record Outliers
{
    /// <summary>A modified z beyond this is unusual.</summary>
    public const double ModifiedCut = 3.5;

    /// <summary>A plain z beyond this is unusual.</summary>
    public const double PlainCut = 3;

    /// <summary>Fewer values have no middle that could be trusted.</summary>
    public const int FewestValues = 5;

    private Outliers()
    {
    }

    /// <summary>The values have a spread.</summary>
    /// <param name="Middle">The median, or the mean for the plain score.</param>
    /// <param name="Spread">What distances are measured by, before its factor; above 0.</param>
    /// <param name="Scale">What that is.</param>
    /// <param name="Scores">Of each value, in the order given.</param>
    /// <param name="Unusual">Positions of the values whose score is beyond the cut.</param>
    public sealed record Known(
        double Middle, double Spread, OutlierScale Scale, IReadOnlyList<double> Scores, IReadOnlyList<int> Unusual)
        : Outliers;

    /// <summary>All values agree.</summary>
    public sealed record NoSpread(double Value) : Outliers;

    /// <summary>There are too few values.</summary>
    public sealed record TooFew(int Values, int Needed) : Outliers;

    /// <summary>The modified z scores of <paramref name="values"/>.</summary>
    /// <param name="values">Finite, in any order.</param>
    /// <param name="cut">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Outliers Modified(IReadOnlyList<double> values, double cut = ModifiedCut)
    {
        if (Refused(values, cut) is { } few)
        {
            return few;
        }

        var median = Quantile.Median(values)!.Value;
        var distances = values.Select(value => Math.Abs(value - median)).ToList();
        var mad = Quantile.Median(distances)!.Value;
        var mean = distances.Average();
        return mad > 0 ? Scored(values, median, mad, 0.6745, OutlierScale.MedianDeviation, cut)
            : mean > 0 ? Scored(values, median, mean, 1 / 1.253314, OutlierScale.MeanDeviation, cut)
            : new NoSpread(median);
    }

    /// <summary>The usual z scores, for comparison with systems that use them.</summary>
    /// <param name="values">Finite, in any order.</param>
    /// <param name="cut">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Outliers Plain(IReadOnlyList<double> values, double cut = PlainCut)
    {
        if (Refused(values, cut) is { } few)
        {
            return few;
        }

        if (values.Min() == values.Max())
        {
            return new NoSpread(values[0]);
        }

        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        return Scored(values, mean, deviation, 1, OutlierScale.StandardDeviation, cut);
    }

    public T Match<T>(Func<Known, T> known, Func<NoSpread, T> noSpread, Func<TooFew, T> tooFew)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(noSpread);
        ArgumentNullException.ThrowIfNull(tooFew);
        return this switch
        {
            Known scores => known(scores),
            NoSpread agreed => noSpread(agreed),
            TooFew few => tooFew(few),
            _ => throw new InvalidOperationException("Scores are known, of no spread, or of too few."),
        };
    }

    private static Known Scored(
        IReadOnlyList<double> values, double middle, double spread, double factor, OutlierScale scale, double cut)
    {
        var scores = values.Select(value => factor * ((value - middle) / spread)).ToList();
        return new Known(
            middle, spread, scale, scores,
            [.. Enumerable.Range(0, scores.Count).Where(i => Math.Abs(scores[i]) > cut)]);
    }

    private static TooFew? Refused(IReadOnlyList<double> values, double cut)
    {
        ArgumentNullException.ThrowIfNull(values);
        Arguments.RefuseUnlessPositive(cut);
        foreach (var value in values)
        {
            Arguments.RefuseUnlessFinite(value, nameof(values));
        }

        return values.Count < FewestValues ? new TooFew(values.Count, FewestValues) : null;
    }
}
