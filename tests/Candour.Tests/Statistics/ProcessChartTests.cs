using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class ProcessChartTests
{
    private const int Seed = 19310101;

    [Fact]
    public void Xmr_limits_agree_with_the_published_ones_with_and_without_screening()
    {
        var rows = PublishedValues.Csv("V11_xmr_screening.csv").ToList();

        Assert.Equal(2, rows.Count);
        foreach (var row in rows)
        {
            var chart = XmrChart.Of(
                Values(row.Numbers("values")), new ChartOptions(Screened: row["screen_outliers"] == "1"));
            var limits = chart.Points[0].Limits!.Value;

            Near.Equal(row.Number("mean"), limits.Centre);
            Near.Equal(row.Number("lpl"), limits.Lower);
            Near.Equal(row.Number("upl"), limits.Upper);
            Near.Equal(row.Number("avg_moving_range"), limits.Reach / XmrChart.LimitFactor);
            Assert.Equal(row.Number("published_upl"), limits.Upper, 0.01);
            Assert.Equal(SpecialCause.Outside, chart.Points[4].Cause);
        }
    }

    [Fact]
    public void Rules_agree_with_the_published_flags()
    {
        var rows = PublishedValues.Csv("V15_special_cause_rules.csv").ToList();

        Assert.Equal(8, rows.Count);
        foreach (var row in rows)
        {
            var input = row.Numbers("input_values_or_flags");
            var flags = row["rule"] switch
            {
                "trend7_end" => SpecialCauses.TrendEnds([.. input.Select(value => (double?)value)]),
                "side7_end" => SpecialCauses.ShiftEnds([.. input.Select(value => (int)value)]),
                _ => SpecialCauses.InTwoOfThree(
                    [.. input.Select(value => value == 1)],
                    [.. row.Numbers("side_of_mean").Select(value => (int)value)]).Select(flag => flag ? 1 : 0),
            };

            Assert.Equal(row.Numbers("expected_flags"), flags.Select(flag => (double)flag));
        }
    }

    [Theory]
    [InlineData("V17_assurance_icon.csv", 5)]
    [InlineData("V18_assurance_icon_more.csv", 4)]
    public void Assurance_agrees_with_the_published_icons(string file, int count)
    {
        var rows = PublishedValues.Csv(file).ToList();

        Assert.Equal(count, rows.Count);
        foreach (var row in rows)
        {
            var expected = row["expected"] switch
            {
                "consistent_fail" => Assurance.Fails,
                "consistent_pass" => Assurance.Passes,
                "inconsistent" => Assurance.HitAndMiss,
                _ => Assurance.NoTarget,
            };
            Assert.Equal(expected, ProcessChart.AssuranceOf(
                row.Number("lpl"), row.Number("upl"), row.Number("target"),
                Enum.Parse<ImprovementDirection>(row["improvement_direction"], ignoreCase: true)));
        }
    }

    [Fact]
    public void P_limits_agree_with_the_published_ones_with_points_set_aside_and_a_rebase()
    {
        var rows = PublishedValues.Csv("V19_p_chart_exclude_rebase.csv").ToList();
        var counts = rows.Select(row => new ChartCount(
            row.Number("count"), row.Number("n"), row["excluded_from_limits"] == "1" ? "known cause" : null)).ToList();
        var rebase = rows.FindIndex(row => row["part"] == "2");

        var chart = CountChart.OfShares(counts, laney: false, new ChartOptions(RebasedAt: [rebase]));

        Assert.Equal((94, 2), (chart.Points.Count, chart.Phases.Count));
        foreach (var (row, point) in rows.Zip(chart.Points))
        {
            Near.Equal(row.Number("cl"), point.Limits!.Value.Centre);
            Near.Equal(row.Number("lcl"), point.Limits.Value.Lower);
            Near.Equal(row.Number("ucl"), point.Limits.Value.Upper);
            Assert.Equal(
                row["sigma_signal"] == "TRUE" && point.GhostedBecause is null, point.Cause == SpecialCause.Outside);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Laney_limits_agree_with_the_published_inputs(bool screened)
    {
        var file = PublishedValues.Json("V21_laney_p_prime.json");
        var expected = file.GetProperty("expected");
        var counts = file.Numbers("count").Zip(file.Numbers("n"), (x, n) => new ChartCount(x, n)).ToList();
        var options = new ChartOptions(screened);

        var plain = CountChart.OfShares(counts, laney: false, options);
        var laney = CountChart.OfShares(counts, laney: true, options);

        Assert.Equal(20, counts.Count);
        Assert.All(laney.Points, point => Near.Equal(expected.Number("cl"), point.Limits!.Value.Centre));
        Near.Equal(
            expected.Number(screened ? "sigma_z_screened_3.267" : "sigma_z_unscreened"),
            laney.Points[0].Limits!.Value.Reach / plain.Points[0].Limits!.Value.Reach);
        Assert.All(expected.Numbers("lcl_unscreened").Zip(laney.Points), pair =>
            Near.Equal(pair.First, pair.Second.Limits!.Value.Lower));
        Assert.All(expected.Numbers("ucl_unscreened").Zip(laney.Points), pair =>
            Near.Equal(pair.First, pair.Second.Limits!.Value.Upper));
        Assert.Equal(expected.Number("ordinary_p_chart_points_outside_3sigma"), Outside(plain));
        Assert.Equal(expected.Number("laney_points_outside"), Outside(laney));

        static double Outside(ProcessChart chart) => chart.Points.Count(point => point.Cause == SpecialCause.Outside);
    }

    [Fact]
    public void Run_limits_agree_with_the_calculated_table()
    {
        var rows = PublishedValues.Csv("V14_anhoej_runs_limits.csv").ToList();

        Assert.True(rows.Count > 40);
        Assert.All(rows, row => Assert.Equal(
            new RunLimits((int)row.Number("longest_run_max"), (long)row.Number("crossings_min")),
            RunLimits.Of((int)row.Number("n_useful"))));
    }

    [Theory]
    [InlineData(0, LimitState.None)]
    [InlineData(4, LimitState.None)]
    [InlineData(5, LimitState.Trial)]
    [InlineData(11, LimitState.Trial)]
    [InlineData(12, LimitState.Full)]
    public void Few_points_have_trial_limits_and_very_few_none(int points, LimitState state)
    {
        var chart = XmrChart.Of(Values(Enumerable.Range(0, points).Select(i => (double)(i % 3))));

        Assert.Equal(state, Assert.Single(chart.Phases).State);
        Assert.All(chart.Points, point => Assert.Equal(state == LimitState.None, point.Limits is null));
        Assert.Equal(
            state == LimitState.None ? Variation.NotJudged : Variation.CommonCause,
            chart.Variation(ImprovementDirection.Increase));
        Assert.Equal(
            state == LimitState.None ? Assurance.NotJudged : Assurance.Passes,
            chart.Assurance(-50, ImprovementDirection.Increase));
    }

    [Fact]
    public void Below_seven_points_only_those_outside_stand_out()
    {
        // Rebased after six, the same rise is no trend in six points and one in seven.
        var six = XmrChart.Of(Values([1, 2, 3, 4, 5, 6]));
        var seven = XmrChart.Of(Values([1, 2, 3, 4, 5, 6, 7]));

        Assert.DoesNotContain(six.Points, point => point.Cause is not SpecialCause.None and not SpecialCause.Outside);
        Assert.All(seven.Points, point => Assert.True(
            point.Cause is SpecialCause.Rising or SpecialCause.Outside, $"{point}"));
    }

    [Fact]
    public void Trend_two_of_three_and_shift_are_found_in_their_order()
    {
        var limits = new ChartLimits(0, 3);

        Assert.Equal(
            "Outside None None None", Causes(limits, 3.1, 0, 3, -3));
        Assert.Equal("Falling Falling Falling Falling Falling Falling Falling None",
            Causes(limits, 1.5, 1, 0.5, 0, -0.5, -0.6, -0.7, -0.7));
        Assert.Equal("None TwoOfThree None TwoOfThree None", Causes(limits, -1, 2.1, 1, 2.2, -1));
        Assert.Equal("None None None None", Causes(limits, 2.1, -1, 2.2, -1));
        Assert.Equal("Shift Shift Shift Shift Shift Shift Shift None", Causes(limits, 1, 1, 0.5, 1, 1, 0.5, 1, 0));
        Assert.Equal("None None None None None None None", Causes(limits, 1, 1, 0.5, 0, 1, 0.5, 1));
        Assert.Equal("TwoOfThree TwoOfThree Shift Shift Shift Shift Shift", Causes(limits, 2.5, 2.5, 1, 1, 0.5, 1, 1));

        static string Causes(ChartLimits limits, params double[] values) => string.Join(' ', SpecialCauses.Of(
            [.. values.Select(value => ((double?)value, (ChartLimits?)limits))], runs: true));
    }

    [Fact]
    public void A_gap_or_a_ghosted_point_ends_a_run_and_takes_its_ranges_with_it()
    {
        double?[] rise = [1, 2, 3, 4, 5, 6, 7, 8];
        var gap = rise.ToArray();
        gap[3] = null;

        Assert.Contains(1, SpecialCauses.TrendEnds(rise));
        Assert.DoesNotContain(1, SpecialCauses.TrendEnds(gap));

        ChartValue[] values = [.. Values([1, 2, 1, 2]), new(500, "new counting rule"), .. Values([1, 2, 1, 2])];
        var chart = XmrChart.Of(values);
        Assert.Equal(new ChartLimits(1.5, 2.66), chart.Points[0].Limits);
        Assert.Equal((500, SpecialCause.None), (chart.Points[4].Value, chart.Points[4].Cause));
        Assert.Equal("new counting rule", chart.Points[4].GhostedBecause);
        Assert.Equal(8, chart.Phases[0].Points);
    }

    [Fact]
    public void A_baseline_fixes_the_limits_by_which_later_points_are_judged()
    {
        var random = new Random(Seed);
        var steady = Enumerable.Range(0, 12).Select(_ => random.Normal()).ToList();
        var later = Enumerable.Range(0, 8).Select(_ => 9 + random.Normal()).ToList();

        var chart = XmrChart.Of(Values([.. steady, .. later]), new ChartOptions(Baseline: 12));

        Assert.Equal(XmrChart.Of(Values(steady)).Points[0].Limits, chart.Points[^1].Limits);
        Assert.All(chart.Points.Skip(12), point => Assert.Equal(SpecialCause.Outside, point.Cause));
        Assert.Equal(Variation.Improvement, chart.Variation(ImprovementDirection.Increase));
        Assert.Equal(Variation.Concern, chart.Variation(ImprovementDirection.Decrease));
        Assert.Equal(Variation.High, chart.Variation(ImprovementDirection.Neutral));
    }

    [Fact]
    public void A_rebased_chart_is_its_phases_side_by_side()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 50; i++)
        {
            var values = Values(Enumerable.Range(0, 40).Select(_ => random.Normal()));
            var at = random.Next(1, 39);

            var chart = XmrChart.Of(values, new ChartOptions(RebasedAt: [at]));

            Assert.Equal(
                XmrChart.Of([.. values.Take(at)]).Points.Concat(XmrChart.Of([.. values.Skip(at)]).Points),
                chart.Points);
        }
    }

    [Fact]
    public void A_steady_process_is_rarely_called_changed_and_a_moved_one_nearly_always()
    {
        var random = new Random(Seed);
        var (outside, moved) = (0, 0);
        for (var i = 0; i < 1000; i++)
        {
            var values = Enumerable.Range(0, 24).Select(_ => random.Normal()).ToList();
            outside += XmrChart.Of(Values(values), new ChartOptions(Screened: false)).Points.Count(
                point => point.Cause == SpecialCause.Outside);
            moved += XmrChart.Of(
                Values([.. values.Take(12), .. values.Skip(12).Select(value => value + 2.5)]),
                new ChartOptions(Baseline: 12)).Variation(ImprovementDirection.Increase) == Variation.Improvement ? 1 : 0;
        }

        Assert.InRange(outside / 24_000.0, 0.001, 0.009);
        Assert.InRange(moved / 1000.0, 0.9, 1);
    }

    [Fact]
    public void Plain_chance_needs_no_Laney_factor()
    {
        var random = new Random(Seed);
        var factors = Enumerable.Range(0, 200).Select(_ =>
        {
            var counts = Enumerable.Range(0, 24).Select(_ => random.Next(100, 300))
                .Select(n => new ChartCount(random.Binomial(n, 0.2), n)).ToList();
            var options = new ChartOptions(Screened: false);
            return CountChart.OfShares(counts, true, options).Points[0].Limits!.Value.Reach
                / CountChart.OfShares(counts, false, options).Points[0].Limits!.Value.Reach;
        }).ToList();

        Assert.InRange(factors.Average(), 0.96, 1.04);
    }

    [Fact]
    public void Rates_have_no_upper_end_and_shares_have()
    {
        ChartCount[] counts = [.. Enumerable.Repeat(new ChartCount(9, 10), 12)];

        var share = CountChart.OfShares(counts, laney: false).Points[0].Limits!.Value;
        var rate = CountChart.OfRates(counts, laney: false).Points[0].Limits!.Value;

        Assert.Equal(1, share.Upper);
        Near.Equal(0.9 + (3 * Math.Sqrt(0.09)), rate.Upper);
        Near.Equal(0.9 - (3 * Math.Sqrt(0.09)), rate.Lower);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void All_or_none_of_very_many_is_common_cause_with_limits_of_no_width(double share)
    {
        ChartCount[] counts = [.. Enumerable.Repeat(new ChartCount(share * 1e9, 1e9), 14), new(0, 0)];
        foreach (var laney in new[] { true, false })
        {
            var chart = CountChart.OfShares(counts, laney);

            Assert.Equal(0, chart.Points[0].Limits!.Value.Reach);
            Assert.Null(chart.Points[^1].Value);
            Assert.Null(chart.Points[^1].Limits);
            Assert.Equal(Variation.CommonCause, chart.Variation(ImprovementDirection.Increase));
        }
    }

    [Fact]
    public void Run_rules_see_a_move_and_pass_over_the_middle_line()
    {
        var moved = Assert.IsType<RunChart.Known>(RunChart.Of(Values([.. Enumerable.Repeat(1.0, 10),
            .. Enumerable.Repeat(3.0, 10)])));
        var steady = Assert.IsType<RunChart.Known>(RunChart.Of(
            Values(Enumerable.Range(0, 20).SelectMany(i => new[] { 2.0, 1 + (2 * (i / 2 % 2)) })), 2));

        Assert.Equal((20, 10, 1, true), (moved.Points, moved.LongestRun, moved.Crossings, moved.Signal));
        Assert.Equal((20, 2, 9, false), (steady.Points, steady.LongestRun, steady.Crossings, steady.Signal));
        Assert.Equal(new RunChart.TooFew(0, 10), RunChart.Of([]));
        Assert.Equal(new RunChart.TooFew(0, 10), RunChart.Of(Values(Enumerable.Repeat(5.0, 30))));
        Assert.Equal(new RunChart.TooFew(9, 10), RunChart.Of(
            [.. Values(Enumerable.Range(0, 9).Select(i => (double)i)), new(99, "why"), new(null)], 20));
    }

    [Fact]
    public void Run_rules_rarely_signal_by_chance()
    {
        var random = new Random(Seed);
        var signals = Enumerable.Range(0, 2000).Count(_ => RunChart.Of(
            Values(Enumerable.Range(0, 24).Select(_ => random.Normal()))) is RunChart.Known { Signal: true });

        Assert.InRange(signals / 2000.0, 0.01, 0.12);
    }

    [Fact]
    public void Choices_that_match_no_point_are_refused()
    {
        var values = Values([1, 2, 1, 2, 1, 2]);

        Refused(new ChartOptions(RebasedAt: [0]));
        Refused(new ChartOptions(RebasedAt: [6]));
        Refused(new ChartOptions(RebasedAt: [3, 3]));
        Refused(new ChartOptions(RebasedAt: [4, 2]));
        Refused(new ChartOptions(Baseline: 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => XmrChart.Of([new(1, " ")]));
        Assert.Throws<ArgumentOutOfRangeException>(() => XmrChart.Of([new(double.NaN)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountChart.OfShares([new(2, 1)], false));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountChart.OfRates([new(2, 0)], false));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountChart.OfRates([new(-1, 2)], false));

        void Refused(ChartOptions options) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => XmrChart.Of(values, options));
    }

    private static ChartValue[] Values(IEnumerable<double> values) =>
        [.. values.Select(value => new ChartValue(value))];

    [Fact]
    public void Another_factor_of_the_range_moves_the_limits_alone()
    {
        var values = Values([10, 12, 11, 14, 9, 13, 12, 10, 11, 15, 12, 11]);
        var (ours, theirs) = (XmrChart.Of(values).Points[0].Limits!.Value, XmrChart.Of(values, new ChartOptions(RangeFactor: 3 / 1.128)).Points[0].Limits!.Value);

        Assert.Equal(ours.Centre, theirs.Centre);
        Near.Equal(ours.Reach / 2.66 * (3 / 1.128), theirs.Reach);
        Assert.Throws<ArgumentOutOfRangeException>(() => XmrChart.Of(values, new ChartOptions(RangeFactor: 0)));
    }
}
