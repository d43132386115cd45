using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class SurveysTests
{
    private const int Seed = 19400611;

    [Fact]
    public void Weighting_classes_agree_with_the_published_weights()
    {
        var expected = PublishedValues.Json("V61_nonresponse_weighting_class.json").GetProperty("expected");

        var response = Assert.IsType<ResponseRate.Known>(
            ResponseRate.Of([new(new(5, 5), 100), new(new(3, 5), 100)]));

        Near.Equal(expected.Number("response_rate"), response.Rate.Value);
        Near.Equal(expected.GetProperty("class_weights").Number("A"), response.Weights[0]);
        Near.Equal(expected.GetProperty("class_weights").Number("B"), response.Weights[1]);
        Near.Equal(
            expected.Number("weighted_total_after"), (5 * response.Weights[0]) + (3 * response.Weights[1]));
        Assert.Equal(new ShareCount(8, 10), response.Answers);
        Near.Equal(
            EffectiveCases.Of([100, 100, 100, 100, 100, 500 / 3.0, 500 / 3.0, 500 / 3.0]).Effective,
            response.Cases.Effective);
    }

    [Fact]
    public void A_class_that_is_silent_or_empty_is_said_so()
    {
        Assert.IsType<ResponseRate.NobodyAsked>(ResponseRate.Of([]));
        Assert.IsType<ResponseRate.NobodyAsked>(ResponseRate.Of([new(new(0, 0), 1)]));
        var silent = Assert.IsType<ResponseRate.ClassWithoutAnswers>(
            ResponseRate.Of([new(new(0, 0), 1), new(new(3, 4), 1), new(new(0, 4), 1)]));
        Assert.Equal((2, new ShareCount(3, 8)), (silent.Class, silent.Answers));
        Assert.Equal(0.375, silent.Rate.Value);
        var whole = Assert.IsType<ResponseRate.Known>(ResponseRate.Of([new(new(0, 0), 1), new(new(1_000_000_000, 1_000_000_000), 1)]));
        Assert.Equal([0.0, 1.0], whole.Weights);
        Assert.Equal(1e9, whole.Cases.Effective);
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseRate.Of([new(new(2, 1), 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseRate.Of([new(new(1, 1), 0)]));
    }

    [Fact]
    public void Raked_weights_agree_with_the_published_ones()
    {
        var file = PublishedValues.Json("V59_raking_kalton.json");
        var cells = file.GetProperty("sample_counts_a_by_b").EnumerateArray().SelectMany((row, a) =>
            row.EnumerateArray().Select((count, b) => new AnsweredAlike([a, b], count.GetInt64(), 1))).ToList();
        IReadOnlyList<double>[] margins = [file.Numbers("population_margin_a"), file.Numbers("population_margin_b")];

        var raked = Assert.IsType<Raking.Known>(Raking.Of(cells, margins, WeightCaps.None));

        var full = file.GetProperty("expected_weights_full").EnumerateArray()
            .SelectMany(row => row.EnumerateArray().Select(weight => weight.GetDouble())).ToList();
        var published = file.GetProperty("expected_weights_2dp").EnumerateArray()
            .SelectMany(row => row.EnumerateArray().Select(weight => weight.GetDouble())).ToList();
        Assert.Equal(12, full.Count);
        for (var i = 0; i < full.Count; i++)
        {
            Near.Equal(full[i], raked.Weights[i]);
            Assert.Equal(published[i], raked.Weights[i], 2);
        }

        Assert.Equal(0, raked.Capped);
        Near.Equal(
            1000 * cells.Zip(full, (cell, weight) => cell.People * weight * weight).Sum() / (1500.0 * 1500.0),
            raked.Cases.DesignEffect);
    }

    [Fact]
    public void Raked_weights_keep_the_odds_ratios_of_the_sample_and_meet_every_margin()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var cells = (from a in Enumerable.Range(0, 2) from b in Enumerable.Range(0, 3) from c in Enumerable.Range(0, 2)
                         select new AnsweredAlike([a, b, c], random.Next(1, 40), 0.5 + random.NextDouble())).ToList();
            var margins = Margins(cells, random);

            var raked = Assert.IsType<Raking.Known>(Raking.Of(cells, margins, WeightCaps.None));

            for (var m = 0; m < 3; m++)
            {
                for (var c = 0; c < margins[m].Count; c++)
                {
                    Near.Equal(margins[m][c], cells.Zip(raked.Weights)
                        .Where(pair => pair.First.Categories[m] == c).Sum(pair => pair.First.People * pair.Second), 1e-8);
                }
            }

            var shuffled = Assert.IsType<Raking.Known>(
                Raking.Of([.. Enumerable.Reverse(cells)], margins, WeightCaps.None));
            Near.Equal(raked.Weights[3], shuffled.Weights[^4], 1e-6);
            var scaled = Assert.IsType<Raking.Known>(Raking.Of(
                [.. cells.Select(cell => cell with { BaseWeight = 7 * cell.BaseWeight })], margins, WeightCaps.None));
            Near.Equal(raked.Weights[3], scaled.Weights[3], 1e-6);
        }

        static List<IReadOnlyList<double>> Margins(List<AnsweredAlike> cells, Random random)
        {
            var truth = cells.ConvertAll(cell => cell.People * (0.5 + random.NextDouble()));
            return [.. Enumerable.Range(0, 3).Select(m => (IReadOnlyList<double>)[.. cells.Zip(truth)
                .GroupBy(pair => pair.First.Categories[m]).OrderBy(group => group.Key)
                .Select(group => group.Sum(pair => pair.Second))])];
        }
    }

    [Fact]
    public void Caps_hold_weights_or_refuse()
    {
        List<AnsweredAlike> cells = [new([0, 0], 50, 1), new([0, 1], 10, 1), new([1, 0], 10, 1), new([1, 1], 30, 1)];
        IReadOnlyList<double>[] margins = [[300, 700], [400, 600]];
        var free = Assert.IsType<Raking.Known>(Raking.Of(cells, margins, WeightCaps.None));
        var mean = 10.0;

        var capped = Assert.IsType<Raking.Known>(Raking.Of(cells, margins, new WeightCaps(0, 1.75)));

        Assert.True(free.Weights.Max() > 1.8 * mean);
        Assert.True(capped.Weights.Max() <= (1.75 * mean) + 1e-9);
        Assert.True(capped.Capped > 0);
        Assert.True(capped.Cases.DesignEffect >= 1);
        Assert.Equal(300, (50 * capped.Weights[0]) + (10 * capped.Weights[1]), 6);
        Assert.Equal(600, (10 * capped.Weights[1]) + (30 * capped.Weights[3]), 6);
        var refused = Assert.IsType<Raking.DoesNotConverge>(Raking.Of(cells, margins, new WeightCaps(0.9, 1.2)));
        Assert.InRange(refused.Off, 0.01, 1);
    }

    [Fact]
    public void Margins_that_cannot_be_met_are_refused_in_words()
    {
        List<AnsweredAlike> cells = [new([0, 0], 5, 1), new([1, 1], 5, 1), new([1, 0], 0, 1)];

        Assert.Equal(new Raking.MarginsDisagree(1), Raking.Of(cells, [[5, 5], [5, 6]], WeightCaps.None));
        Assert.Equal(new Raking.CategoryWithoutAnswers(0, 2), Raking.Of(cells, [[5, 5, 1], [5, 6]], WeightCaps.None));
        Assert.IsType<Raking.DoesNotConverge>(Raking.Of(cells, [[5, 5], [4, 6]], WeightCaps.None));
        Assert.IsType<Raking.NoPopulation>(Raking.Of([], [], WeightCaps.None));
        Assert.IsType<Raking.NoPopulation>(Raking.Of(cells, [[0, 0], [0, 0]], WeightCaps.None));
        Assert.IsType<Raking.CategoryWithoutAnswers>(Raking.Of([], [[1.0]], WeightCaps.None));
        var without = Assert.IsType<Raking.Known>(Raking.Of(cells, [[10, 0], [10, 0]], WeightCaps.None));
        Assert.Equal([2.0, 0, 0], without.Weights);
        Assert.Equal(new EffectiveCases(5, 5), without.Cases);
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Of(cells, [[5, 5]], WeightCaps.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Of(cells, [[5], [5, 5]], WeightCaps.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Of(cells, [[5, 5], [5, 5]], new(0, 0.9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Of(cells, [[5, 5], [5, 5]], new(1.1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Raking.Of(cells, [[5, -5], [5, 5]], WeightCaps.None));
    }

    [Fact]
    public void Net_scores_agree_with_the_calculated_ones()
    {
        var rows = PublishedValues.Csv("V62_net_score.csv").ToList();

        Assert.Equal(2, rows.Count);
        foreach (var row in rows)
        {
            var (p, passive, d) = ((long)row.Number("promoters"), (long)row.Number("passives"), (long)row.Number("detractors"));
            var score = NetScore.Of(p, passive, d, fewest: 1);
            var known = Near.Known(score.Score);

            Near.Equal(row.Number("net_score"), known.Value);
            Near.Equal(row.Number("se"), score.StandardError);
            if (row["lower95"].Length > 0)
            {
                Near.Equal(row.Number("lower95"), known.Interval.Lower);
                Near.Equal(row.Number("upper95"), known.Interval.Upper);
            }
        }

        Assert.Equal(new Estimate.TooFew(6, 10), NetScore.Of(3, 2, 1).Score);
        Assert.Equal(new Estimate.TooFew(0, 10), NetScore.Of(0, 0, 0).Score);
    }

    [Fact]
    public void A_net_score_of_answers_all_alike_has_an_interval_with_a_width()
    {
        var others = 1 - Wilson.Interval(20, 20).Lower;

        Assert.Equal(new Interval(1 - (2 * others), 1), Near.Known(NetScore.Of(20, 0, 0).Score).Interval);
        Assert.Equal(new Interval(-1, -1 + (2 * others)), Near.Known(NetScore.Of(0, 0, 20).Score).Interval);
        Assert.Equal(new Interval(-others, others), Near.Known(NetScore.Of(0, 20, 0).Score).Interval);
        var huge = Near.Known(NetScore.Of(1_000_000_000, 1, 1_000_000_000).Score);
        Assert.Equal(0, huge.Value);
        Assert.InRange(huge.Interval.Upper, 4e-5, 5e-5);
        Assert.Throws<ArgumentOutOfRangeException>(() => NetScore.Of(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetScore.Of(1, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetScore.Of(1, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetScore.Of(1, 0, 0, 0));
    }

    [Fact]
    public void Answers_are_spread_by_their_weights()
    {
        var known = Assert.IsType<Answers.Known>(Answers.Of(
            [
                .. Enumerable.Repeat(new WeightedAnswer(0, 1), 8), .. Enumerable.Repeat(new WeightedAnswer(1, 2), 4),
                .. Enumerable.Repeat(new WeightedAnswer(4, 4), 4),
            ], 5));

        Assert.Equal([0.25, 0.25, 0, 0, 0.5], known.Options.Select(option => option.Value));
        Assert.Equal(0.5, known.TopTwo.Value);
        Near.Equal(32.0 * 32 / (8 + 16 + 64), known.Cases.Effective);
        Assert.Equal(
            Wilson.WeightedInterval(known.Cases.Effective / 2, known.Cases.Effective), known.TopTwo.Interval);
        Assert.Equal(0, known.Options[2].Interval.Lower);
        Assert.True(known.Options[2].Interval.Upper > 0.1);
    }

    [Fact]
    public void Answers_of_a_few_are_withheld()
    {
        var nine = Enumerable.Repeat(new WeightedAnswer(0, 1), 9).ToList();

        Assert.Equal(new Answers.TooFew(9, 10), Answers.Of(nine, 2));
        Assert.IsType<Answers.Known>(Answers.Of(nine, 2, fewest: 9));
        Assert.Equal(1, Assert.IsType<Answers.Known>(Answers.Of(nine, 2, 9)).TopTwo.Interval.Upper);
        Assert.Throws<ArgumentOutOfRangeException>(() => Answers.Of(nine, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Answers.Of(nine, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Answers.Of([new(2, 1)], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Answers.Of([new(-1, 1)], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Answers.Of([new(1, 0)], 2));
    }

    [Fact]
    public void Weighted_shares_cover_the_truth_about_95_times_in_100()
    {
        // Half of the people answer five times as often, and think otherwise.
        const int Times = 2000;
        var random = new Random(Seed);
        var covered = Enumerable.Range(0, Times).Count(_ => Assert.IsType<Answers.Known>(Answers.Of(
            [
                .. Enumerable.Range(0, 250).Select(_ => new WeightedAnswer(random.NextDouble() < 0.7 ? 0 : 1, 1)),
                .. Enumerable.Range(0, 50).Select(_ => new WeightedAnswer(random.NextDouble() < 0.4 ? 0 : 1, 5)),
            ], 2)).Options[0].Interval.Contains(0.55));

        Assert.InRange((double)covered / Times, 0.93, 0.98);
    }

    [Fact]
    public void A_group_is_hidden_when_the_whole_would_reveal_another()
    {
        var (shown, small, reveals, nobody) = (
            GroupShown.Shown, GroupShown.TooSmall, GroupShown.WouldRevealAnother, GroupShown.Nobody);

        Assert.Equal([shown, shown], ComplementRule.Of([10, 10], 10));
        Assert.Equal([small, reveals], ComplementRule.Of([9, 50], 10));
        Assert.Equal([small, reveals, shown], ComplementRule.Of([9, 50, 60], 10));
        Assert.Equal([small, small, shown], ComplementRule.Of([4, 6, 60], 10));
        Assert.Equal([small, small, reveals, shown], ComplementRule.Of([4, 5, 12, 60], 10));
        Assert.Equal([nobody, small, reveals, shown], ComplementRule.Of([0, 4, 12, 60], 10));
        Assert.Equal([small], ComplementRule.Of([4], 10));
        Assert.Equal([small, small], ComplementRule.Of([4, 5], 10));
        Assert.Equal([nobody], ComplementRule.Of([0], 10));
        Assert.Empty(ComplementRule.Of([], 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComplementRule.Of([-1], 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComplementRule.Of([1], 0));

        Assert.Equal(shown, ComplementRule.OfOne(40, 60, 10));
        Assert.Equal(shown, ComplementRule.OfOne(60, 60, 10));
        Assert.Equal(shown, ComplementRule.OfOne(50, 60, 10));
        Assert.Equal(reveals, ComplementRule.OfOne(51, 60, 10));
        Assert.Equal(small, ComplementRule.OfOne(9, 60, 10));
        Assert.Equal(nobody, ComplementRule.OfOne(0, 60, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComplementRule.OfOne(61, 60, 10));
    }

    [Fact]
    public void What_is_hidden_is_nothing_or_enough_of_several()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2000; i++)
        {
            var groups = Enumerable.Range(0, random.Next(1, 7)).Select(_ => (long)random.Next(0, 40)).ToList();
            var shown = ComplementRule.Of(groups, 10);

            var hidden = groups.Where((_, g) => shown[g] is GroupShown.TooSmall or GroupShown.WouldRevealAnother).ToList();
            Assert.True(hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum() >= 10) || !shown.Contains(GroupShown.Shown));
            Assert.All(groups.Zip(shown), pair => Assert.True(pair.Second != GroupShown.Shown || pair.First >= 10));
        }
    }
}
