using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class RateTests
{
    private const int Seed = 19361201;

    [Fact]
    public void Rates_agree_with_the_published_ones()
    {
        var rows = PublishedValues.Csv("V03_rate_exact_byar.csv").ToList();

        Assert.Equal(8, rows.Count);
        foreach (var row in rows)
        {
            var (x, n, per) = ((long)row.Number("x"), row.Number("n"), row.Number("per"));
            var usual = Near.Known(Rate.Of(x, n, per));
            var wide = Near.Known(Rate.Of(x, n, per, NormalQuantile.TwoSided998));

            Assert.Equal(row["method"] == "Exact", x < PoissonCount.ByarFrom);
            Near.Equal(row.Number("value"), usual.Value);
            Near.Equal(row.Number("lower95"), usual.Interval.Lower);
            Near.Equal(row.Number("upper95"), usual.Interval.Upper);
            Near.Equal(row.Number("lower998"), wide.Interval.Lower);
            Near.Equal(row.Number("upper998"), wide.Interval.Upper);
        }
    }

    [Fact]
    public void The_directly_standardised_rate_agrees_with_the_published_one()
    {
        var file = PublishedValues.Json("V05_dsr_dobson.json");
        var strata = file.GetProperty("strata").EnumerateArray().Select(stratum => new RateStratum(
            (long)stratum.Number("events"), stratum.Number("pop"), stratum.Number("stdpop"))).ToList();
        var expected = file.GetProperty("expected");

        var usual = Near.Known(StandardisedRate.Of(strata, file.Number("per")));
        var wide = Near.Known(StandardisedRate.Of(strata, file.Number("per"), NormalQuantile.TwoSided998));

        Assert.Equal((19, 895), (strata.Count, strata.Sum(stratum => stratum.Events)));
        Near.Equal(expected.Number("value"), usual.Value);
        Near.Equal(expected.Number("lower95"), usual.Interval.Lower);
        Near.Equal(expected.Number("upper95"), usual.Interval.Upper);
        Near.Equal(expected.Number("lower998"), wide.Interval.Lower);
        Near.Equal(expected.Number("upper998"), wide.Interval.Upper);
    }

    [Fact]
    public void Indirectly_standardised_ratios_agree_with_the_published_ones()
    {
        var cases = PublishedValues.Json("V07_isr_smr.json").GetProperty("cases").EnumerateArray().ToList();

        Assert.Equal(3, cases.Count);
        foreach (var area in cases)
        {
            var strata = area.GetProperty("strata").EnumerateArray().Select(stratum => new RatioStratum(
                (long)stratum.Number("events"), stratum.Number("pop"), stratum.Number("ref_events"),
                stratum.Number("ref_pop"))).ToList();
            var expected = area.GetProperty("expected");
            var observed = (long)expected.Number("observed");

            // One area's file leaves out a stratum, but counts it in what was expected.
            var whole = strata.Count == 19;
            var usual = Near.Known(whole
                ? StandardisedRatio.Of(strata) : StandardisedRatio.Of(observed, expected.Number("expected")));
            var wide = Near.Known(whole
                ? StandardisedRatio.Of(strata, NormalQuantile.TwoSided998)
                : StandardisedRatio.Of(observed, expected.Number("expected"), NormalQuantile.TwoSided998));

            Near.Equal(expected.Number("ratio_x100"), 100 * usual.Value);
            Near.Equal(expected.Number("lower95"), 100 * usual.Interval.Lower);
            Near.Equal(expected.Number("upper95"), 100 * usual.Interval.Upper);
            Near.Equal(expected.Number("lower998"), 100 * wide.Interval.Lower);
            Near.Equal(expected.Number("upper998"), 100 * wide.Interval.Upper);
        }
    }

    [Fact]
    public void No_event_starts_at_exactly_0_and_ends_near_three()
    {
        var interval = PoissonCount.Interval(0);

        Assert.Equal(0, interval.Lower);
        Near.Equal(-Math.Log(0.025), interval.Upper);
    }

    [Fact]
    public void Where_the_exact_interval_gives_way_to_Byar_there_is_hardly_a_step()
    {
        var exactLower = Distributions.ChiSquareQuantile(0.025, 20) / 2;
        var exactUpper = Distributions.ChiSquareUpperQuantile(0.025, 22) / 2;
        var byar = PoissonCount.Interval(10);

        Near.Equal(exactLower, byar.Lower, 0.005);
        Near.Equal(exactUpper, byar.Upper, 0.005);
    }

    [Fact]
    public void A_count_lies_inside_its_interval_which_rises_with_it()
    {
        var before = PoissonCount.Interval(0, 0.5);
        foreach (var x in Enumerable.Range(1, 400).Select(i => (long)i).Concat([1_000_000, 1_000_000_000]))
        {
            foreach (var z in new[] { NormalQuantile.TwoSided95, NormalQuantile.TwoSided998 })
            {
                Assert.True(PoissonCount.Interval(x, z).Contains(x));
                Assert.True(PoissonCount.Interval(x, z).Lower >= 0);
            }

            var interval = PoissonCount.Interval(x, 0.5);
            Assert.True(interval.Lower > before.Lower && interval.Upper > before.Upper, $"{x}");
            before = interval;
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(150)]
    public void Covers_the_true_mean_at_least_about_95_times_in_100(double mean)
    {
        const int Times = 4000;
        var random = new Random(Seed);
        var covered = Enumerable.Range(0, Times).Count(_ => PoissonCount.Interval(random.Poisson(mean)).Contains(mean));

        Assert.InRange((double)covered / Times, 0.94, 1);
    }

    [Fact]
    public void A_rate_of_nothing_is_not_estimable() => Assert.Equal(
        new Estimate.NotEstimable(Obstacle.EmptyBase), Rate.Of(0, 0, 1000));

    [Fact]
    public void Strata_with_one_rate_have_that_rate_whatever_the_standard()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var strata = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(10, 500))
                .Select(n => new RateStratum(n, n * 20.0, random.Next(1, 1000))).ToList();

            var rate = Near.Known(StandardisedRate.Of(strata, 1000));

            Near.Equal(50, rate.Value);
            Assert.True(rate.Interval.Contains(50));
            Assert.True(rate.Interval.Lower >= 0);
        }
    }

    [Fact]
    public void With_the_area_as_its_own_standard_it_is_the_crude_rate_with_Byar_limits()
    {
        RateStratum[] strata = [new(12, 300, 300), new(7, 900, 900), new(31, 2000, 2000)];

        var rate = Near.Known(StandardisedRate.Of(strata, 1000));
        var crude = Near.Known(Rate.Of(50, 3200, 1000));

        Near.Equal(crude.Value, rate.Value);
        Near.Equal(crude.Interval.Lower, rate.Interval.Lower);
        Near.Equal(crude.Interval.Upper, rate.Interval.Upper);
    }

    [Fact]
    public void A_standardised_rate_is_withheld_below_ten_events_and_without_population()
    {
        Assert.Equal(
            new Estimate.TooFew(9, 10), StandardisedRate.Of([new(4, 100, 1), new(5, 100, 1), new(8, 100, 0)], 1000));
        Near.Known(StandardisedRate.Of([new(5, 100, 1), new(5, 100, 1)], 1000));
        Assert.Equal(
            new Estimate.NotEstimable(Obstacle.EmptyStratum),
            StandardisedRate.Of([new(40, 100, 1), new(0, 0, 1)], 1000));
        Near.Known(StandardisedRate.Of([new(40, 100, 1), new(0, 0, 0)], 1000));
        Assert.Equal(new Estimate.NotEstimable(Obstacle.EmptyBase), StandardisedRate.Of([], 1000));
    }

    [Fact]
    public void A_ratio_without_expectation_is_not_estimable()
    {
        Assert.Equal(new Estimate.NotEstimable(Obstacle.NothingExpected), StandardisedRatio.Of([]));
        Assert.Equal(
            new Estimate.NotEstimable(Obstacle.NothingExpected), StandardisedRatio.Of([new(3, 100, 0, 1000)]));
        Assert.Equal(
            new Estimate.NotEstimable(Obstacle.EmptyStratum),
            StandardisedRatio.Of([new(3, 100, 5, 1000), new(1, 10, 0, 0)]));
        Assert.Equal(0, Near.Known(StandardisedRatio.Of([new(0, 100, 5, 1000), new(0, 0, 0, 0)])).Interval.Lower);
    }

    [Fact]
    public void Very_large_counts_stay_finite()
    {
        var rate = Near.Known(Rate.Of(1_000_000_000, 1e9, 1000));
        Assert.Equal(1000, rate.Value);
        Assert.InRange(rate.Interval.Width, 0.1, 0.13);
        Near.Known(StandardisedRate.Of([new(1_000_000_000, 1e10, 1e9), new(1, 1e9, 1)], 1e5));
        Near.Known(StandardisedRatio.Of(1_000_000_000, 1e9));
    }

    [Fact]
    public void Negative_counts_and_populations_that_are_no_number_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonCount.Interval(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Of(1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Of(1, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Of(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRate.Of([new(-1, 1, 1)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRatio.Of([new(1, 1, double.NaN, 1)]));
    }

    /// <summary>Events of one person come together: the rate stays, its interval is wider.</summary>
    [Fact]
    public void Repeated_events_keep_the_rate_and_widen_the_interval()
    {
        RateStratum[] once = [new(14, 3000, 20000), new(22, 4000, 50000), new(3, 3000, 30000)];
        var single = Near.Known(StandardisedRate.Of(once, 1000));
        var alike = Near.Known(StandardisedRate.OfRepeated(
            [.. once.Select(stratum => new RepeatStratum([new(1, stratum.Events)], stratum.Population, stratum.StandardPopulation))], 1000));
        var repeated = Near.Known(StandardisedRate.OfRepeated(
            [
                new([new(1, 4), new(5, 2)], 3000, 20000), new([new(2, 11)], 4000, 50000), new([new(1, 0), new(3, 1)], 3000, 30000),
            ],
            1000));

        Assert.Equal(single, alike);
        Near.Equal(single.Value, repeated.Value);
        var variance = (Math.Pow(0.2 / 3000, 2) * 54) + (Math.Pow(0.5 / 4000, 2) * 44) + (Math.Pow(0.3 / 3000, 2) * 9);
        var usual = (Math.Pow(0.2 / 3000, 2) * 14) + (Math.Pow(0.5 / 4000, 2) * 22) + (Math.Pow(0.3 / 3000, 2) * 3);
        Near.Equal(
            Math.Sqrt(variance / usual) * (single.Interval.Upper - single.Value), repeated.Interval.Upper - repeated.Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedRate.OfRepeated([new([new(0, 3)], 1, 1)], 1000));
    }
}
