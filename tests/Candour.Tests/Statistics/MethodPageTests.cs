using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class MethodPageTests
{
    [Fact]
    public void The_worked_example_of_the_Wilson_page_is_right()
    {
        var table = Assert.Single(WorkedExample.Of("docs/method/wilson.md"));

        Assert.Equal(5, table.Count);
        foreach (var row in table)
        {
            var interval = Wilson.Interval((long)row.Number("successes"), (long)row.Number("cases"), row.Number("z"));
            row.Shows("lower", interval.Lower);
            row.Shows("upper", interval.Upper);
        }
    }

    [Fact]
    public void The_worked_example_of_the_Kaplan_Meier_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/kaplan-meier.md");
        Assert.Equal([7, 5, 3, 3, 1], tables.Select(table => table.Count));
        var durations = DayHistogram.Of(tables[0].Select(row =>
            new DayCount((int)row.Number("day"), (long)row.Number("events"), (long)row.Number("censored"))));
        var curve = KaplanMeier.Of(durations);

        Assert.Equal(tables[1].Count, curve.Steps.Count);
        foreach (var (row, step) in tables[1].Zip(curve.Steps))
        {
            row.Shows("day", step.Day);
            row.Shows("at risk", step.AtRisk);
            row.Shows("survival", step.Survival);
            row.Shows("lower", step.Band.Lower);
            row.Shows("upper", step.Band.Upper);
        }

        foreach (var row in tables[2])
        {
            var (days, interval) = curve.Quantile(row.Number("p")).Match(
                reached => (reached.Days, reached.Interval),
                open => (double.PositiveInfinity, new Interval(open.AtLeast, double.PositiveInfinity)));
            row.Shows("days", days);
            row.Shows("lower", interval.Lower);
            row.Shows("upper", interval.Upper);
        }

        foreach (var row in tables[3])
        {
            curve.ShareDecidedBy((int)row.Number("by day")).Match(
                known =>
                {
                    row.Shows("share", known.Share);
                    row.Shows("lower", known.Interval.Lower);
                    row.Shows("upper", known.Interval.Upper);
                    return true;
                },
                none =>
                {
                    Assert.All(["share", "lower", "upper"], cell => Assert.Equal("not observed", row[cell]));
                    return true;
                });
        }

        var closed = Assert.Single(tables[4]);
        closed.Shows("median of closed cases", ClosedCases.Median(durations));
        closed.Shows("lower", ClosedCases.MedianInterval(durations)!.Value.Lower);
        closed.Shows("upper", ClosedCases.MedianInterval(durations)!.Value.Upper);
    }

    [Fact]
    public void The_worked_example_of_the_rates_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/rates.md");
        Assert.Equal([4, 3, 1, 1], tables.Select(table => table.Count));
        foreach (var row in tables[0])
        {
            row.Shows(
                "rate", Rate.Of((long)row.Number("events"), row.Number("population"), 1000, row.Number("z")));
        }

        var standardised = tables[2][0];
        standardised.Shows("directly standardised, per 1,000", StandardisedRate.Of(
            [.. tables[1].Select(row => new RateStratum(
                (long)row.Number("events"), row.Number("population"), row.Number("standard population")))], 1000));
        standardised.Shows("ratio", StandardisedRatio.Of(
            [.. tables[1].Select(row => new RatioStratum(
                (long)row.Number("events"), row.Number("population"), row.Number("reference events"),
                row.Number("reference population")))]), "ratio lower", "ratio upper");

        var caseloads = tables[3][0].Numbers("caseloads");
        tables[3][0].Shows("mean", Mean.Of(caseloads));
        tables[3][0].Shows("median", Quantile.Median(caseloads)!.Value);
        tables[3][0].Shows("upper quartile", Quantile.Of(caseloads, 0.75)!.Value);
    }
}
