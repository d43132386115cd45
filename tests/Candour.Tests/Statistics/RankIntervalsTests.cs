using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class RankIntervalsTests
{
    private const int Seed = 20110601;

    [Fact]
    public void Agree_with_the_calculated_cases()
    {
        var cases = PublishedValues.Json("V68_rank_intervals.json").GetProperty("cases").EnumerateArray().ToList();

        Assert.Equal(2, cases.Count);
        foreach (var published in cases)
        {
            var areas = published.Numbers("numerator").Zip(
                published.Numbers("denominator"), (x, n) => new ShareCount((long)x, (long)n)).ToList();
            var expected = published.GetProperty("expected");

            var ranks = RankIntervals.Of(areas);

            Assert.Equal(expected.Numbers("rank_desc"), ranks.Areas.Select(area => (double)area.Rank));
            Assert.Equal(
                expected.GetProperty("lower_upper").EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetInt32())),
                ranks.Areas.Select(area => (area.Lower, area.Upper)));
            Assert.Equal(expected.Number("pairs_rejected"), ranks.DistinguishablePairs);
            Assert.Equal(expected.Number("pairs"), ranks.Pairs);
        }
    }

    [Fact]
    public void Contain_the_rank_and_follow_from_the_pairs()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var areas = Enumerable.Range(0, random.Next(1, 15)).Select(_ => random.Next(0, 300))
                .Select(n => new ShareCount(random.Binomial(n, random.Next(1, 4) / 4.0), n)).ToList();

            var ranks = RankIntervals.Of(areas);

            Assert.Equal(areas.Count(area => area.Denominator > 0), ranks.Areas.Count);
            foreach (var area in ranks.Areas)
            {
                Assert.InRange(area.Rank, area.Lower, area.Upper);
                Assert.InRange(area.Lower, 1, ranks.Areas.Count);
                Assert.InRange(area.Upper, 1, ranks.Areas.Count);
                Assert.Equal(area.NotDistinguishableFrom.Count, area.Upper - area.Lower);
                Assert.All(area.NotDistinguishableFrom, other => Assert.Contains(
                    area.Area, ranks.Areas.Single(one => one.Area == other).NotDistinguishableFrom));
                var group = ranks.Groups.Single(one => one.Contains(area.Area));
                Assert.All(area.NotDistinguishableFrom, other => Assert.Contains(other, group));
            }

            Assert.Equal(ranks.Areas.Select(area => area.Area), ranks.Groups.SelectMany(group => group).Order());
            Assert.Equal(
                ranks.Areas.Sum(area => area.Lower + area.Upper), ranks.Areas.Count * (ranks.Areas.Count + 1));
        }
    }

    [Fact]
    public void Equal_areas_are_told_apart_at_most_five_times_in_100()
    {
        var random = new Random(Seed);
        var apart = Enumerable.Range(0, 1000).Count(_ => RankIntervals.Of(
            [.. Enumerable.Range(0, 13).Select(_ => random.Next(100, 500))
                .Select(n => new ShareCount(random.Binomial(n, 0.3), n))]).DistinguishablePairs > 0);

        Assert.InRange(apart / 1000.0, 0, 0.05);
    }

    [Fact]
    public void Areas_far_apart_form_groups_from_the_highest()
    {
        var ranks = RankIntervals.Of(
            [new(10, 1000), new(500, 1000), new(0, 0), new(12, 1000), new(510, 1000), new(1_000_000_000, 1_000_000_000)]);

        Assert.Equal([[5], [1, 4], [0, 3]], ranks.Groups);
        Assert.Equal([(4, 5), (2, 3), (4, 5), (2, 3), (1, 1)], ranks.Areas.Select(area => (area.Lower, area.Upper)));
    }

    [Fact]
    public void Ties_share_a_rank_and_no_areas_have_none()
    {
        Assert.Equal([2, 1, 2], RankIntervals.Of([new(1, 10), new(9, 10), new(100, 1000)]).Areas.Select(a => a.Rank));
        Assert.All(RankIntervals.Of([new(0, 9), new(0, 5), new(0, 1)]).Areas, area => Assert.Equal((1, 1, 3),
            (area.Rank, area.Lower, area.Upper)));
        Assert.Empty(RankIntervals.Of([]).Areas);
        Assert.Empty(RankIntervals.Of([new(0, 0)]).Groups);
        Assert.Throws<ArgumentOutOfRangeException>(() => RankIntervals.Of([new(2, 1)]));
    }
}
