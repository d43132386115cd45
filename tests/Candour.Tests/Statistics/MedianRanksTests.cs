using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class MedianRanksTests
{
    [Fact]
    public void Agree_with_the_published_table()
    {
        var rows = PublishedValues.Csv("V27_median_ci_ranks.csv").ToList();

        Assert.Equal(36, rows.Count);
        foreach (var row in rows)
        {
            var ranks = MedianRanks.Of((long)row.Number("n"));
            if (row["lower_rank"].Length == 0)
            {
                Assert.Null(ranks);
                continue;
            }

            Assert.Equal((long)row.Number("lower_rank"), ranks!.Value.Lower);
            Assert.Equal((long)row.Number("upper_rank"), ranks.Value.Upper);
            Assert.Equal(row.Number("exact_coverage"), ranks.Value.Coverage, 1e-12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Do_not_exist_below_six(long values) => Assert.Null(MedianRanks.Of(values));

    [Theory]
    [InlineData(1_999)]
    [InlineData(2_001)]
    [InlineData(2_004)]
    [InlineData(100_000)]
    [InlineData(1_000_000_000)]
    public void Come_close_to_the_normal_approximation_in_large_numbers(long values)
    {
        var ranks = MedianRanks.Of(values)!.Value;

        Assert.Equal((values + 1) / 2.0, (ranks.Lower + ranks.Upper) / 2.0);
        Assert.Equal((values / 2.0) - (NormalQuantile.TwoSided95 * Math.Sqrt(values) / 2), ranks.Lower, 1.0);
        Assert.InRange(ranks.Coverage, 0.95, 0.96);
    }

    [Fact]
    public void Are_the_largest_that_cover_95_in_100()
    {
        // Both sides of where the product gives way to the series.
        foreach (var n in Enumerable.Range(6, 300).Concat(Enumerable.Range(1995, 15)))
        {
            var ranks = MedianRanks.Of(n)!.Value;

            Assert.Equal(1 - (2 * AtMost(n, ranks.Lower - 1)), ranks.Coverage, 1e-9);
            Assert.True(ranks.Coverage >= 0.95);
            Assert.True(1 - (2 * AtMost(n, ranks.Lower)) < 0.95);
        }
    }

    [Fact]
    public void A_negative_number_of_values_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MedianRanks.Of(-1));

    private static double AtMost(long n, long k)
    {
        var (logarithm, sum) = (n * Math.Log(0.5), 0.0);
        for (long i = 0; i <= k; i++)
        {
            sum += Math.Exp(logarithm);
            logarithm += Math.Log((n - i) / (double)(i + 1));
        }

        return sum;
    }

    [Fact]
    public void The_interval_of_a_median_lies_at_its_ranks()
    {
        double[] values = [9, 1, 7.5, 3, 2, 8, 4, 6, 5];

        Assert.Equal(new Interval(2, 8), Candour.Statistics.Quantile.MedianInterval(values));
        Assert.Null(Candour.Statistics.Quantile.MedianInterval(values[..5]));
        Assert.Equal(new Interval(4, 4), Candour.Statistics.Quantile.MedianInterval(Enumerable.Repeat(4.0, 8)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Candour.Statistics.Quantile.MedianInterval([1, 2, double.NaN]));
    }
}
