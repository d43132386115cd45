using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class DayHistogramTests
{
    [Fact]
    public void Is_in_order_of_day_with_each_day_once()
    {
        var histogram = DayHistogram.Of([new(5, 1, 0), new(2, 0, 3), new(5, 2, 4), new(3, 0, 0)]);

        Assert.Equal([new DayCount(2, 0, 3), new DayCount(5, 3, 4)], histogram.Days);
        Assert.Equal((10, 3, 7), (histogram.Cases, histogram.Events, histogram.Censored));
    }

    [Fact]
    public void Merging_adds_the_cases_in_any_order()
    {
        var one = DayHistogram.Of([new(1, 1, 1), new(9, 2, 0)]);
        var other = DayHistogram.Of([new(9, 5, 1)]);

        Assert.Equal([new DayCount(1, 1, 1), new DayCount(9, 7, 1)], DayHistogram.Merge(one, other).Days);
        Assert.Equal(DayHistogram.Merge(one, other).Days, DayHistogram.Merge(other, DayHistogram.Empty, one).Days);
        Assert.Same(DayHistogram.Empty, DayHistogram.Merge());
    }

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(0, -1, 2)]
    [InlineData(0, 2, -1)]
    public void Negative_durations_and_counts_are_refused(int day, long events, long censored) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DayHistogram.Of([new(day, events, censored)]));

    [Fact]
    public void More_cases_than_can_be_counted_are_refused() =>
        Assert.Throws<OverflowException>(() => DayHistogram.Of([new(1, long.MaxValue, 0), new(2, 1, 0)]));
}
