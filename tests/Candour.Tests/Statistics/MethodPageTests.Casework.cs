using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed partial class MethodPageTests
{
    [Fact]
    public void The_worked_example_of_the_agreement_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/agreement.md");
        Assert.Equal([2, 12, 3], tables.Select(table => table.Count));
        foreach (var row in tables[0])
        {
            var agreement = Assert.IsType<TwoReviewers.Known>(TwoReviewers.Of(
                [.. row["table"].Split(';').Select(line => (IReadOnlyList<long>)[.. line.Trim().Split(' ').Select(long.Parse)])]));
            row.Shows("agreement", agreement.Agreement.Value);
            row.Shows("kappa", agreement.Kappa, "kappa lower", "kappa upper");
            row.Shows("AC1", agreement.Ac, "AC1 lower", "AC1 upper");
            row.ShowsWords("paradox", agreement.KappaParadox ? "yes" : "no");
        }

        var cases = tables[1].Select(row => (IReadOnlyList<int>)
            [.. row["codes"].Split(' ').Where(code => code != "-").Select(code => int.Parse(code) - 1)]).ToList();
        foreach (var row in tables[2])
        {
            var agreement = Assert.IsType<ManyReviewers.Known>(
                ManyReviewers.Of(cases, 5, Enum.Parse<CodeOrder>(row["order"], ignoreCase: true)));
            row.Shows("agreement", agreement.Agreement.Value);
            row.Shows("Fleiss", Near.Known(agreement.Fleiss).Value);
            row.Shows("AC", Near.Known(agreement.Ac).Value);
            row.Shows("alpha", Near.Known(agreement.Alpha).Value);
        }
    }

    [Fact]
    public void The_worked_example_of_the_samples_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/samples.md");
        Assert.Equal([3, 2, 1, 2, 1, 3, 2], tables.Select(table => table.Count));
        foreach (var row in tables[0])
        {
            row.Shows("cases", SampleSize.ForShareOf(
                (long)row.Number("population"), row.Number("margin"), row.Number("expected")).Cases);
        }

        var strata = tables[1].Select(row =>
            new SampledStratum((long)row.Number("population"), row.Share("passed", "drawn"))).ToList();
        var share = Assert.IsType<StratifiedShare.Known>(StratifiedShare.Of(strata));
        tables[2][0].Shows("share drawn", strata.Sum(stratum => stratum.Sample.Numerator) / 40.0);
        tables[2][0].Shows("share of all", share.Share);
        tables[2][0].Shows("standard error", share.StandardError);
        tables[2][0].Shows(share.Interval);
        tables[2][0].Shows("effective cases", share.Cases.Effective);
        tables[2][0].Shows("design effect", share.Cases.DesignEffect);

        var mean = Assert.IsType<StratifiedMean.Known>(StratifiedMean.Of(
            [.. tables[3].Select(row => new SampledValues((long)row.Number("population"), row.Numbers("values")))]));
        tables[4][0].Shows("mean", mean.Mean);
        tables[4][0].Shows("standard error", mean.StandardError);
        tables[4][0].Shows("without correction", mean.WithoutCorrection);
        tables[4][0].Shows(mean.Interval);

        var corrected = Assert.IsType<PanelCorrection.Known>(PanelCorrection.Of(
            [.. tables[6].Select(row => (long)row.Number("cases"))],
            [
                .. tables[5].SelectMany(row => Enumerable.Repeat(
                    new PanelCase((int)row.Number("recorded"), (int)row.Number("true"), row.Number("weight")),
                    (int)row.Number("panel cases"))),
            ]));
        foreach (var (row, code) in tables[6].Zip(corrected.Codes))
        {
            row.Shows("code", code.Code);
            row.Shows("on record", code.Recorded);
            row.Shows("corrected", code.Corrected);
            row.Shows(code.Interval);
        }
    }
}
