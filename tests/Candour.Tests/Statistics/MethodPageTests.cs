using System.Globalization;
using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed partial class MethodPageTests
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
        Assert.Equal([4, 3, 1, 1, 2, 3, 1], tables.Select(table => table.Count));
        foreach (var row in tables[4])
        {
            var (one, other) = (
                new EventCount((long)row.Number("events"), row.Number("population")),
                new EventCount((long)row.Number("other events"), row.Number("other population")));
            row.Shows("value", row["measure"] == "ratio" ? TwoRates.Ratio(one, other) : TwoRates.Difference(one, other, 1000));
        }

        tables[6][0].Shows("events repeat, per 1,000", StandardisedRate.OfRepeated(
            [
                .. tables[5].Select(row => new RepeatStratum(
                    [
                        .. row["persons by events"].Split(' ').Select(pair => pair.Split('x')).Select(pair => new RepeatCount(
                            long.Parse(pair[0], CultureInfo.InvariantCulture), long.Parse(pair[1], CultureInfo.InvariantCulture))),
                    ],
                    row.Number("population"), row.Number("standard population"))),
            ],
            1000));
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

    [Fact]
    public void The_worked_example_of_the_groups_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/groups.md");
        Assert.Equal([3, 1, 1, 6, 1, 2, 5, 5, 1], tables.Select(table => table.Count));
        var (one, other) = (default(ShareCount), default(ShareCount));
        foreach (var row in tables[0])
        {
            (one, other) = (row.Share("numerator", "denominator"), row.Share("other numerator", "other denominator"));
            row.Shows("value", row["measure"] switch
            {
                "difference" => TwoShares.Difference(one, other),
                "ratio" => TwoShares.Ratio(one, other),
                _ => TwoShares.OddsRatio(one, other),
            });
        }

        tables[1][0].Shows("p", TwoShares.PValue(one, other));

        var missing = tables[2][0];
        var bounds = Assert.IsType<MissingGroup.Known>(
            MissingGroup.Of(one, other, missing.Share("missing numerator", "missing denominator")));
        missing.Shows("least", bounds.Bounds.Lower);
        missing.Shows("greatest", bounds.Bounds.Upper);

        var strata = tables[3].Select(row => new StratumPair(
            row.Share("men admitted", "men applied"), row.Share("women admitted", "women applied"))).ToList();
        Assert.Equal(MantelHaenszelTests.Berkeley, strata);
        var adjusted = Assert.IsType<MantelHaenszel.Heterogeneous>(MantelHaenszel.Of(strata));
        tables[4][0].Shows("crude odds ratio", TwoShares.OddsRatio(
            new(strata.Sum(s => s.One.Numerator), strata.Sum(s => s.One.Denominator)),
            new(strata.Sum(s => s.Other.Numerator), strata.Sum(s => s.Other.Denominator))), "crude lower", "crude upper");
        tables[4][0].Shows("adjusted", adjusted.OddsRatio);
        tables[4][0].Shows("chi-square of homogeneity", adjusted.Homogeneity.ChiSquare);
        tables[4][0].Shows("p", adjusted.Homogeneity.P);

        tables[5][0].Shows("value", StratifiedComparison.Difference(strata));
        tables[5][1].Shows("value", StratifiedComparison.Ratio(strata));

        var p = tables[6].Select(row => row.Number("p")).ToList();
        for (var i = 0; i < p.Count; i++)
        {
            tables[6][i].Shows("false discovery rate", ManyTests.BenjaminiHochberg(p)[i]);
            tables[6][i].Shows("Holm", ManyTests.Holm(p)[i]);
        }

        var index = SlopeIndex.Of([.. tables[7].Select(row => new OrderedGroup(
            row.Number("population"), row.Number("value"), row.Number("standard error")))]);
        tables[8][0].Shows("slope index", index.Slope);
        tables[8][0].Shows("relative index", index.Relative, "relative lower", "relative upper");
    }

    [Fact]
    public void The_worked_example_of_the_areas_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/areas.md");
        Assert.Equal([3, 2, 12, 1, 12, 3], tables.Select(table => table.Count));
        var ratios = tables[4].Select(row => new CountRatio(row.Number("observed"), row.Number("expected"))).ToList();
        foreach (var (row, scale) in tables[5].Zip([RatioScale.SquareRoot, RatioScale.Logarithm, RatioScale.Counts]))
        {
            var known = Assert.IsType<RatioOverdispersion.Known>(RatioOverdispersion.Of(ratios, scale));
            row.ShowsWords("scale", $"{scale}");
            row.Shows("target", known.Target);
            row.Shows("phi", known.Phi);
            row.Shows("tau squared", known.TauSquared);
            row.Shows(known.Limits(30, NormalQuantile.TwoSided95), "lower for 30 expected", "upper for 30 expected");
        }

        foreach (var row in tables[0])
        {
            row.Shows(Funnel.ShareLimits(0.3, row.Number("cases"), row.Number("z")));
        }

        foreach (var row in tables[1])
        {
            row.Shows(Funnel.RatioLimits(row.Number("expected events"), NormalQuantile.TwoSided95));
        }

        var areas = tables[2].Select(row => row.Share("numerator", "denominator")).ToList();
        var dispersion = Assert.IsType<Overdispersion.Known>(
            Overdispersion.Of([.. areas.Select(area => new WeightedShare(area.Numerator, area.Denominator))]));
        var ranks = RankIntervals.Of(areas);
        foreach (var (row, area, rank) in tables[2].Zip(areas, ranks.Areas))
        {
            row.ShowsWords("place by chance alone", $"{Funnel.PlaceOfShare(
                area.Numerator, area.Denominator, dispersion.Target)}");
            row.ShowsWords(
                "place with dispersion", $"{dispersion.PlaceOf(new(area.Numerator, area.Denominator))}");
            row.Shows("rank", rank.Rank);
            row.Shows("first", rank.Lower);
            row.Shows("last", rank.Upper);
        }

        tables[3][0].Shows("target", dispersion.Target);
        tables[3][0].Shows("phi", dispersion.Phi);
        tables[3][0].Shows("tau squared", dispersion.TauSquared);
        tables[3][0].Shows(
            dispersion.Limits(1000, NormalQuantile.TwoSided95), "lower for 1000 cases", "upper for 1000 cases");
        tables[3][0].Shows("pairs told apart", ranks.DistinguishablePairs);
        tables[3][0].Shows("pairs", ranks.Pairs);
    }

    [Fact]
    public void The_worked_example_of_the_time_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/time.md");
        Assert.Equal([1, 4, 1, 12, 2, 1], tables.Select(table => table.Count));
        var given = tables[0][0];
        var chart = XmrChart.Of([.. given.Numbers("values").Select((value, i) => new ChartValue(
            value, i + 1 == given.Number("ghosted") ? given["reason"] : null))]);
        foreach (var row in tables[1])
        {
            var point = chart.Points[(int)row.Number("month") - 1];
            row.Shows("centre", point.Limits!.Value.Centre);
            row.Shows(new Interval(point.Limits.Value.Lower, point.Limits.Value.Upper));
            row.ShowsWords("cause", $"{point.Cause}");
        }

        tables[2][0].ShowsWords("limits", $"{chart.Phases[0].State}");
        tables[2][0].ShowsWords("variation", $"{chart.Variation(ImprovementDirection.Increase)}");
        tables[2][0].ShowsWords("assurance", $"{chart.Assurance(60, ImprovementDirection.Increase)}");

        var counts = tables[3].Select(row => new ChartCount(row.Number("count"), row.Number("base"))).ToList();
        foreach (var row in tables[4])
        {
            var shares = CountChart.OfShares(counts, laney: row["chart"] == "Laney");
            var limits = shares.Points[^1].Limits!.Value;
            row.Shows("centre", limits.Centre);
            row.Shows(new Interval(limits.Lower, limits.Upper));
            row.Shows("months outside", shares.Points.Count(point => point.Cause == SpecialCause.Outside));
        }

        var runs = Assert.IsType<RunChart.Known>(
            RunChart.Of([.. counts.Select(count => new ChartValue(count.Count / count.Base))]));
        tables[5][0].Shows("points", runs.Points);
        tables[5][0].Shows("longest run", runs.LongestRun);
        tables[5][0].Shows("longest by chance", runs.Limits.LongestRun);
        tables[5][0].Shows("crossings", runs.Crossings);
        tables[5][0].Shows("fewest by chance", runs.Limits.FewestCrossings);
    }

    [Fact]
    public void The_worked_example_of_the_open_cases_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/open-cases.md");
        Assert.Equal([7, 5, 2, 3, 2, 4, 4, 5, 1], tables.Select(table => table.Count));
        var reopened = ReopenedCases.Of([.. tables[7].Select(row => new CaseHistory(Days(row["decided on"]), Days(row["reopened on"]), 100))]);
        tables[8][0].Shows("reopened", reopened.Reopened.Numerator);
        tables[8][0].Shows("of decided", reopened.Reopened.Denominator);
        tables[8][0].Shows("closed to the latest decision", reopened.Durations.Events);
        tables[8][0].Shows("their median", ClosedCases.Median(reopened.Durations));
        tables[8][0].Shows("median of first decisions", ClosedCases.Median(reopened.FirstDecisions));
        var cases = tables[0].Select(row => new OutcomeCount(
            (int)row.Number("day"), (int)row.Number("outcome"), (long)row.Number("cases"))).ToList();
        Assert.Equal(20, cases.Sum(count => count.Cases));
        var curves = CumulativeIncidence.Of(cases);
        foreach (var row in tables[1])
        {
            var day = (int)row.Number("by day");
            var share = Assert.IsType<ShareDecided.Known>(curves.ShareWith((int)row.Number("outcome"), day));
            row.Shows("share", share.Share);
            row.Shows(share.Interval);
            row.Shows("still open", curves.Open(day)!.Value);
        }

        var one = DayHistogram.Of(cases.Select(count => count.Outcome == 0
            ? new DayCount(count.Day, 0, count.Cases) : new DayCount(count.Day, count.Cases, 0)));
        foreach (var row in tables[2])
        {
            var mean = Assert.IsType<RestrictedMean.Known>(RestrictedMean.Of(one, (int)row.Number("horizon")));
            row.Shows("mean", mean.Days);
            row.Shows(mean.Interval);
        }

        var test = Assert.IsType<LogRank.Known>(LogRank.Of([one, DayHistogram.Of(
            tables[3].Select(row => new DayCount((int)row.Number("day"), (long)row.Number("cases"), 0)))]));
        foreach (var (row, group) in tables[4].Zip(test.Groups))
        {
            row.Shows("ended", group.Observed);
            row.Shows("expected", group.Expected);
            row.Shows("chi-square", test.Test.ChiSquare);
            row.Shows("p", test.Test.P);
        }

        var delayed = Assert.IsType<DelayedEntry.Known>(DelayedEntry.Of(tables[5].Select(row => new EnteredCount(
            (int)row.Number("entry"), (int)row.Number("exit"), (long)row.Number("events"),
            (long)row.Number("censored")))));
        foreach (var (row, step) in tables[6].Zip(delayed.Curve.Steps))
        {
            row.Shows("day", step.Day);
            row.Shows("at risk", step.AtRisk);
            row.Shows("survival", step.Survival);
            row.Shows(step.Band);
        }

        static IReadOnlyList<int> Days(string cell) =>
            [.. cell.Split(' ').Where(day => day != "never").Select(day => int.Parse(day, CultureInfo.InvariantCulture))];
    }
}
