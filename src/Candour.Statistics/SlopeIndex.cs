namespace Candour.Statistics;

/// <summary>One of the ordered groups of a population, such as a tenth by deprivation.</summary>
/// <param name="Population">Above 0.</param>
/// <param name="Value">Its value, a rate or a share.</param>
/// <param name="StandardError">Of the value; not negative.</param>
public readonly record struct OrderedGroup(double Population, double Value, double StandardError);

/// <summary>
/// How much a value changes from one end of an ordered population to the other (Pamuk, "Social class inequality in
/// mortality from 1921 to 1972 in England and Wales", Population Studies 39, 1985, 17-31): the line of least squares,
/// weighted by population, of the values on the middles of the groups' cumulative shares, from 0 to 1,
/// <code>value = a + b · rank;   slope index = b,   relative index = (a + b)/a</code>
/// Both are functions of the values, so their errors follow from the groups' own: b = ∑ cᵢ yᵢ has the variance
/// ∑ cᵢ² sᵢ², and ln((a + b)/a) its linear approximation.
/// </summary>
/// <param name="Slope">From the first to the last, in the unit of the values.</param>
/// <param name="Relative">The last end over the first; not estimable when an end of the line is not above 0.</param>
public sealed record SlopeIndex(Estimate Slope, Estimate Relative)
{
    /// <summary>The indices of <paramref name="groups"/> in their order; of too few below three groups, because a line
    /// through two is no finding.</summary>
    /// <param name="groups">From the first end of the order to the last. Empty groups are left out.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static SlopeIndex Of(IReadOnlyList<OrderedGroup> groups, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Arguments.RefuseUnlessPositive(z);
        foreach (var group in groups)
        {
            Arguments.RefuseUnlessNotNegative(group.Population, nameof(groups));
            Arguments.RefuseUnlessFinite(group.Value, nameof(groups));
            Arguments.RefuseUnlessNotNegative(group.StandardError, nameof(groups));
        }

        var populated = groups.Where(group => group.Population > 0).ToList();
        if (populated.Count < 3)
        {
            var tooFew = new Estimate.TooFew(populated.Count, 3);
            return new SlopeIndex(tooFew, tooFew);
        }

        var whole = populated.Sum(group => group.Population);
        var ranks = new double[populated.Count];
        var below = 0.0;
        for (var i = 0; i < ranks.Length; i++)
        {
            var share = populated[i].Population / whole;
            ranks[i] = below + (share / 2);
            below += share;
        }

        // The weighted mean of the ranks is ½ for any populations.
        var spread = 0.0;
        for (var i = 0; i < ranks.Length; i++)
        {
            spread += populated[i].Population / whole * Math.Pow(ranks[i] - 0.5, 2);
        }

        var (slope, middle) = (0.0, 0.0);
        var pulls = new (double OnSlope, double OnMiddle)[ranks.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            var share = populated[i].Population / whole;
            pulls[i] = (share * (ranks[i] - 0.5) / spread, share);
            slope += pulls[i].OnSlope * populated[i].Value;
            middle += pulls[i].OnMiddle * populated[i].Value;
        }

        var reach = z * Math.Sqrt(pulls.Zip(populated, (p, g) => Math.Pow(p.OnSlope * g.StandardError, 2)).Sum());
        var (first, last) = (middle - (slope / 2), middle + (slope / 2));
        Estimate relative = new Estimate.NotEstimable(Obstacle.ZeroCell);
        if (first > 0 && last > 0)
        {
            var variance = pulls.Zip(populated, (p, g) => Math.Pow(g.StandardError
                * (((p.OnMiddle + (p.OnSlope / 2)) / last) - ((p.OnMiddle - (p.OnSlope / 2)) / first)), 2)).Sum();
            relative = TwoShares.OnLogScale(last / first, Math.Sqrt(variance), z);
        }

        return new SlopeIndex(new Estimate.Known(slope, new Interval(slope - reach, slope + reach)), relative);
    }
}
