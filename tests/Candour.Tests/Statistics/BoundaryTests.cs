using Candour.Statistics;

namespace Candour.Tests.Statistics;

/// <summary>Exactly at each limit: which side a limit itself belongs to.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public void A_group_of_exactly_the_threshold_is_shown()
    {
        Assert.Equal(GroupShown.Shown, ComplementRule.OfOne(10, 20, 10));
        Assert.Equal(GroupShown.TooSmall, ComplementRule.OfOne(9, 20, 10));
        Assert.Equal(GroupShown.WouldRevealAnother, ComplementRule.OfOne(11, 20, 10));
    }

    /// <summary>From 10 events on Byar's limits are used; nine have exact ones.</summary>
    [Fact]
    public void Ten_events_have_the_limits_of_Byar()
    {
        var ten = PoissonCount.Interval(10);
        var z = NormalQuantile.TwoSided95;
        Assert.Equal(10 * Math.Pow(1 - (1 / 90.0) - (z / (3 * Math.Sqrt(10))), 3), ten.Lower, 9);
        Assert.Equal(11 * Math.Pow(1 - (1 / 99.0) + (z / (3 * Math.Sqrt(11))), 3), ten.Upper, 9);
        var nine = PoissonCount.Interval(9);
        Assert.Equal(Distributions.ChiSquareQuantile(0.025, 18) / 2, nine.Lower, 9);
    }

    /// <summary>A change whose interval ends at nothing is no change that can be told.</summary>
    [Theory]
    [InlineData(0, 2, ChangeVerdict.CannotTell)]
    [InlineData(-2, 0, ChangeVerdict.CannotTell)]
    [InlineData(0.1, 2, ChangeVerdict.Higher)]
    [InlineData(-2, -0.1, ChangeVerdict.Lower)]
    public void An_end_at_nothing_holds_nothing(double lower, double upper, ChangeVerdict verdict) =>
        Assert.Equal(verdict, new SeriesChange((lower + upper) / 2, new Interval(lower, upper)).Verdict);

    [Fact]
    public void A_difference_turns_only_when_the_other_side_can_be_reached()
    {
        Assert.True(Missing(-0.2, -0.3, 0.1).SignCouldChange);
        Assert.False(Missing(-0.2, -0.3, 0).SignCouldChange);
        Assert.False(Missing(-0.2, -0.3, -0.1).SignCouldChange);
        Assert.True(Missing(0.2, -0.1, 0.3).SignCouldChange);
        Assert.False(Missing(0.2, 0, 0.3).SignCouldChange);
        Assert.False(Missing(0, -0.1, 0.1).SignCouldChange);
    }

    /// <summary>A longest run and a number of crossings at their limits are usual.</summary>
    [Fact]
    public void Runs_at_their_limits_are_usual()
    {
        // Twelve points: a run of seven is the longest that is usual, three crossings the fewest.
        var limits = RunLimits.Of(12);
        Assert.Equal((7, 3), (limits.LongestRun, (int)limits.FewestCrossings));
        double[] values = [1, 1, 1, 1, 1, 1, 1, -1, 1, -1, -1, -1];
        var chart = Assert.IsType<RunChart.Known>(RunChart.Of([.. values.Select(value => new ChartValue(value))], 0));
        Assert.Equal((7, 3), (chart.LongestRun, chart.Crossings));
        Assert.False(chart.Signal);
        double[] longer = [1, 1, 1, 1, 1, 1, 1, 1, -1, 1, -1, -1];
        Assert.True(Assert.IsType<RunChart.Known>(RunChart.Of([.. longer.Select(value => new ChartValue(value))], 0)).Signal);
    }

    /// <summary>The latest point on the middle line itself: only a trend can make it stand out, and its way is the trend's.
    /// </summary>
    [Theory]
    [InlineData(1, Variation.Improvement)]
    [InlineData(-1, Variation.Concern)]
    public void A_trend_that_ends_on_the_middle_has_the_side_it_came_from(int way, Variation variation)
    {
        // Six falling steps below and a rise to the mean of all, and the mirror of it.
        double[] values = [3, -3, 3, -3, 3, 3, -6, -5, -4, -3, -2, -1, 0];
        var sum = values.Sum();
        values[0] -= sum;
        var chart = XmrChart.Of([.. values.Select(value => new ChartValue(way * value))]);

        Assert.Equal(0, chart.Points[^1].Limits!.Value.Centre, 12);
        Assert.Equal(way > 0 ? SpecialCause.Rising : SpecialCause.Falling, chart.Points[^1].Cause);
        Assert.Equal(variation, chart.Variation(ImprovementDirection.Increase));
    }

    [Fact]
    public void A_draw_below_a_number_has_every_value_alike()
    {
        var draws = new SeededDraws(2014);
        var counted = new int[3];
        for (var i = 0; i < 3000; i++)
        {
            counted[draws.Below(3)]++;
        }

        Assert.All(counted, times => Assert.InRange(times, 900, 1100));
    }

    [Fact]
    public void The_mean_of_large_numbers_keeps_their_digits()
    {
        var mean = Near.Known(Mean.Of([1e15 + 1, 1e15 + 2, 1e15 + 3]));
        Assert.Equal(1e15 + 2, mean.Value);
        Assert.Equal(2.5, Near.Known(Mean.Of([1, 2, 3, 4])).Value);
    }

    [Fact]
    public void One_case_cannot_stray_beyond_the_outer_limits()
    {
        var dispersion = (Overdispersion.Known)Overdispersion.Of([.. Enumerable.Range(1, 12).Select(i => new WeightedShare(i, 30))]);
        var limits = dispersion.Limits(1, NormalQuantile.TwoSided998);
        Assert.Equal((0.0, 1.0), (limits.Lower, limits.Upper));
    }

    private static MissingGroup.Known Missing(double difference, double lower, double upper) => new(difference, new Interval(lower, upper));
}
