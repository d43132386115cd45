namespace Candour.Statistics;

/// <summary>
/// How long a run on one side of the middle, and how few crossings of it, chance would hardly give in so many points (Anhøj
/// and Olesen, "Run charts revisited", PLoS ONE 9, 2014, e113825): no run longer than
/// <code>round(log₂ n) + 3</code>
/// and no fewer crossings than the 5 % quantile of Binomial(n − 1, ½).
/// </summary>
/// <param name="LongestRun">The longest run that chance allows.</param>
/// <param name="FewestCrossings">The fewest crossings that chance allows.</param>
public readonly record struct RunLimits(int LongestRun, long FewestCrossings)
{
    /// <summary>The limits for so many points off the middle line.</summary>
    /// <param name="points">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is below 1.</exception>
    public static RunLimits Of(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return new RunLimits(
            (int)Math.Round(Math.Log2(points)) + 3, Distributions.FairBinomialQuantile(0.05, points - 1));
    }
}

/// <summary>The run rules on a series: they need no limits and no assumption about its spread, so they also serve where the
/// charts do not.</summary>
public abstract record RunChart
{
    /// <summary>With fewer points off the middle line chance allows anything.</summary>
    public const int FewestPoints = 10;

    private RunChart()
    {
    }

    /// <summary>The rules were applied.</summary>
    /// <param name="Points">Points off the middle line.</param>
    /// <param name="LongestRun">Points of the longest run on one side.</param>
    /// <param name="Crossings">How often the series crosses the middle.</param>
    /// <param name="Limits">What chance allows.</param>
    public sealed record Known(int Points, int LongestRun, int Crossings, RunLimits Limits) : RunChart
    {
        /// <summary>Whether the series moved by more than chance.</summary>
        public bool Signal => LongestRun > Limits.LongestRun || Crossings < Limits.FewestCrossings;
    }

    /// <summary>Too few points lie off the middle line.</summary>
    public sealed record TooFew(int Points, int Needed) : RunChart;

    /// <summary>Applies the rules. Points on the middle, gaps and ghosted points are passed over; a run goes on across
    /// them.</summary>
    /// <param name="values">In order of time.</param>
    /// <param name="middle">The line; null for the median of the values that count.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a number.</exception>
    public static RunChart Of(IReadOnlyList<ChartValue> values, double? middle = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var counting = values.Where(value => value.GhostedBecause is null).Select(value => value.Value)
            .OfType<double>().ToList();
        counting.ForEach(value => Arguments.RefuseUnlessFinite(value, nameof(values)));
        Arguments.RefuseUnlessFinite(middle ?? 0, nameof(middle));
        var line = middle ?? Quantile.Median(counting) ?? 0;
        var sides = counting.Select(value => value.CompareTo(line)).Where(side => side != 0).ToList();
        if (sides.Count < FewestPoints)
        {
            return new TooFew(sides.Count, FewestPoints);
        }

        var (longest, run, crossings) = (1, 1, 0);
        for (var i = 1; i < sides.Count; i++)
        {
            var same = sides[i] == sides[i - 1];
            run = same ? run + 1 : 1;
            crossings += same ? 0 : 1;
            longest = Math.Max(longest, run);
        }

        return new Known(sides.Count, longest, crossings, RunLimits.Of(sides.Count));
    }

    public T Match<T>(Func<Known, T> known, Func<TooFew, T> tooFew)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(tooFew);
        return this switch
        {
            Known chart => known(chart),
            TooFew few => tooFew(few),
            _ => throw new InvalidOperationException("Runs are known, or of too few points."),
        };
    }
}
