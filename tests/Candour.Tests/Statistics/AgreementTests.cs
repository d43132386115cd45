using System.Text.Json;
using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class AgreementTests
{
    private const int Seed = 19600401;

    [Fact]
    public void Two_reviewers_agree_with_the_published_values()
    {
        var file = PublishedValues.Json("V50_agreement_two_raters.json");
        var (expected, errors) = (file.GetProperty("expected"), file.GetProperty("published_se"));
        var table = Table(file);

        var agreement = Assert.IsType<TwoReviewers.Known>(TwoReviewers.Of(table));

        Assert.Equal(100, agreement.Cases);
        Near.Equal(expected.Number("pa"), agreement.Agreement.Value);
        Near.Equal(expected.Number("kappa"), Near.Known(agreement.Kappa).Value);
        Near.Equal(expected.Number("ac1"), Near.Known(agreement.Ac).Value);
        Assert.Equal(errors.Number("kappa"), Error(agreement.Kappa), 8);
        Assert.Equal(errors.Number("ac1"), Error(agreement.Ac), 8);
        Assert.False(agreement.KappaParadox);
        Near.Equal(expected.Number("bp"), Near.Known(agreement.Uniform).Value);
        Assert.Equal(errors.Number("bp"), Error(agreement.Uniform), 8);
        Near.Equal(expected.Number("bangdiwala"), OtherAgreement.Bangdiwala(table));
        Assert.Equal(errors.Number("pa"), Math.Sqrt(agreement.Agreement.Value * (1 - agreement.Agreement.Value) / 100), 8);

        // Every case seen by both: Fleiss is Scott's pi, and its error that of the table times √(n/(n − 1)).
        var many = Assert.IsType<ManyReviewers.Known>(ManyReviewers.Of(Cases(table), 3));
        Near.Equal(expected.Number("scott_pi"), Near.Known(many.Fleiss).Value);
        Assert.Equal(errors.Number("scott_pi"), Error(many.Fleiss) * Math.Sqrt(99.0 / 100), 8);
        Assert.Equal(errors.Number("ac1"), Error(many.Ac) * Math.Sqrt(99.0 / 100), 8);
        Near.Equal(expected.Number("alpha"), Near.Known(many.Alpha).Value);
        Near.Equal(expected.Number("ac1"), Near.Known(many.Ac).Value);

        static double Error(Estimate estimate) => (Near.Known(estimate).Value - Near.Known(estimate).Interval.Lower)
            / Distributions.StudentUpperQuantile(0.025, 99);
    }

    [Fact]
    public void Many_reviewers_with_missing_ones_agree_with_the_published_values()
    {
        var file = PublishedValues.Json("V52_agreement_multi_rater_missing.json");
        var expected = file.GetProperty("expected");
        var cases = file.GetProperty("ratings").EnumerateArray().Select(given => (IReadOnlyList<int>)
            [.. given.EnumerateArray().Where(code => code.ValueKind != JsonValueKind.Null).Select(code => code.GetInt32() - 1)])
            .ToList();

        var agreement = Assert.IsType<ManyReviewers.Known>(ManyReviewers.Of(cases, 5));

        Assert.Equal((11, 1), (agreement.Compared, agreement.SeenOnce));
        Near.Equal(expected.Number("pa"), agreement.Agreement.Value);
        Near.Equal(expected.Number("ac1"), Near.Known(agreement.Ac).Value);
        Near.Equal(expected.Number("fleiss_kappa"), Near.Known(agreement.Fleiss).Value);
        Near.Equal(expected.Number("krippendorff_alpha_nominal"), Near.Known(agreement.Alpha).Value);
        Near.Equal(expected.Number("brennan_prediger"), Near.Known(agreement.Uniform).Value);
        var conger = Near.Known(OtherAgreement.Conger(
            [
                .. file.GetProperty("ratings").EnumerateArray().Select(given => (IReadOnlyList<int?>)
                    [.. given.EnumerateArray().Select(code => code.ValueKind == JsonValueKind.Null ? (int?)null : code.GetInt32() - 1)]),
            ],
            5));
        Assert.Equal(file.Number("conger_kappa_published"), conger.Value, 5);

        // Its error, recalculated in another language from the pull of every rating; leaving out one case after another gives 0.1373.
        Assert.Equal(0.1322598546650925, (conger.Value - conger.Interval.Lower) / Distributions.StudentUpperQuantile(0.025, 11), 12);
        var published = file.GetProperty("published_5dp");
        Assert.Equal(published.Number("ac1"), Near.Known(agreement.Ac).Value, 5);
        Assert.Equal(published.Number("fleiss"), Near.Known(agreement.Fleiss).Value, 5);
        Assert.Equal(published.Number("alpha"), Near.Known(agreement.Alpha).Value, 5);
    }

    [Fact]
    public void Congers_kappa_of_two_reviewers_is_Cohens_with_its_error()
    {
        IReadOnlyList<IReadOnlyList<long>> table = [[40, 9, 1], [6, 20, 2], [3, 4, 15]];
        int?[][] cases = [.. table.SelectMany((row, i) => row.SelectMany((count, j) => Enumerable.Repeat<int?[]>([i, j], (int)count)))];
        var cohen = Near.Known(Assert.IsType<TwoReviewers.Known>(TwoReviewers.Of(table)).Kappa);

        var conger = Near.Known(OtherAgreement.Conger(cases, 3));

        Near.Equal(cohen.Value, conger.Value);
        Near.Equal((cohen.Value - cohen.Interval.Lower) * Math.Sqrt(100.0 / 99), conger.Value - conger.Interval.Lower);
        Assert.True(Near.Known(OtherAgreement.Conger(cases, 3, 1)).Interval.Lower > conger.Interval.Lower);

        // A case nobody saw and a reviewer who saw nothing change nothing.
        Assert.Equal(conger, OtherAgreement.Conger([.. cases, [null, null, null]], 3));
        Assert.Equal(new Estimate.TooFew(1, 2), OtherAgreement.Conger([[0, 0], [1, null], [null, null], [null, null]], 2));
        Assert.Equal(OtherAgreement.Conger([.. cases, [1, null]], 3), OtherAgreement.Conger([.. cases, [1]], 3));
        Assert.Equal(new Estimate.NotEstimable(Obstacle.NoSpread), OtherAgreement.Conger([[0, 0], [0, 0]], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => OtherAgreement.Conger([[0, 2], [0, 0]], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => OtherAgreement.Conger(cases, 3, 0));
    }

    [Fact]
    public void A_low_kappa_of_reviewers_who_agree_is_called_a_paradox()
    {
        var file = PublishedValues.Json("V55_kappa_paradox.json");
        var expected = file.GetProperty("expected");

        var agreement = Assert.IsType<TwoReviewers.Known>(TwoReviewers.Of(Table(file)));

        Near.Equal(expected.Number("pa"), agreement.Agreement.Value);
        Near.Equal(expected.Number("kappa"), Near.Known(agreement.Kappa).Value);
        Near.Equal(expected.Number("ac1"), Near.Known(agreement.Ac).Value);
        Near.Equal(expected.Number("bp"), Near.Known(agreement.Uniform).Value);
        Assert.True(agreement.KappaParadox);

        var all = Assert.IsType<TwoReviewers.Known>(TwoReviewers.Of([[50, 0], [0, 0]]));
        Assert.Equal(new Estimate.NotEstimable(Obstacle.NoSpread), all.Kappa);
        Assert.Equal(1, Near.Known(all.Ac).Value);
        Assert.True(all.KappaParadox);
        Assert.False(Assert.IsType<TwoReviewers.Known>(TwoReviewers.Of([[1, 0], [0, 0]])).KappaParadox);
    }

    [Fact]
    public void Near_codes_count_in_part_when_codes_have_an_order()
    {
        IReadOnlyList<IReadOnlyList<long>> table = [[10, 3, 0], [2, 8, 1], [1, 2, 9]];
        var (none, linear, quadratic) = (
            Known(TwoReviewers.Of(table)), Known(TwoReviewers.Of(table, CodeOrder.Linear)),
            Known(TwoReviewers.Of(table, CodeOrder.Quadratic)));

        // By hand: 27 the same, 8 one apart, 1 two apart.
        Near.Equal(27 / 36.0, none.Agreement.Value);
        Near.Equal((27 + (8 * 0.5)) / 36, linear.Agreement.Value);
        Near.Equal((27 + (8 * 0.75)) / 36, quadratic.Agreement.Value);
        var chance = ((13 * 13) + (11 * 13) + (12 * 10) + (0.5 * ((13 * 13) + (11 * 13) + (11 * 10) + (12 * 13)))) / 36 / 36;
        Near.Equal((linear.Agreement.Value - chance) / (1 - chance), Near.Known(linear.Kappa).Value);
        Assert.True(Near.Known(quadratic.Kappa).Value > Near.Known(linear.Kappa).Value);
        var pairs = ManyReviewers.Of(Cases(table), 3, CodeOrder.Quadratic);
        Near.Equal(Near.Known(quadratic.Ac).Value, Near.Known(Assert.IsType<ManyReviewers.Known>(pairs).Ac).Value);

        // Two codes have no nearness.
        Near.Equal(
            Near.Known(Known(TwoReviewers.Of([[5, 2], [1, 7]])).Kappa).Value,
            Near.Known(Known(TwoReviewers.Of([[5, 2], [1, 7]], CodeOrder.Quadratic)).Kappa).Value);
    }

    [Fact]
    public void Alpha_of_an_order_agrees_with_its_definition_over_pairs()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var cases = Random(random, 30, 4, 5).Where(given => given.Count > 1).ToList();
            var alpha = Near.Known(Assert.IsType<ManyReviewers.Known>(
                ManyReviewers.Of(cases, 5, CodeOrder.Quadratic)).Alpha);

            // 1 − observed disagreement over that of all pairs of codes, whichever case they are from.
            var codes = cases.SelectMany(given => given).ToList();
            var observed = cases.Sum(given => Pairs(given) / (given.Count - 1)) / codes.Count;
            var expected = Pairs(codes) / codes.Count / (codes.Count - 1);
            Assert.Equal(1 - (observed / expected), alpha.Value, 1e-9);
        }

        static double Pairs(IReadOnlyList<int> codes) =>
            codes.Sum(one => codes.Sum(other => (double)((one - other) * (one - other))));
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_cases_reviewers_or_unordered_codes()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var cases = Random(random, 25, 3, 4);
            var one = Assert.IsType<ManyReviewers.Known>(ManyReviewers.Of(cases, 4));
            var other = Assert.IsType<ManyReviewers.Known>(ManyReviewers.Of(
                [.. Enumerable.Reverse(cases).Select(given => (IReadOnlyList<int>)[.. given.Reverse().Select(code => 3 - code)])], 4));

            foreach (var coefficient in new Func<ManyReviewers.Known, Estimate>[] { k => k.Ac, k => k.Fleiss, k => k.Alpha })
            {
                Assert.Equal(Near.Known(coefficient(one)).Value, Near.Known(coefficient(other)).Value, 1e-12);
                Assert.Equal(Near.Known(coefficient(one)).Interval.Lower, Near.Known(coefficient(other)).Interval.Lower, 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(0.5, 0.85, 80)]
    [InlineData(0.8, 0.9, 200)]
    public void Intervals_cover_about_95_times_in_100(double common, double right, int n)
    {
        // Each reviewer sees the truth with a chance, and otherwise says the other code.
        var random = new Random(Seed);
        var truth = new[] { common, 1 - common };
        double[,] p = new double[2, 2];
        for (var t = 0; t < 2; t++)
        {
            for (var a = 0; a < 2; a++)
            {
                for (var b = 0; b < 2; b++)
                {
                    p[a, b] += truth[t] * (a == t ? right : 1 - right) * (b == t ? right : 1 - right);
                }
            }
        }

        var share = p[0, 0] + p[0, 1];
        var (pa, kappaChance, acChance) = (
            p[0, 0] + p[1, 1], (share * share) + ((1 - share) * (1 - share)), 2 * share * (1 - share));
        var (kappa, ac, alpha) = (0, 0, 0);
        const int Times = 2000;
        for (var i = 0; i < Times; i++)
        {
            var table = new[] { new long[2], new long[2] };
            for (var k = 0; k < n; k++)
            {
                var t = random.NextDouble() < common ? 0 : 1;
                table[random.NextDouble() < right ? t : 1 - t][random.NextDouble() < right ? t : 1 - t]++;
            }

            var two = Known(TwoReviewers.Of(table));
            var many = Assert.IsType<ManyReviewers.Known>(ManyReviewers.Of(Cases(table), 2));
            kappa += Near.Known(two.Kappa).Interval.Contains((pa - kappaChance) / (1 - kappaChance)) ? 1 : 0;
            ac += Near.Known(two.Ac).Interval.Contains((pa - acChance) / (1 - acChance)) ? 1 : 0;
            alpha += Near.Known(many.Alpha).Interval.Contains((pa - kappaChance) / (1 - kappaChance)) ? 1 : 0;
        }

        Assert.InRange((double)kappa / Times, 0.93, 0.97);
        Assert.InRange((double)ac / Times, 0.93, 0.97);
        Assert.InRange((double)alpha / Times, 0.93, 0.97);
    }

    [Fact]
    public void Extreme_tables_have_answers_that_are_numbers()
    {
        Assert.IsType<TwoReviewers.NoCases>(TwoReviewers.Of([[0, 0], [0, 0]]));
        IReadOnlyList<IReadOnlyList<long>>[] tables =
        [
            [[1, 0], [0, 0]], [[0, 1], [0, 0]], [[0, 1], [1, 0]], [[0, 5], [5, 0]], [[5, 0], [0, 5]], [[0, 9], [0, 0]],
            [[1_000_000_000, 1], [0, 1_000_000_000]], [[1_000_000_000, 0], [0, 1]], [[0, 1_000_000_000], [1, 0]],
            [[1_000_000_000, 0, 0], [0, 0, 0], [0, 0, 0]], [[0, 0, 1], [0, 0, 0], [1, 0, 0]],
        ];
        foreach (var table in tables)
        {
            foreach (var order in Enum.GetValues<CodeOrder>())
            {
                var agreement = Known(TwoReviewers.Of(table, order));
                Sound(agreement.Agreement);
                Sound(agreement.Kappa);
                Sound(agreement.Ac);
            }
        }

        var perfect = Known(TwoReviewers.Of([[5, 0], [0, 5]]));
        Assert.Equal(1, Near.Known(perfect.Kappa).Value);
        Assert.InRange(Near.Known(perfect.Kappa).Interval.Lower, 0.4, 0.5);
        var opposite = Near.Known(Known(TwoReviewers.Of([[0, 5], [5, 0]])).Kappa);
        Assert.Equal((-1, -1), (opposite.Value, opposite.Interval.Lower));
        Assert.InRange(opposite.Interval.Upper, -0.5, -0.4);
        Assert.Equal(new Estimate.TooFew(1, 2), Known(TwoReviewers.Of([[1, 0], [0, 0]])).Ac);

        Assert.Equal(new ManyReviewers.NothingCompared(2), ManyReviewers.Of([[0], [1], []], 2));
        foreach (IReadOnlyList<IReadOnlyList<int>> cases in new IReadOnlyList<IReadOnlyList<int>>[]
            { [[0, 0]], [[0, 1]], [[0, 0], [0, 0]], [[0, 1], [1, 0]], [[0, 0], [1]], [[2, 2, 2], [0, 2], [1]] })
        {
            var agreement = Assert.IsType<ManyReviewers.Known>(ManyReviewers.Of(cases, 3, CodeOrder.Linear));
            Sound(agreement.Agreement);
            Sound(agreement.Fleiss);
            Sound(agreement.Ac);
            Sound(agreement.Alpha);
        }
    }

    [Fact]
    public void Impossible_tables_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoReviewers.Of([[1]]));
        Assert.Throws<ArgumentException>(() => TwoReviewers.Of([[1, 2], [3]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoReviewers.Of([[1, -2], [3, 4]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ManyReviewers.Of([[0, 2]], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ManyReviewers.Of([[0, -1]], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ManyReviewers.Of([[0, 0]], 1));
    }

    private static void Sound(Estimate estimate)
    {
        if (estimate is Estimate.Known known)
        {
            Assert.InRange(known.Value, -1, 1 + 1e-12);
            Assert.InRange(known.Interval.Lower, -1, known.Value + 1e-12);
            Assert.InRange(known.Interval.Upper, known.Value - 1e-12, 1 + 1e-12);
        }
    }

    private static TwoReviewers.Known Known(TwoReviewers agreement) => Assert.IsType<TwoReviewers.Known>(agreement);

    private static List<IReadOnlyList<long>> Table(JsonElement file) =>
    [
        .. file.GetProperty("table").EnumerateArray()
            .Select(row => (IReadOnlyList<long>)[.. row.EnumerateArray().Select(count => count.GetInt64())]),
    ];

    private static List<IReadOnlyList<int>> Cases(IReadOnlyList<IReadOnlyList<long>> table) =>
    [
        .. table.SelectMany((row, k) => row.SelectMany(
            (count, l) => Enumerable.Repeat((IReadOnlyList<int>)[k, l], (int)count))),
    ];

    private static List<IReadOnlyList<int>> Random(Random random, int cases, int reviewers, int codes) =>
    [
        .. Enumerable.Range(0, cases).Select(_ =>
        {
            var truth = random.Next(codes);
            return (IReadOnlyList<int>)[.. Enumerable.Range(0, random.Next(1, reviewers + 1))
                .Select(_ => random.NextDouble() < 0.6 ? truth : random.Next(codes))];
        }),
    ];
}
