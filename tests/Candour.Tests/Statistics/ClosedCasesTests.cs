using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class ClosedCasesTests
{
    private const int Seed = 19961101;

    [Fact]
    public void Median_agrees_with_the_published_one()
    {
        var file = PublishedValues.Json("V30_km_median_lung.json");

        Assert.Equal(
            file.GetProperty("naive_median_of_closed_only").GetDouble(), ClosedCases.Median(file.Durations()));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 7.9)]
    [InlineData(1, 10)]
    public void Quantile_is_type_7(double p, double days)
    {
        var durations = DayHistogram.Of([new(1, 1, 0), new(2, 1, 9), new(3, 1, 0), new(10, 1, 0)]);

        Assert.Equal(days, ClosedCases.Quantile(durations, p), 1e-12);
    }

    [Fact]
    public void Quantile_equals_the_interpolation_of_sorted_days()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 500; i++)
        {
            var cases = SimulatedCases.Of(random, random.Next(1, 50), 40, censored: 0);
            var sorted = cases.Select(c => (double)c.Day).Order().ToArray();
            var p = random.NextDouble();
            var at = (sorted.Length - 1) * p;
            var (floor, ceiling) = (sorted[(int)Math.Floor(at)], sorted[(int)Math.Ceiling(at)]);

            Assert.Equal(
                floor + ((at - Math.Floor(at)) * (ceiling - floor)),
                ClosedCases.Quantile(DayHistogram.Of(cases), p), 1e-9);
        }
    }

    [Fact]
    public void Interval_lies_between_two_of_the_days_and_open_cases_do_not_count()
    {
        var days = DayHistogram.Of(Enumerable.Range(1, 20).Select(day => new DayCount(day * 10, 1, day)));

        Assert.Equal(new Interval(60, 150), ClosedCases.MedianInterval(days));
    }

    [Fact]
    public void No_event_has_no_quantile_and_few_have_no_interval()
    {
        var open = DayHistogram.Of([new(3, 0, 4)]);

        Assert.Throws<ArgumentOutOfRangeException>(() => ClosedCases.Median(open));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClosedCases.Quantile(DayHistogram.Of([new(1, 1, 0)]), 1.01));
        Assert.Null(ClosedCases.MedianInterval(open));
        Assert.Null(ClosedCases.MedianInterval(DayHistogram.Of([new(3, 5, 0)])));
    }
}
