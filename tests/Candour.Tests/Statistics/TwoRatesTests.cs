using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class TwoRatesTests
{
    private const int Seed = 19340404;
    private static readonly long[] Sizes = [0, 1, 2, 9, 10, 1_000, 1_000_000_000];

    /// <summary>60 events in 51,477.5 and 30 in 54,308.7 person-years (Rothman's example, as statistical packages print it).</summary>
    [Fact]
    public void The_exact_ratio_agrees_with_the_published_one()
    {
        var ratio = Near.Known(TwoRates.Ratio(new(60, 51477.5), new(30, 54308.7)));

        Assert.Equal(2.110, ratio.Value, 3);
        Assert.Equal(1.340, ratio.Interval.Lower, 3);
        Assert.Equal(3.388, ratio.Interval.Upper, 3);
    }

    [Fact]
    public void The_exact_share_has_its_closed_forms()
    {
        var (none, one, all) = (ExactShare.Interval(0, 10), ExactShare.Interval(1, 10), ExactShare.Interval(10, 10));

        Assert.Equal(0, none.Lower);
        Near.Equal(1 - Math.Pow(0.025, 0.1), none.Upper);
        Near.Equal(1 - Math.Pow(0.975, 0.1), one.Lower);
        Assert.Equal(0.4450161, one.Upper, 7);
        Near.Equal(Math.Pow(0.025, 0.1), all.Lower);
        Assert.Equal(1, all.Upper);
    }

    [Fact]
    public void The_exact_share_covers_at_least_95_times_in_100()
    {
        var random = new Random(Seed);
        foreach (var chance in new[] { 0.02, 0.3, 0.5 })
        {
            Assert.InRange(
                Enumerable.Range(0, 3000).Count(_ => ExactShare.Interval(random.Binomial(40, chance), 40).Contains(chance)), 2850, 3000);
        }
    }

    [Fact]
    public void The_difference_covers_about_95_times_in_100()
    {
        var random = new Random(Seed);
        var covered = Enumerable.Range(0, 3000).Count(_ => Near.Known(
            TwoRates.Difference(new(random.Poisson(12), 1), new(random.Poisson(20), 2), 10)).Interval.Contains(20));

        Assert.InRange(covered, 2790, 2960);
    }

    [Fact]
    public void What_data_can_hold_has_an_answer_without_NaN()
    {
        foreach (var (x, y) in Sizes.SelectMany(x => Sizes.Select(y => (x, y))))
        {
            foreach (var population in new[] { 0, 0.5, 1e9 })
            {
                foreach (var estimate in new[]
                {
                    TwoRates.Difference(new(x, population), new(y, 3)), TwoRates.Ratio(new(x, population), new(y, 3)),
                    TwoRates.Ratio(new(x, 3), new(y, population)),
                })
                {
                    Assert.True(estimate is not Estimate.Known known || (double.IsFinite(known.Value) && known.Interval.Lower <= known.Interval.Upper));
                }
            }
        }

        Assert.Equal(new Estimate.NotEstimable(Obstacle.EmptyBase), TwoRates.Ratio(new(1, 0), new(1, 1)));
        Assert.Equal(new Estimate.NotEstimable(Obstacle.EmptyBase), TwoRates.Difference(new(1, 1), new(1, 0)));
        Assert.Equal(new Estimate.NotEstimable(Obstacle.ZeroCell), TwoRates.Ratio(new(1, 1), new(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoRates.Ratio(new(-1, 1), new(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactShare.Interval(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactShare.Interval(0, 0));
    }
}
