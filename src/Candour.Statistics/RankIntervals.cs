namespace Candour.Statistics;

/// <summary>The ranks that an area may have; a rank is never shown without them.</summary>
/// <param name="Area">Its position in the list that was given.</param>
/// <param name="Rank">1 for the highest share; areas with the same share have the same rank.</param>
/// <param name="Lower">The first rank that the data allow.</param>
/// <param name="Upper">The last rank that the data allow.</param>
/// <param name="NotDistinguishableFrom">Positions of the other areas that differ from it by no more than chance.
/// </param>
public sealed record RankInterval(
    int Area, int Rank, int Lower, int Upper, IReadOnlyList<int> NotDistinguishableFrom);

/// <summary>
/// Ranks with honest ends. Every pair of areas is compared by the pooled two-sided z of two shares,
/// <code>z = (p₁ − p₂)/√(p(1 − p)(1/n₁ + 1/n₂)),   p = (x₁ + x₂)/(n₁ + n₂)</code>
/// all p-values are corrected together by Holm, and an area's ranks run from 1 + the number of areas surely above it to k
/// − the number surely below it. The idea of simultaneous rank intervals: Mogstad, Romano, Shaikh and Wilhelm, "Inference
/// for ranks", Review of Economic Studies 91 (2024), 476-518; why ranks need them: Leckie and Goldstein, Fiscal Studies
/// 32 (2011), 207-230.
/// </summary>
/// <param name="Areas">The areas with cases, in the order given.</param>
/// <param name="Groups">Areas that hang together: within a group a chain of pairs that are not distinguishable leads from
/// any area to any other; two areas of different groups are always distinguishable. From the highest group to the
/// lowest, positions in order. One group means that the areas cannot be told apart.</param>
/// <param name="DistinguishablePairs">How many pairs differ by more than chance.</param>
/// <param name="Pairs">How many pairs there are.</param>
public sealed record RankIntervals(
    IReadOnlyList<RankInterval> Areas, IReadOnlyList<IReadOnlyList<int>> Groups, int DistinguishablePairs, int Pairs)
{
    /// <summary>Ranks <paramref name="areas"/> from the highest share.</summary>
    /// <param name="areas">Those without cases have no rank and are left out of the result.</param>
    /// <param name="level">The chance that any pair is called different although it is not; 0.05 unless told otherwise.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RankIntervals Of(IReadOnlyList<ShareCount> areas, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(areas);
        Arguments.RefuseUnlessShare(level);
        foreach (var area in areas)
        {
            area.RefuseUnlessShare(nameof(areas));
        }

        var ranked = Enumerable.Range(0, areas.Count).Where(i => areas[i].Denominator > 0).ToArray();
        var (different, pairs) = Different([.. ranked.Select(area => areas[area])], level);
        var results = new List<RankInterval>(ranked.Length);
        for (var one = 0; one < ranked.Length; one++)
        {
            var (above, surelyAbove, surelyBelow) = (0, 0, 0);
            var alike = new List<int>();
            for (var other = 0; other < ranked.Length; other++)
            {
                var order = Order(areas[ranked[other]], areas[ranked[one]]);
                above += order > 0 ? 1 : 0;
                if (different[one, other])
                {
                    (surelyAbove, surelyBelow) = (surelyAbove + (order > 0 ? 1 : 0), surelyBelow + (order < 0 ? 1 : 0));
                }
                else if (other != one)
                {
                    alike.Add(ranked[other]);
                }
            }

            results.Add(new RankInterval(ranked[one], 1 + above, 1 + surelyAbove, ranked.Length - surelyBelow, alike));
        }

        return new RankIntervals(
            results, GroupsOf(results), pairs - (results.Sum(area => area.NotDistinguishableFrom.Count) / 2), pairs);
    }

    /// <summary>
    /// Which pairs differ by more than chance, by Holm's steps: from the smallest p-value on, each against the level over the
    /// number of pairs that are left, until one does not fall below it. The p-value falls as z² rises, so the steps go by z² and the
    /// p-values of the pairs after the last step are never worked out.
    /// </summary>
    private static (bool[,] Different, int Pairs) Different(ShareCount[] areas, double level)
    {
        var pairs = areas.Length * (areas.Length - 1) / 2;
        var (distances, which) = (new double[pairs], new (int One, int Other)[pairs]);
        var next = 0;
        for (var one = 0; one < areas.Length; one++)
        {
            for (var other = one + 1; other < areas.Length; other++)
            {
                distances[next] = -Math.Abs(TwoShares.PooledZ(areas[one], areas[other]));
                which[next++] = (one, other);
            }
        }

        Array.Sort(distances, which);
        var different = new bool[areas.Length, areas.Length];
        for (var i = 0; i < pairs && Math.Min(Distributions.NormalTwoSided(distances[i]) * (pairs - i), 1) <= level; i++)
        {
            var (one, other) = which[i];
            different[one, other] = different[other, one] = true;
        }

        return (different, pairs);
    }

    /// <summary>Above 0 when the first share is the higher, 0 when they are one share; exact.</summary>
    private static int Order(ShareCount one, ShareCount other) =>
        ((Int128)one.Numerator * other.Denominator).CompareTo((Int128)other.Numerator * one.Denominator);

    private static List<IReadOnlyList<int>> GroupsOf(List<RankInterval> areas)
    {
        var byArea = areas.ToDictionary(area => area.Area);
        var seen = new HashSet<int>();
        var groups = new List<IReadOnlyList<int>>();
        foreach (var start in areas.OrderBy(area => area.Rank).ThenBy(area => area.Area))
        {
            if (!seen.Add(start.Area))
            {
                continue;
            }

            var group = new List<int> { start.Area };
            for (var i = 0; i < group.Count; i++)
            {
                group.AddRange(byArea[group[i]].NotDistinguishableFrom.Where(seen.Add));
            }

            group.Sort();
            groups.Add(group);
        }

        return groups;
    }
}
