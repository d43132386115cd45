using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class OpenCasesTests
{
    private const int Seed = 19780601;

    /// <summary>Weeks of remission of 21 patients on 6-mercaptopurine and 21 on placebo (Freireich and others, Blood 21,
    /// 1963, 699-716): the standard example of the log-rank test.</summary>
    private static readonly DayHistogram Mercaptopurine = DayHistogram.Of(
        new[] { 6, 6, 6, 7, 10, 13, 16, 22, 23 }.Select(week => new DayCount(week, 1, 0)).Concat(
            new[] { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 }.Select(week => new DayCount(week, 0, 1))));

    private static readonly DayHistogram Placebo = DayHistogram.Of(
        new[] { 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23 }
            .Select(week => new DayCount(week, 1, 0)));

    [Fact]
    public void Shares_of_competing_outcomes_agree_with_the_calculated_ones()
    {
        var file = PublishedValues.Json("V70_competing_outcomes_cif.json");
        var cases = file.Numbers("time").Zip(
            file.Numbers("outcome"), (day, outcome) => new OutcomeCount((int)day, (int)outcome, 1)).ToList();
        var curves = CumulativeIncidence.Of(cases);
        var charges = KaplanMeier.Of(DayHistogram.Of(cases.Select(c => c.Outcome == 1
            ? new DayCount(c.Day, 1, 0) : new DayCount(c.Day, 0, 1))));
        var rows = file.GetProperty("expected").EnumerateArray().ToList();

        Assert.Equal((20, 5), (cases.Count, rows.Count));
        foreach (var row in rows)
        {
            var day = (int)row.Number("t");
            Assert.Equal(row.Number("open"), curves.Open(day)!.Value, 1e-12);
            for (var outcome = 1; outcome <= 3; outcome++)
            {
                Near.Equal(row.Number($"cif_{outcome}"), Share(curves, outcome, day).Share);
            }

            Near.Equal(
                row.Number("wrong_1_minus_km_for_1"),
                Assert.IsType<ShareDecided.Known>(charges.ShareDecidedBy(day)).Share);
        }
    }

    [Fact]
    public void With_one_outcome_it_is_the_survival_curve_with_its_band()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var cases = SimulatedCases.Of(random, random.Next(1, 60), 40, random.NextDouble());
            var curve = KaplanMeier.Of(DayHistogram.Of(cases));
            var incidence = CumulativeIncidence.Of(cases.SelectMany(c => new OutcomeCount[]
                { new(c.Day, 1, c.Events), new(c.Day, 0, c.Censored) }));

            foreach (var step in curve.Steps)
            {
                var one = Share(incidence, 1, step.Day);
                Assert.Equal(1 - step.Survival, one.Share, 1e-10);
                Assert.Equal(1 - step.Band.Upper, one.Interval.Lower, 1e-8);
                Assert.Equal(1 - step.Band.Lower, one.Interval.Upper, 1e-8);
            }

            Assert.Equal(
                curve.ShareDecidedBy(1000) is ShareDecided.NotObserved,
                incidence.ShareWith(1, 1000) is ShareDecided.NotObserved);
        }
    }

    [Fact]
    public void With_no_case_open_it_is_the_plain_share_with_the_binomial_variance()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var n = random.Next(5, 80);
            var cases = Enumerable.Range(0, n).Select(_ => new OutcomeCount(random.Next(30), random.Next(1, 4), 1)).ToList();
            var curves = CumulativeIncidence.Of(cases);
            foreach (var day in new[] { 3, 10, 29 })
            {
                var x = cases.Count(c => c.Outcome == 2 && c.Day <= day);
                var known = Share(curves, 2, day);
                Assert.Equal((double)x / n, known.Share, 1e-12);
                if (x > 0 && x < n)
                {
                    var rest = 1 - ((double)x / n);
                    var theta = Math.Exp(NormalQuantile.TwoSided95
                        * Math.Sqrt(known.Share * rest / n) / (rest * -Math.Log(rest)));
                    Assert.Equal(1 - Math.Pow(rest, 1 / theta), known.Interval.Lower, 1e-9);
                    Assert.Equal(1 - Math.Pow(rest, theta), known.Interval.Upper, 1e-9);
                }
                else if (x == 0)
                {
                    Assert.Equal(Wilson.Interval(0, n), known.Interval);
                }
            }
        }
    }

    [Fact]
    public void Shares_and_open_cases_add_up_and_never_fall()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 500; i++)
        {
            var cases = Enumerable.Range(0, random.Next(1, 50)).Select(_ =>
                new OutcomeCount(random.Next(20), random.Next(0, 4), random.Next(1, 3))).ToList();
            var curves = CumulativeIncidence.Of(cases);
            var before = new double[4];
            for (var day = 0; day <= curves.LastDay; day++)
            {
                var sum = curves.Open(day)!.Value;
                for (var outcome = 1; outcome <= 3; outcome++)
                {
                    var known = Share(curves, outcome, day);
                    Assert.InRange(known.Share, before[outcome], 1);
                    Assert.True(known.Interval.Contains(known.Share), $"{known}");
                    Assert.InRange(known.Interval.Lower, 0, known.Interval.Upper);
                    Assert.InRange(known.Interval.Upper, 0, 1);
                    before[outcome] = known.Share;
                    sum += known.Share;
                }

                Assert.Equal(1, sum, 1e-10);
            }
        }
    }

    [Fact]
    public void The_interval_of_a_share_covers_it_about_95_times_in_100()
    {
        const int Times = 2000;
        var random = new Random(Seed);
        var covered = 0;
        for (var i = 0; i < Times; i++)
        {
            // Two outcomes with rates 1 and 2 per 100 days: by day 50 the first has 1/3 of what has ended.
            var cases = Enumerable.Range(0, 100).Select(_ =>
            {
                var days = (int)(-1000 / 0.03 * Math.Log(1 - random.NextDouble()));
                var observed = random.Next(0, 150_000);
                return days > observed ? new OutcomeCount(observed, 0, 1)
                    : new OutcomeCount(days, random.Next(3) == 0 ? 1 : 2, 1);
            });
            covered += Share(CumulativeIncidence.Of(cases), 1, 50_000).Interval
                .Contains((1 - Math.Exp(-1.5)) / 3) ? 1 : 0;
        }

        Assert.InRange((double)covered / Times, 0.93, 0.97);
    }

    [Fact]
    public void Days_that_nobody_was_observed_and_outcomes_that_never_happened_are_said_so()
    {
        var curves = CumulativeIncidence.Of([new(5, 1, 3), new(9, 0, 7), new(2, 0, 4)]);

        Assert.Equal(new ShareDecided.NotObserved(9), curves.ShareWith(1, 10));
        Assert.Null(curves.Open(10));
        Assert.Equal(new ShareDecided.Known(0, Wilson.Interval(0, 10)), curves.ShareWith(2, 9));
        Assert.Equal(new ShareDecided.Known(0, Wilson.Interval(0, 14)), curves.ShareWith(1, 0));
        Assert.Equal([5], curves.Days);
        Assert.Equal([1], curves.Outcomes);
        Assert.Throws<ArgumentOutOfRangeException>(() => CumulativeIncidence.Of([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CumulativeIncidence.Of([new(1, -1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => curves.ShareWith(0, 1));
        var many = CumulativeIncidence.Of([new(1, 1, 1_000_000_000), new(2, 2, 1_000_000_000), new(3, 0, 1_000_000_000)]);
        Assert.InRange(Share(many, 2, 3).Interval.Width, 1e-6, 1e-4);
    }

    [Fact]
    public void The_log_rank_test_agrees_with_the_standard_example()
    {
        var test = Assert.IsType<LogRank.Known>(LogRank.Of([Mercaptopurine, Placebo]));

        Assert.Equal(16.79, test.Test.ChiSquare, 0.005);
        Assert.Equal((1, 9, 21), (test.Test.Degrees, test.Groups[0].Observed, test.Groups[1].Observed));
        Assert.Equal(19.25, test.Groups[0].Expected, 0.005);
        Assert.Equal(10.75, test.Groups[1].Expected, 0.005);
    }

    [Fact]
    public void The_log_rank_test_does_not_depend_on_the_order_and_is_0_for_the_same_curve()
    {
        var same = Assert.IsType<LogRank.Known>(LogRank.Of([Placebo, Placebo, Placebo]));
        var three = Assert.IsType<LogRank.Known>(LogRank.Of([Mercaptopurine, Placebo, DayHistogram.Empty, Lung()]));
        var turned = Assert.IsType<LogRank.Known>(LogRank.Of([Lung(), Mercaptopurine, Placebo]));

        Assert.Equal((0, 2, 1), (Math.Round(same.Test.ChiSquare, 12), same.Test.Degrees, Math.Round(same.Test.P, 9)));
        Assert.Equal(2, three.Test.Degrees);
        Near.Equal(three.Test.ChiSquare, turned.Test.ChiSquare);
        Assert.Equal(three.Groups.Sum(g => g.Observed), three.Groups.Sum(g => g.Expected), 1e-9);
    }

    [Fact]
    public void Equal_groups_are_called_different_about_five_times_in_100()
    {
        var random = new Random(Seed);
        var called = Enumerable.Range(0, 2000).Count(_ => LogRank.Of([.. Enumerable.Range(0, 3).Select(_ =>
            DayHistogram.Of(SimulatedCases.Of(random, 40, 100, 0.3)))]) is LogRank.Known { Test.P: < 0.05 });

        Assert.InRange(called / 2000.0, 0.035, 0.065);
    }

    [Fact]
    public void Groups_that_were_never_at_risk_together_cannot_be_compared()
    {
        Assert.IsType<LogRank.NotEstimable>(LogRank.Of([]));
        Assert.IsType<LogRank.NotEstimable>(LogRank.Of([Placebo]));
        Assert.IsType<LogRank.NotEstimable>(LogRank.Of([DayHistogram.Empty, Placebo]));
        Assert.IsType<LogRank.NotEstimable>(LogRank.Of(
            [DayHistogram.Of([new(1, 0, 5)]), DayHistogram.Of([new(9, 5, 0)])]));
        Assert.IsType<LogRank.NotEstimable>(LogRank.Of([DayHistogram.Of([new(3, 0, 1)]), DayHistogram.Of([new(3, 0, 1)])]));
    }

    [Fact]
    public void The_restricted_mean_of_closed_cases_is_their_mean_cut_off_at_the_horizon()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var cases = SimulatedCases.Of(random, random.Next(3, 60), 80, censored: 0);
            foreach (var horizon in new[] { 1, 40, 500 })
            {
                var known = Assert.IsType<RestrictedMean.Known>(RestrictedMean.Of(DayHistogram.Of(cases), horizon));
                var cut = cases.ConvertAll(c => (double)Math.Min(c.Day, horizon));
                var variance = cut.Sum(value => Math.Pow(value - cut.Average(), 2)) / cut.Count / cut.Count;

                Assert.Equal(cut.Average(), known.Days, 1e-9);
                Assert.True(known.Interval.Contains(known.Days) && known.Interval.Upper <= horizon);
                if (variance > 0)
                {
                    Assert.Equal(
                        Math.Max(known.Days - (NormalQuantile.TwoSided95 * Math.Sqrt(variance)), 0),
                        known.Interval.Lower, 1e-9);
                }
            }
        }
    }

    [Fact]
    public void The_restricted_mean_of_the_standard_example_is_the_area_under_its_curve()
    {
        var mean = Assert.IsType<RestrictedMean.Known>(RestrictedMean.Of(Mercaptopurine, 23));
        var curve = KaplanMeier.Of(Mercaptopurine);
        var area = Enumerable.Range(0, 23).Sum(
            week => 1 - Assert.IsType<ShareDecided.Known>(curve.ShareDecidedBy(week)).Share);

        Assert.Equal(area, mean.Days, 1e-9);
        Assert.Equal(new RestrictedMean.NotObserved(35), RestrictedMean.Of(Mercaptopurine, 36));
        Assert.IsType<RestrictedMean.Known>(RestrictedMean.Of(Placebo, 1000));
        Assert.Equal(
            new RestrictedMean.Known(5, new Interval(5 * Wilson.Interval(9, 9).Lower, 5)),
            RestrictedMean.Of(DayHistogram.Of([new(5, 2, 0), new(9, 0, 7)]), 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => RestrictedMean.Of(Placebo, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RestrictedMean.Of(DayHistogram.Empty, 5));
    }

    [Fact]
    public void Cases_followed_from_their_start_give_the_ordinary_curve()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var cases = SimulatedCases.Of(random, random.Next(1, 40), 30, 0.4);
            var known = Assert.IsType<DelayedEntry.Known>(
                DelayedEntry.Of(cases.Select(c => new EnteredCount(0, c.Day, c.Events, c.Censored))));
            var plain = KaplanMeier.Of(DayHistogram.Of(cases));

            Assert.Equal(plain.Steps, known.Curve.Steps);
            Assert.Equal(plain.ShareDecidedBy(0), known.Curve.ShareDecidedBy(0));
            Assert.Equal(plain.Quantile(0.5), known.Curve.Quantile(0.5));
        }
    }

    [Fact]
    public void Old_cases_found_open_do_not_make_the_process_look_slow()
    {
        // Exponential with a median of 100 days; half of the cases began up to 200 days before the extract's window and are
        // in it only if they were open then.
        var random = new Random(Seed);
        var cases = new List<EnteredCount>();
        while (cases.Count < 20_000)
        {
            var days = 1 + (int)(-100 * Math.Log2(1 - random.NextDouble()));
            var entry = random.Next(2) == 0 ? 0 : random.Next(1, 200);
            if (days > entry)
            {
                cases.Add(new EnteredCount(entry, days, 1, 0));
            }
        }

        var curve = Assert.IsType<DelayedEntry.Known>(DelayedEntry.Of(cases)).Curve;
        var wrong = KaplanMeier.Of(DayHistogram.Of(cases.Select(c => new DayCount(c.Exit, c.Events, c.Censored))));

        Assert.InRange(Assert.IsType<SurvivalQuantile.Reached>(curve.Quantile(0.5)).Days, 97, 104);
        Assert.InRange(Assert.IsType<SurvivalQuantile.Reached>(wrong.Quantile(0.5)).Days, 115, 160);
    }

    [Fact]
    public void Delayed_entry_without_anyone_to_watch_is_said_so()
    {
        Assert.IsType<DelayedEntry.NoCases>(DelayedEntry.Of([]));
        Assert.Equal(new DelayedEntry.Unobserved(0), DelayedEntry.Of([new(10, 20, 1, 0)]));
        Assert.Equal(new DelayedEntry.Unobserved(6), DelayedEntry.Of([new(0, 5, 1, 3), new(10, 20, 1, 0)]));
        Assert.Equal(new DelayedEntry.RanOut(5), DelayedEntry.Of([new(0, 5, 2, 0), new(5, 20, 1, 0), new(6, 30, 4, 1)]));
        Assert.IsType<DelayedEntry.Known>(DelayedEntry.Of([new(0, 5, 2, 1), new(4, 20, 1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DelayedEntry.Of([new(5, 5, 1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DelayedEntry.Of([new(-1, 5, 1, 0)]));
    }

    private static ShareDecided.Known Share(CumulativeIncidence curves, int outcome, int day) =>
        Assert.IsType<ShareDecided.Known>(curves.ShareWith(outcome, day));

    private static DayHistogram Lung() => PublishedValues.Json("V30_km_median_lung.json").Durations();
}
