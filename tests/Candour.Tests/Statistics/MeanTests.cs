using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class MeanTests
{
    private const int Seed = 19080301;

    [Theory]
    [InlineData("V08_mean_t.json", 8)]
    [InlineData("V09_mean_t_more.json", 18)]
    public void Agrees_with_the_published_values(string name, int count)
    {
        var file = PublishedValues.Json(name);
        var expected = file.GetProperty("expected");
        var values = file.Numbers("values");

        var usual = Near.Known(Mean.Of(values));
        var wide = Near.Known(Mean.Of(values, NormalQuantile.TwoSided998));

        Assert.Equal(count, values.Count);
        Near.Equal(expected.Number("mean"), usual.Value);
        Near.Equal(expected.Number("lower95"), usual.Interval.Lower);
        Near.Equal(expected.Number("upper95"), usual.Interval.Upper);
        Near.Equal(expected.Number("lower998"), wide.Interval.Lower);
        Near.Equal(expected.Number("upper998"), wide.Interval.Upper);
    }

    [Fact]
    public void One_value_has_no_spread_and_none_no_mean()
    {
        Assert.Equal(new Estimate.TooFew(0, 2), Mean.Of([]));
        Assert.Equal(new Estimate.TooFew(1, 2), Mean.Of([7]));
        Assert.Equal(new Estimate.Known(7, new Interval(7, 7)), Mean.Of([7, 7, 7]));
    }

    [Fact]
    public void Moves_and_stretches_with_its_values()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var values = Enumerable.Range(0, random.Next(2, 40)).Select(_ => random.Normal()).ToList();
            var mean = Near.Known(Mean.Of(values));
            var moved = Near.Known(Mean.Of([.. values.Select(value => 1e6 + (3 * value))]));

            Assert.True(mean.Interval.Contains(mean.Value));
            Assert.Equal(1e6 + (3 * mean.Value), moved.Value, 1e-6);
            Assert.Equal(3 * mean.Interval.Width, moved.Interval.Width, 1e-6);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void Covers_the_true_mean_about_95_times_in_100(int n)
    {
        const int Times = 4000;
        var random = new Random(Seed);
        var covered = Enumerable.Range(0, Times).Count(_ => Near.Known(
            Mean.Of([.. Enumerable.Range(0, n).Select(_ => 10 + random.Normal())])).Interval.Contains(10));

        Assert.InRange((double)covered / Times, 0.94, 0.96);
    }

    [Fact]
    public void Quantiles_of_plain_values_are_those_of_the_same_days()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var cases = SimulatedCases.Of(random, random.Next(1, 30), 20, censored: 0);
            var p = random.NextDouble();

            Assert.Equal(
                ClosedCases.Quantile(DayHistogram.Of(cases), p),
                Quantile.Of(cases.Select(c => (double)c.Day), p)!.Value, 1e-9);
        }

        Assert.Null(Quantile.Median([]));
        Assert.Equal(2.5, Quantile.Median([4, 1, 3, 2]));
        Assert.Equal((1, 4), (Quantile.Of([4, 1, 3, 2], 0), Quantile.Of([4, 1, 3, 2], 1)));
    }

    [Fact]
    public void Values_that_are_no_number_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Mean.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1, double.NaN], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1, double.PositiveInfinity], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1], 1.1));
    }
}
