using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class SamplesTests
{
    private const int Seed = 19770601;

    [Fact]
    public void Sizes_agree_with_the_calculated_ones()
    {
        var rows = PublishedValues.Csv("V56_sample_size_fpc.csv").ToList();

        Assert.Equal(9, rows.Count);
        foreach (var row in rows)
        {
            var size = row["population"] == "infinite"
                ? SampleSize.ForShare(row.Number("margin"), row.Number("p"))
                : SampleSize.ForShareOf((long)row.Number("population"), row.Number("margin"), row.Number("p"));

            Near.Equal(row.Number("n0"), size.Unlimited);
            Near.Equal(row.Number("n_fpc"), size.Exact);
            Assert.Equal(row.Number("n_ceiling"), size.Cases);
        }
    }

    [Fact]
    public void A_size_never_exceeds_the_population_and_grows_with_it()
    {
        long last = 0;
        for (var n = 0L; n < 2_000_000_000; n = (2 * n) + 1)
        {
            var size = SampleSize.ForShareOf(n, 0.05).Cases;
            Assert.InRange(size, last, n);
            last = size;
        }

        Assert.Equal(385, last);
        Assert.Equal(1, SampleSize.ForShareOf(1, 0.9).Cases);
        Assert.Equal(long.MaxValue, SampleSize.ForShare(1e-12).Cases);
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShareOf(-1, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0.05, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0.05, 1));
    }

    [Fact]
    public void A_stratified_mean_agrees_with_the_published_one()
    {
        var file = PublishedValues.Json("V57_stratified_mean_fpc.json");
        var expected = file.GetProperty("expected");
        var values = file.Numbers("x").Zip(file.Numbers("stratum")).ToLookup(pair => pair.Second, pair => pair.First);
        var population = file.GetProperty("stratum_population");

        var mean = Assert.IsType<StratifiedMean.Known>(StratifiedMean.Of(
        [
            new((long)population.Number("1"), [.. values[1]]), new((long)population.Number("2"), [.. values[2]]),
        ]));

        Near.Equal(expected.Number("mean"), mean.Mean);
        Near.Equal(expected.Number("se_fpc"), mean.StandardError);
        Near.Equal(expected.Number("se_no_fpc"), mean.WithoutCorrection);
        Near.Equal(
            2 * Distributions.StudentUpperQuantile(0.025, 6) * mean.StandardError, mean.Interval.Width);
    }

    [Fact]
    public void A_share_is_that_of_all_cases_and_not_of_the_drawn()
    {
        // 20 of 40 hard cases, 10 pass; 20 of 360 routine ones, 18 pass. Raw, 70 % pass.
        var share = Known([new(40, new(10, 20)), new(360, new(18, 20))]);

        Near.Equal(0.86, share.Share);
        Near.Equal(Math.Sqrt((0.01 * 0.5 * 0.25 / 19) + (0.81 * (17 / 18.0) * 0.09 / 19)), share.StandardError);
        Assert.Equal(0.061, share.StandardError, 3);
        Assert.Equal(24.4, share.Cases.Effective, 1);
        Near.Equal(
            EffectiveCases.Of([.. Enumerable.Repeat(2.0, 20), .. Enumerable.Repeat(18.0, 20)]).Effective,
            share.Cases.Effective);
        Assert.Equal(40, share.Cases.Cases);

        var mean = Assert.IsType<StratifiedMean.Known>(StratifiedMean.Of(
        [
            new(40, [.. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(0.0, 10)]),
            new(360, [.. Enumerable.Repeat(1.0, 18), 0, 0]),
        ]));
        Near.Equal(mean.Mean, share.Share);
        Near.Equal(mean.StandardError, share.StandardError);
    }

    [Fact]
    public void One_stratum_drawn_whole_is_exact_and_hardly_drawn_is_Wilson()
    {
        Assert.Equal(new Interval(0.3, 0.3), Known([new(10, new(3, 10))]).Interval);
        Assert.Equal((0.3, 0), (Known([new(10, new(3, 10))]).Share, Known([new(10, new(3, 10))]).StandardError));
        var (own, wilson) = (Known([new(1_000_000_000, new(3, 10))]).Interval, Wilson.Interval(3, 10));
        Near.Equal(wilson.Lower, own.Lower, 1e-7);
        Near.Equal(wilson.Upper, own.Upper, 1e-7);
    }

    [Fact]
    public void A_share_covers_the_truth_about_95_times_in_100()
    {
        const int Times = 4000;
        var random = new Random(Seed);
        var (long1, long2) = (Deck(40, 14), Deck(360, 331));
        var truth = (14 + 331) / 400.0;
        var covered = Enumerable.Range(0, Times).Count(_ => Known(
        [
            new(40, new(Drawn(long1, 20), 20)), new(360, new(Drawn(long2, 40), 40)),
        ]).Interval.Contains(truth));

        Assert.InRange((double)covered / Times, 0.93, 0.975);

        long Drawn(int[] deck, int n)
        {
            random.Shuffle(deck);
            return deck.Take(n).Sum();
        }

        static int[] Deck(int cases, int with) => [.. Enumerable.Range(0, cases).Select(i => i < with ? 1 : 0)];
    }

    [Fact]
    public void Strata_may_be_empty_whole_or_without_a_pass_but_not_hardly_drawn()
    {
        Assert.IsType<StratifiedShare.EmptyPopulation>(StratifiedShare.Of([]));
        Assert.IsType<StratifiedShare.EmptyPopulation>(StratifiedShare.Of([new(0, new(0, 0))]));
        Assert.Equal(new StratifiedShare.TooFewDrawn(1, 0), StratifiedShare.Of([new(0, new(0, 0)), new(5, new(0, 0))]));
        Assert.Equal(new StratifiedShare.TooFewDrawn(1, 1), StratifiedShare.Of([new(1, new(1, 1)), new(5, new(0, 1))]));
        Assert.IsType<StratifiedMean.EmptyPopulation>(StratifiedMean.Of([new(0, [])]));
        Assert.Equal(new StratifiedMean.TooFewDrawn(0, 1), StratifiedMean.Of([new(5, [2])]));
        Assert.Equal(new StratifiedMean.TooFewDrawn(0, 0), StratifiedMean.Of([new(5, [])]));
        Assert.Equal(
            new StratifiedMean.Known(2, 0, 0, new Interval(2, 2)), StratifiedMean.Of([new(1, [2]), new(0, [])]));

        foreach (var passes in new[] { 0L, 1_000_000 })
        {
            var share = Known([new(1_000_000_000, new(passes, 1_000_000)), new(1, new(passes / 1_000_000, 1))]);
            Assert.InRange(share.Interval.Width, 1e-7, 1e-5);
            Assert.Equal(passes / 1e6, share.Share, 12);
            Assert.True(share.Interval.Contains(share.Share));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedShare.Of([new(5, new(1, 6))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedShare.Of([new(5, new(3, 2))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedMean.Of([new(1, [2, 3])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedMean.Of([new(2, [2, double.NaN])]));
    }

    [Fact]
    public void Effective_cases_count_equal_weights_in_full_and_do_not_depend_on_their_scale()
    {
        Assert.Equal(new EffectiveCases(0, 0), EffectiveCases.Of([]));
        Assert.Equal(new EffectiveCases(0, 0), EffectiveCases.Of([0, 0]));
        Assert.Equal(1, EffectiveCases.Of([]).DesignEffect);
        Assert.Equal(new EffectiveCases(1, 1), EffectiveCases.Of([0, 7e300]));
        Assert.Equal(new EffectiveCases(3, 3), EffectiveCases.Of([1e-300, 1e-300, 1e-300]));
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 50)).Select(_ => random.NextDouble() + 0.01).ToList();
            var cases = EffectiveCases.Of(weights);
            Assert.InRange(cases.Effective, 1, weights.Count);
            Near.Equal(cases.Effective, EffectiveCases.Of(weights.Select(weight => 1e200 * weight).Reverse()).Effective);
            Near.Equal(weights.Count * weights.Sum(w => w * w) / Math.Pow(weights.Sum(), 2), cases.DesignEffect);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => EffectiveCases.Of([-1]));
    }

    [Fact]
    public void A_panel_moves_shares_by_its_errors()
    {
        // 80 of 100 recorded as 0, of which the panel finds a quarter to be 1; all it sees of 1 are right.
        var corrected = Assert.IsType<PanelCorrection.Known>(PanelCorrection.Of(
            [800, 200],
            [
                .. Enumerable.Repeat(new PanelCase(0, 0, 1), 30), .. Enumerable.Repeat(new PanelCase(0, 1, 1), 10),
                .. Enumerable.Repeat(new PanelCase(1, 1, 1), 20),
            ]));

        Assert.Equal([0.8, 0.2], corrected.Codes.Select(code => code.Recorded));
        Near.Equal(0.6, corrected.Codes[0].Corrected);
        Near.Equal(0.4, corrected.Codes[1].Corrected);

        // With equal weights it is the stratified share.
        var share = Known([new(800, new(10, 40)), new(200, new(20, 20))]);
        Near.Equal(share.Interval.Lower, corrected.Codes[1].Interval.Lower);
        Near.Equal(share.Interval.Upper, corrected.Codes[1].Interval.Upper);
        Near.Equal(1 - share.Interval.Upper, corrected.Codes[0].Interval.Lower);
    }

    [Fact]
    public void A_panel_that_drew_hard_cases_more_often_is_weighted_back()
    {
        // Of 100 cases on record 20 are hard and wrong; the panel drew 10 of them and 10 of the others.
        var corrected = Assert.IsType<PanelCorrection.Known>(PanelCorrection.Of(
            [100, 0],
            [.. Enumerable.Repeat(new PanelCase(0, 1, 2), 10), .. Enumerable.Repeat(new PanelCase(0, 0, 8), 10)]));

        Near.Equal(0.2, corrected.Codes[1].Corrected);
        Assert.True(corrected.Codes[1].Interval.Width > Wilson.Interval(4, 20).Width * Math.Sqrt(0.8));
    }

    [Fact]
    public void Corrected_shares_add_up_and_cover_the_truth()
    {
        const int Times = 2000;
        var random = new Random(Seed);
        var covered = 0;
        double[][] error = [[0.85, 0.1, 0.05], [0.1, 0.9, 0], [0, 0.2, 0.8]];
        var truth = (0.6 * 0.1) + (0.3 * 0.9) + (0.1 * 0.2);
        for (var i = 0; i < Times; i++)
        {
            var panel = Enumerable.Range(0, 3).SelectMany(recorded => Enumerable.Range(0, 40).Select(_ =>
            {
                var u = random.NextDouble();
                return new PanelCase(recorded, u < error[recorded][0] ? 0
                    : u < error[recorded][0] + error[recorded][1] ? 1 : 2, 3);
            })).ToList();
            var corrected = Assert.IsType<PanelCorrection.Known>(
                PanelCorrection.Of([6_000_000, 3_000_000, 1_000_000], panel));

            Assert.Equal(1, corrected.Codes.Sum(code => code.Corrected), 1e-12);
            Assert.All(corrected.Codes, code => Assert.True(code.Interval.Contains(code.Corrected)));
            covered += corrected.Codes[1].Interval.Contains(truth) ? 1 : 0;
        }

        Assert.InRange((double)covered / Times, 0.93, 0.975);
    }

    [Fact]
    public void A_panel_must_have_seen_every_code_on_record()
    {
        Assert.IsType<PanelCorrection.EmptyPopulation>(PanelCorrection.Of([0, 0], []));
        Assert.IsType<PanelCorrection.EmptyPopulation>(PanelCorrection.Of([], []));
        Assert.Equal(new PanelCorrection.CodeNotSeen(1), PanelCorrection.Of([5, 3], [new(0, 0, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelCorrection.Of([0, 3], [new(0, 0, 1), new(1, 1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelCorrection.Of([5], [new(1, 0, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelCorrection.Of([5], [new(0, 1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelCorrection.Of([5], [new(0, 0, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelCorrection.Of([-5], []));
    }

    private static StratifiedShare.Known Known(IReadOnlyList<SampledStratum> strata) =>
        Assert.IsType<StratifiedShare.Known>(StratifiedShare.Of(strata));
}
