using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class WilsonTests
{
    private const int Seed = 19270622;

    [Fact]
    public void Agrees_with_the_published_values()
    {
        var rows = PublishedValues.Csv("V01_wilson_proportion.csv").ToList();

        Assert.Equal(8, rows.Count);
        foreach (var row in rows)
        {
            var (x, n) = ((long)row.Number("x"), (long)row.Number("n"));
            var usual = Wilson.Interval(x, n);
            var wide = Wilson.Interval(x, n, NormalQuantile.TwoSided998);

            Close(row.Number("lower95"), usual.Lower);
            Close(row.Number("upper95"), usual.Upper);
            Close(row.Number("lower998"), wide.Lower);
            Close(row.Number("upper998"), wide.Upper);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000_000_000)]
    public void None_of_n_starts_at_exactly_0_and_all_of_n_ends_at_exactly_1(long n)
    {
        var none = Wilson.Interval(0, n);
        var all = Wilson.Interval(n, n);

        Assert.Equal(0, none.Lower);
        Assert.Equal(1, all.Upper);
        // z²/(n + z²): the rule of three, a little wider.
        Close(3.841458820694124 / (n + 3.841458820694124), none.Upper);
        Close(n / (n + 3.841458820694124), all.Lower);
    }

    [Fact]
    public void None_of_n_starts_at_exactly_0_at_every_confidence()
    {
        for (var z = 0.5; z < 5; z += 0.01)
        {
            Assert.Equal(0, Wilson.Interval(0, 30, z).Lower);
            Assert.Equal(1, Wilson.Interval(30, 30, z).Upper);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(0, -1)]
    public void Counts_that_are_no_share_are_refused(long x, long n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(x, n));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_z_that_is_not_positive_and_finite_is_refused(double z) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(1, 2, z));

    [Fact]
    public void Lies_inside_0_to_1_and_contains_the_share()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var n = random.NextInt64(1, (long)Math.Pow(10, random.Next(1, 10)) + 1);
            var x = random.NextInt64(0, n + 1);

            var interval = Wilson.Interval(x, n);

            Assert.InRange(interval.Lower, 0, interval.Upper);
            Assert.InRange(interval.Upper, interval.Lower, 1);
            Assert.True(interval.Contains((double)x / n), $"{x} of {n}: {interval}");
        }
    }

    [Fact]
    public void Rises_with_the_successes()
    {
        foreach (var n in new long[] { 1, 2, 5, 50, 333 })
        {
            for (long x = 0; x < n; x++)
            {
                Assert.True(Wilson.Interval(x, n).Lower < Wilson.Interval(x + 1, n).Lower);
                Assert.True(Wilson.Interval(x, n).Upper < Wilson.Interval(x + 1, n).Upper);
            }
        }
    }

    [Fact]
    public void Widens_as_the_cases_fall_and_as_the_confidence_rises()
    {
        for (long n = 2; n <= 1 << 20; n *= 2)
        {
            Assert.True(Wilson.Interval(n / 2, n).Width > Wilson.Interval(n, 2 * n).Width);
            Assert.True(Wilson.Interval(n / 2, n, NormalQuantile.TwoSided998).Width > Wilson.Interval(n / 2, n).Width);
        }
    }

    [Fact]
    public void Failures_mirror_successes()
    {
        for (long x = 0; x <= 37; x++)
        {
            Close(1 - Wilson.Interval(37 - x, 37).Upper, Wilson.Interval(x, 37).Lower);
        }
    }

    [Theory]
    [InlineData(20, 0.05)]
    [InlineData(50, 0.3)]
    [InlineData(200, 0.01)]
    [InlineData(400, 0.9)]
    public void Covers_the_true_share_about_95_times_in_100(int n, double share)
    {
        const int Times = 20_000;
        var random = new Random(Seed);
        var covered = 0;
        for (var i = 0; i < Times; i++)
        {
            long x = 0;
            for (var j = 0; j < n; j++)
            {
                x += random.NextDouble() < share ? 1 : 0;
            }

            covered += Wilson.Interval(x, n).Contains(share) ? 1 : 0;
        }

        // The score interval moves around 95 % from one n to the next; it never drops as the textbook interval does.
        Assert.InRange((double)covered / Times, 0.92, 0.985);
    }

    private static void Close(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(Math.Abs(expected), 1e-6), $"{expected}, {actual}");
}
