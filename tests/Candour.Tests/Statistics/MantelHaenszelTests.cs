using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class MantelHaenszelTests
{
    private const int Seed = 19590422;

    /// <summary>Admissions of men and of women to six departments of the University of California at Berkeley in 1973
    /// (P. J. Bickel, E. A. Hammel and J. W. O'Connell, Science 187, 1975, 398-404; the table UCBAdmissions of R).
    /// </summary>
    internal static readonly StratumPair[] Berkeley =
    [
        new(new(512, 825), new(89, 108)), new(new(353, 560), new(17, 25)), new(new(120, 325), new(202, 593)),
        new(new(138, 417), new(131, 375)), new(new(53, 191), new(94, 393)), new(new(22, 373), new(24, 341)),
    ];

    [Fact]
    public void Agrees_with_the_published_values()
    {
        var cases = PublishedValues.Json("V34_mantel_haenszel.json").GetProperty("cases").EnumerateArray().ToList();

        Assert.Equal(2, cases.Count);
        foreach (var published in cases)
        {
            var strata = published.GetProperty("tables_abcd").EnumerateArray()
                .Select(table => table.EnumerateArray().Select(cell => cell.GetInt64()).ToList())
                .Select(t => new StratumPair(new(t[0], t[0] + t[1]), new(t[2], t[2] + t[3]))).ToList();
            var expected = published.GetProperty("expected");

            var common = MantelHaenszel.Of(strata).Match(
                c => c, h => new(h.OddsRatio, h.Test, h.Homogeneity), _ => throw new InvalidOperationException());

            Near.Equal(expected.Number("or_mh"), common.OddsRatio.Value);
            Near.Equal(expected.Number("lower"), common.OddsRatio.Interval.Lower);
            Near.Equal(expected.Number("upper"), common.OddsRatio.Interval.Upper);
            Near.Equal(expected.Number("mh_chisq_cc"), common.Test.ChiSquare);
            Near.Equal(expected.Number("p"), common.Test.P);
            Near.Equal(expected.Number("rr_mh_own"), Near.Known(StratifiedComparison.Ratio(strata)).Value);
            if (expected.GetProperty("breslow_day_chisq").ValueKind != System.Text.Json.JsonValueKind.Null)
            {
                Near.Equal(expected.Number("breslow_day_chisq"), common.Homogeneity!.Value.ChiSquare);
            }
        }
    }

    [Fact]
    public void Adjusting_the_Berkeley_admissions_for_their_departments_turns_the_sign()
    {
        var crude = Near.Known(TwoShares.OddsRatio(
            new(Berkeley.Sum(s => s.One.Numerator), Berkeley.Sum(s => s.One.Denominator)),
            new(Berkeley.Sum(s => s.Other.Numerator), Berkeley.Sum(s => s.Other.Denominator))));
        var adjusted = Assert.IsType<MantelHaenszel.Heterogeneous>(MantelHaenszel.Of(Berkeley));

        Assert.Equal((1.84, 1.62, 2.09), Rounded(crude));
        Assert.Equal((0.90, 0.77, 1.06), Rounded(adjusted.OddsRatio));
        Assert.Equal(0.9047, adjusted.OddsRatio.Value, 0.00005);
        Assert.True(adjusted.Homogeneity.P < 0.01);
        Assert.True(adjusted.Test.P > 0.05);

        static (double, double, double) Rounded(Estimate.Known known) => (Math.Round(known.Value, 2),
            Math.Round(known.Interval.Lower, 2), Math.Round(known.Interval.Upper, 2));
    }

    [Fact]
    public void One_stratum_gives_its_own_odds_ratio_and_its_Woolf_interval()
    {
        var (one, other) = (new ShareCount(7, 34), new ShareCount(4, 30));

        var common = Assert.IsType<MantelHaenszel.Common>(MantelHaenszel.Of([new(one, other)]));
        var plain = Near.Known(TwoShares.OddsRatio(one, other));

        Near.Equal(plain.Value, common.OddsRatio.Value);
        Near.Equal(plain.Interval.Lower, common.OddsRatio.Interval.Lower);
        Near.Equal(plain.Interval.Upper, common.OddsRatio.Interval.Upper);
        Assert.Null(common.Homogeneity);
    }

    [Fact]
    public void Strata_with_one_true_odds_ratio_find_it_and_rarely_disagree()
    {
        const int Times = 1000;
        const double Odds = 1.7;
        var random = new Random(Seed);
        var (covered, heterogeneous) = (0, 0);
        for (var i = 0; i < Times; i++)
        {
            var strata = new[] { 0.1, 0.3, 0.5, 0.7 }.Select(p =>
            {
                var raised = Odds * p / (1 - p + (Odds * p));
                return new StratumPair(
                    new(random.Binomial(80, raised), 80), new(random.Binomial(100, p), 100));
            }).ToList();
            var result = MantelHaenszel.Of(strata);
            covered += result.Match(c => c.OddsRatio, h => h.OddsRatio, _ => throw new InvalidOperationException())
                .Interval.Contains(Odds) ? 1 : 0;
            heterogeneous += result is MantelHaenszel.Heterogeneous ? 1 : 0;
        }

        Assert.InRange((double)covered / Times, 0.93, 0.97);
        Assert.InRange((double)heterogeneous / Times, 0.03, 0.07);
    }

    [Fact]
    public void Strata_that_say_nothing_change_nothing()
    {
        var alone = Assert.IsType<MantelHaenszel.Heterogeneous>(MantelHaenszel.Of(Berkeley));

        Assert.Equal(alone, MantelHaenszel.Of(
            [.. Berkeley, new(new(0, 0), new(5, 9)), new(new(3, 3), new(2, 2)), new(new(0, 4), new(0, 9))]));
        Assert.Equal(new MantelHaenszel.NotEstimable(Obstacle.EmptyStratum), MantelHaenszel.Of([]));
        Assert.Equal(
            new MantelHaenszel.NotEstimable(Obstacle.EmptyStratum), MantelHaenszel.Of([new(new(0, 0), new(0, 0))]));
        Assert.Equal(
            new MantelHaenszel.NotEstimable(Obstacle.ZeroCell), MantelHaenszel.Of([new(new(0, 5), new(3, 5))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MantelHaenszel.Of([new(new(6, 5), new(3, 5))]));
    }

    [Fact]
    public void Very_large_and_very_uneven_counts_stay_finite()
    {
        var result = MantelHaenszel.Of(
        [
            new(new(999_999_999, 1_000_000_000), new(1, 1_000_000_000)), new(new(1, 2), new(1, 1)),
            new(new(1, 1), new(0, 1)), new(new(0, 3), new(1, 1_000_000_000)),
        ]);

        result.Match(
            Check, h => Check(new(h.OddsRatio, h.Test, h.Homogeneity)), _ => throw new InvalidOperationException());

        static bool Check(MantelHaenszel.Common c)
        {
            Assert.True(double.IsFinite(c.OddsRatio.Value) && c.OddsRatio.Interval.Contains(c.OddsRatio.Value));
            Assert.InRange(c.Test.P, 0, 1);
            Assert.InRange(c.Homogeneity!.Value.P, 0, 1);
            return true;
        }
    }
}
