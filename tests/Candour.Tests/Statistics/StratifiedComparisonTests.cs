using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class StratifiedComparisonTests
{
    private const int Seed = 19890401;

    /// <summary>Calculated apart from this program.</summary>
    [Fact]
    public void Berkeley_turns_on_every_scale()
    {
        var difference = Near.Known(StratifiedComparison.Difference(MantelHaenszelTests.Berkeley));
        var ratio = Near.Known(StratifiedComparison.Ratio(MantelHaenszelTests.Berkeley));

        Near.Equal(-0.018425196190852512, difference.Value);
        Near.Equal(-0.04748243534654223, difference.Interval.Lower);
        Near.Equal(0.010632042964837208, difference.Interval.Upper);
        Near.Equal(0.944905022595929, ratio.Value);
        Near.Equal(0.8664522326830039, ratio.Interval.Lower);
        Near.Equal(1.0304613088274714, ratio.Interval.Upper);
    }

    [Fact]
    public void The_difference_covers_about_95_times_in_100()
    {
        var random = new Random(Seed);
        var covered = Enumerable.Range(0, 2000).Count(_ => Near.Known(StratifiedComparison.Difference(
        [
            new(new(random.Binomial(60, 0.7), 60), new(random.Binomial(40, 0.6), 40)),
            new(new(random.Binomial(30, 0.4), 30), new(random.Binomial(90, 0.3), 90)),
        ])).Interval.Contains(0.1));

        Assert.InRange(covered, 1870, 1930);
    }

    [Fact]
    public void What_data_can_hold_has_an_answer_without_NaN()
    {
        ShareCount[] counts = [new(0, 0), new(0, 1), new(1, 1), new(0, 9), new(9, 9), new(4, 9), new(1_000_000_000, 2_000_000_000)];
        foreach (var (one, other, third) in counts.SelectMany(one => counts.SelectMany(other => counts.Select(third => (one, other, third)))))
        {
            foreach (var estimate in new[]
            {
                StratifiedComparison.Difference([new(one, other), new(third, one)]), StratifiedComparison.Ratio([new(one, other), new(third, one)]),
                DifferenceMethods.Wald(one, other), DifferenceMethods.AgrestiCaffo(one, other), DifferenceMethods.Mee(one, other),
                DifferenceMethods.MiettinenNurminen(one, other),
                Wilson.Of(one),
            })
            {
                Assert.True(estimate is not Estimate.Known known
                    || (double.IsFinite(known.Value) && known.Interval.Lower <= known.Interval.Upper), $"{one} {other} {third} {estimate}");
            }
        }

        Assert.Equal(new Estimate.NotEstimable(Obstacle.EmptyStratum), StratifiedComparison.Difference([]));
        Assert.Equal(new Estimate.NotEstimable(Obstacle.EmptyBase), Wilson.Of(new(0, 0)));
        Assert.Equal(new Estimate.NotEstimable(Obstacle.EmptyBase), DifferenceMethods.MiettinenNurminen(new(0, 0), new(1, 2)));
    }

    [Fact]
    public void The_score_interval_covers_about_95_times_in_100()
    {
        var random = new Random(Seed);
        var covered = Enumerable.Range(0, 1000).Count(_ => Near.Known(DifferenceMethods.MiettinenNurminen(
            new(random.Binomial(30, 0.4), 30), new(random.Binomial(50, 0.1), 50))).Interval.Contains(0.3));

        Assert.InRange(covered, 925, 970);
    }
}
