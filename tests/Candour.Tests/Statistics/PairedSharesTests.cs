using Candour.Statistics;

namespace Candour.Tests.Statistics;

/// <summary>The difference of two shares of the same cases.</summary>
public sealed class PairedSharesTests
{
    [Fact]
    public void Is_made_of_the_cases_on_which_the_two_differ()
    {
        var known = Known(20, 5, 100);

        Assert.Equal(0.15, known.Value, 12);

        // By hand: (20.5 − 5.5)/102 ± 1.959964 · √(26 − 225/102)/102.
        Assert.Equal(0.053328, known.Interval.Lower, 5);
        Assert.Equal(0.240789, known.Interval.Upper, 5);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 0, 1_000_000_000)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 7, 7)]
    [InlineData(500_000_000, 500_000_000, 1_000_000_000)]
    public void Stays_within_its_bounds(long onlyFirst, long onlySecond, long cases)
    {
        var (there, back) = (Known(onlyFirst, onlySecond, cases), Known(onlySecond, onlyFirst, cases));

        Assert.InRange(there.Value, there.Interval.Lower, there.Interval.Upper);
        Assert.InRange(there.Interval.Lower, -1, there.Interval.Upper);
        Assert.InRange(there.Interval.Upper, there.Interval.Lower, 1);
        Assert.Equal(there.Value, -back.Value, 12);
        Assert.Equal(there.Interval.Lower, -back.Interval.Upper, 12);
    }

    [Fact]
    public void Covers_the_truth_about_nineteen_times_in_twenty()
    {
        var random = new Random(27);
        var covered = Enumerable.Range(0, 4000).Count(_ =>
        {
            var (b, c) = (0, 0);
            for (var i = 0; i < 60; i++)
            {
                var u = random.NextDouble();
                b += u < 0.2 ? 1 : 0;
                c += u is >= 0.2 and < 0.3 ? 1 : 0;
            }

            return Known(b, c, 60).Interval.Contains(0.1);
        });

        Assert.InRange(covered / 4000.0, 0.94, 0.97);
    }

    [Fact]
    public void Without_cases_there_is_no_difference() =>
        Assert.IsType<Estimate.TooFew>(PairedShares.Difference(0, 0, 0));

    private static Estimate.Known Known(long onlyFirst, long onlySecond, long cases) =>
        Assert.IsType<Estimate.Known>(PairedShares.Difference(onlyFirst, onlySecond, cases));
}
