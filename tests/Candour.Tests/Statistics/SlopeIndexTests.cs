using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class SlopeIndexTests
{
    private const int Seed = 19850301;

    [Fact]
    public void Agrees_with_the_published_values()
    {
        var file = PublishedValues.Json("V40_slope_relative_index.json");

        var index = SlopeIndex.Of(Groups());

        Near.Equal(file.GetProperty("expected").Number("sii"), Near.Known(index.Slope).Value);
        Near.Equal(file.GetProperty("expected").Number("rii"), Near.Known(index.Relative).Value);
    }

    [Fact]
    public void Its_intervals_are_those_of_values_drawn_again_and_again()
    {
        const int Times = 20_000;
        var random = new Random(Seed);
        var groups = Groups();
        var index = SlopeIndex.Of(groups);
        var drawn = Enumerable.Range(0, Times).Select(_ => SlopeIndex.Of(
            [.. groups.Select(g => g with { Value = g.Value + (g.StandardError * random.Normal()) })])).ToList();

        foreach (var pick in new Func<SlopeIndex, Estimate>[] { one => one.Slope, one => one.Relative })
        {
            var interval = Near.Known(pick(index)).Interval;
            var values = drawn.Select(one => Near.Known(pick(one)).Value).ToList();
            Assert.Equal(Quantile.Of(values, 0.025)!.Value, interval.Lower, 0.05 * interval.Width);
            Assert.Equal(Quantile.Of(values, 0.975)!.Value, interval.Upper, 0.05 * interval.Width);
        }
    }

    [Fact]
    public void A_straight_line_over_the_ranks_is_found_whatever_the_populations()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var populations = Enumerable.Range(0, random.Next(3, 11)).Select(_ => (double)random.Next(1, 1000)).ToList();
            var whole = populations.Sum();
            var below = 0.0;
            var groups = populations.Select(n =>
            {
                var middle = (below + (n / 2)) / whole;
                below += n;
                return new OrderedGroup(n, 20 + (8 * middle), 1);
            }).ToList();

            var index = SlopeIndex.Of(groups);

            Near.Equal(8, Near.Known(index.Slope).Value);
            Near.Equal(28.0 / 20, Near.Known(index.Relative).Value);
            groups.Reverse();
            Near.Equal(-8, Near.Known(SlopeIndex.Of(groups).Slope).Value);
        }
    }

    [Fact]
    public void Too_few_groups_and_a_line_through_nothing_are_said_so()
    {
        var few = SlopeIndex.Of([new(10, 1, 0.1), new(0, 5, 1), new(10, 2, 0.1)]);
        var low = SlopeIndex.Of([new(10, 0, 0), new(10, 0, 0), new(10, 9, 1)]);

        Assert.Equal((new Estimate.TooFew(2, 3), new Estimate.TooFew(2, 3)), (few.Slope, few.Relative));
        Near.Known(low.Slope);
        Assert.Equal(new Estimate.NotEstimable(Obstacle.ZeroCell), low.Relative);
        Assert.Throws<ArgumentOutOfRangeException>(() => SlopeIndex.Of([new(-1, 1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SlopeIndex.Of([new(1, double.NaN, 1)]));
    }

    private static List<OrderedGroup> Groups()
    {
        var file = PublishedValues.Json("V40_slope_relative_index.json");
        return [.. file.Numbers("population").Zip(file.Numbers("value"), file.Numbers("se"))
            .Select(group => new OrderedGroup(group.First, group.Second, group.Third))];
    }
}
