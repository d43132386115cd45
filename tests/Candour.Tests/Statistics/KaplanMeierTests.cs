using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class KaplanMeierTests
{
    private const int Seed = 19580601;

    [Fact]
    public void Takes_the_middle_of_a_flat_at_exactly_the_level()
    {
        var file = PublishedValues.Json("V29_km_quantile_flat.json");
        var curve = KaplanMeier.Of(file.Durations());
        var levels = file.GetProperty("survival_levels").EnumerateArray().Select(level => level.GetDouble()).ToList();
        var expected = file.GetProperty("expected_time").EnumerateArray().ToList();

        Assert.Equal(6, levels.Count);
        foreach (var (level, time) in levels.Zip(expected))
        {
            var days = curve.Quantile(1 - level).Match(q => (double?)q.Days, _ => null);
            Assert.Equal(time.ValueKind == System.Text.Json.JsonValueKind.Null ? null : time.GetDouble(), days);
        }

        var band = KaplanMeier.Of(file.Durations(), band: SurvivalBand.Log);
        var lower = levels.ConvertAll(level => band.Quantile(1 - level).Match(q => q.Interval.Lower, not => not.AtLeast));
        var upper = levels.ConvertAll(level => band.Quantile(1 - level).Match(q => q.Interval.Upper, _ => double.PositiveInfinity));
        Assert.Equal(file.Numbers("expected_lower_log"), lower);
        Assert.Equal(6, file.GetProperty("expected_upper").GetArrayLength());
        Assert.All(upper, days => Assert.Equal(double.PositiveInfinity, days));
    }

    [Fact]
    public void Median_and_interval_agree_with_the_published_ones()
    {
        var file = PublishedValues.Json("V30_km_median_lung.json");
        var durations = file.Durations();
        Assert.Equal((228, 165), (durations.Cases, durations.Events));
        var seen = 0;
        foreach (var row in file.GetProperty("expected").EnumerateArray())
        {
            var band = row.GetProperty("conf_type").GetString() switch
            {
                "log-log" => SurvivalBand.LogLog,
                "log" => SurvivalBand.Log,
                _ => SurvivalBand.Plain,
            };
            var curve = KaplanMeier.Of(durations, band: band);
            var reached = Assert.IsType<SurvivalQuantile.Reached>(curve.Quantile(row.GetProperty("p").GetDouble()));
            Assert.Equal(row.GetProperty("median").GetDouble(), reached.Days);
            Assert.Equal(row.GetProperty("lower").GetDouble(), reached.Interval.Lower);
            Assert.Equal(row.GetProperty("upper").GetDouble(), reached.Interval.Upper);
            seen++;
        }

        Assert.Equal(5, seen);
    }

    [Fact]
    public void Log_log_band_agrees_with_the_published_one()
    {
        var file = PublishedValues.Json("V33_km_loglog_band_g3.json");
        var curve = KaplanMeier.Of(file.Durations());
        var at = file.GetProperty("at").EnumerateArray().ToList();

        Assert.Equal(4, curve.Steps.Count);
        for (var i = 0; i < at.Count; i++)
        {
            var step = curve.Steps[i];
            Assert.Equal(at[i].GetInt32(), step.Day);
            Assert.Equal(file.GetProperty("expected_S")[i].GetDouble(), step.Survival, 0.0005);
            Assert.Equal(file.GetProperty("expected_lower")[i].GetDouble(), step.Band.Lower, 0.00005);
            Assert.Equal(file.GetProperty("expected_upper")[i].GetDouble(), step.Band.Upper, 0.0005);
        }
    }

    [Fact]
    public void Events_come_before_censorings_on_the_same_day()
    {
        var curve = KaplanMeier.Of(DayHistogram.Of([new(3, 1, 1), new(5, 1, 0)]));

        Assert.Equal(3, curve.Steps[0].AtRisk);
        Assert.Equal(2.0 / 3, curve.Steps[0].Survival, 1e-15);
    }

    [Fact]
    public void With_no_case_open_it_is_the_plain_share()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var cases = SimulatedCases.Of(random, random.Next(1, 60), 30, censored: 0);
            var curve = KaplanMeier.Of(DayHistogram.Of(cases));
            for (var day = 0; day <= 35; day++)
            {
                var known = Assert.IsType<ShareDecided.Known>(curve.ShareDecidedBy(day));
                Assert.Equal((double)cases.Count(c => c.Day <= day) / cases.Count, known.Share, 1e-12);
            }
        }
    }

    [Fact]
    public void With_no_case_open_the_median_of_an_odd_number_is_the_plain_median()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var durations = DayHistogram.Of(SimulatedCases.Of(random, (2 * random.Next(30)) + 1, 50, censored: 0));

            var reached = Assert.IsType<SurvivalQuantile.Reached>(KaplanMeier.Of(durations).Quantile(0.5));

            Assert.Equal(ClosedCases.Median(durations), reached.Days);
        }
    }

    [Fact]
    public void With_every_case_open_nothing_is_reached()
    {
        var curve = KaplanMeier.Of(DayHistogram.Of([new(10, 0, 4), new(90, 0, 6)]));

        var quantile = Assert.IsType<SurvivalQuantile.NotReached>(curve.Quantile(0.5));
        Assert.Equal(0, quantile.ShareWithEvent);
        Assert.Equal(double.PositiveInfinity, quantile.AtLeast);
        Assert.Equal(
            new ShareDecided.Known(0, Wilson.Interval(0, 6)), curve.ShareDecidedBy(11));
        Assert.Equal(new ShareDecided.Known(0, Wilson.Interval(0, 10)), curve.ShareDecidedBy(10));
        Assert.Equal(new ShareDecided.NotObserved(90), curve.ShareDecidedBy(91));
    }

    [Fact]
    public void A_curve_that_stops_above_the_level_says_how_far_it_came()
    {
        var curve = KaplanMeier.Of(DayHistogram.Of([new(10, 3, 0), new(20, 2, 0), new(99, 0, 7)]));

        var quantile = Assert.IsType<SurvivalQuantile.NotReached>(curve.Quantile(0.5));

        Assert.Equal(5.0 / 12, quantile.ShareWithEvent, 1e-12);
        Assert.Equal(10, quantile.AtLeast);
    }

    [Fact]
    public void An_interval_that_the_band_does_not_close_is_open_above()
    {
        var curve = KaplanMeier.Of(DayHistogram.Of([new(10, 3, 0), new(20, 3, 0), new(99, 0, 5)]));

        var quantile = Assert.IsType<SurvivalQuantile.Reached>(curve.Quantile(0.5));

        Assert.Equal(20, quantile.Days);
        Assert.Equal(10, quantile.Interval.Lower);
        Assert.Equal(double.PositiveInfinity, quantile.Interval.Upper);
    }

    [Fact]
    public void When_all_cases_end_on_one_day_the_band_is_that_of_none_left_of_n()
    {
        var curve = KaplanMeier.Of(DayHistogram.Of([new(5, 1000, 0)]));

        Assert.Equal(
            new SurvivalQuantile.Reached(5, new Interval(5, 5)), curve.Quantile(0.5));
        var share = Assert.IsType<ShareDecided.Known>(curve.ShareDecidedBy(5000));
        Assert.Equal(1, share.Share);
        Assert.Equal(1, share.Interval.Upper);
        Assert.Equal(Wilson.Interval(1000, 1000).Lower, share.Interval.Lower, 1e-12);
    }

    [Fact]
    public void The_last_of_many_cases_does_not_widen_the_band_again()
    {
        var curve = KaplanMeier.Of(DayHistogram.Of([new(5, 500, 0), new(6, 499, 0), new(700, 1, 0)]));

        Assert.Equal(0, curve.Steps[^1].Survival);
        Assert.Equal(curve.Steps[^2].Band.Upper, curve.Steps[^1].Band.Upper);
        Assert.InRange(curve.Steps[^1].Band.Upper, 0.001, 0.01);
    }

    [Fact]
    public void Merged_teams_give_the_curve_of_their_pooled_cases()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 50; i++)
        {
            var teams = Enumerable.Range(0, 5)
                .Select(_ => SimulatedCases.Of(random, random.Next(1, 80), 200, censored: 0.3)).ToList();

            var merged = KaplanMeier.Of(DayHistogram.Merge(teams.Select(team => DayHistogram.Of(team))));
            var pooled = KaplanMeier.Of(DayHistogram.Of(teams.SelectMany(team => team)));

            Assert.Equal(pooled.Steps, merged.Steps);
            Assert.Equal(pooled.Quantile(0.5), merged.Quantile(0.5));
        }
    }

    [Fact]
    public void Falls_stays_inside_0_to_1_and_is_never_NaN()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2000; i++)
        {
            var cases = SimulatedCases.Of(random, random.Next(1, 40), random.Next(60), random.NextDouble());
            var curve = KaplanMeier.Of(DayHistogram.Of(cases));

            var before = 1.0;
            foreach (var step in curve.Steps)
            {
                Assert.InRange(step.Survival, 0, before);
                Assert.True(step.Survival < before);
                Assert.InRange(step.Band.Lower, 0, step.Survival);
                Assert.InRange(step.Band.Upper, step.Survival, 1);
                before = step.Survival;
            }

            foreach (var p in new[] { 1e-9, 0.25, 0.5, 0.9, 1 - 1e-9 })
            {
                curve.Quantile(p).Match(
                    reached =>
                    {
                        Assert.True(reached.Interval.Contains(reached.Days), $"{reached}");
                        return true;
                    },
                    open =>
                    {
                        Assert.InRange(open.ShareWithEvent, 0, p);
                        Assert.False(double.IsNaN(open.AtLeast));
                        return true;
                    });
            }

            for (var day = 0; day <= 61; day++)
            {
                curve.ShareDecidedBy(day).Match(
                    known =>
                    {
                        Assert.InRange(known.Share, 0, 1);
                        Assert.True(known.Interval.Contains(known.Share), $"{known}");
                        Assert.InRange(known.Interval.Width, 1e-9, 1);
                        return true;
                    },
                    none => none.LastDay < day ? true : throw new InvalidOperationException("Observed after all."));
            }
        }
    }

    [Fact]
    public void The_true_median_is_found_where_the_closed_cases_mislead()
    {
        // Cases arrive evenly over 365 days and take 200 days in the median (log-normal, sd 0.9).
        var random = new Random(Seed);
        var durations = DayHistogram.Of(Enumerable.Range(0, 20_000).Select(_ =>
        {
            var angle = 2 * Math.PI * random.NextDouble();
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(angle);
            var (days, observed) = ((int)Math.Ceiling(200 * Math.Exp(0.9 * normal)), random.Next(1, 366));
            return days <= observed ? new DayCount(days, 1, 0) : new DayCount(observed, 0, 1);
        }));

        var reached = Assert.IsType<SurvivalQuantile.Reached>(KaplanMeier.Of(durations).Quantile(0.5));

        Assert.InRange(reached.Days, 190, 210);
        Assert.InRange(ClosedCases.Median(durations), 105, 117);
    }

    [Fact]
    public void The_interval_of_the_median_covers_it_about_95_times_in_100()
    {
        const int Times = 3000;
        var random = new Random(Seed);
        var covered = 0;
        for (var i = 0; i < Times; i++)
        {
            // Exponential, true median 100, in steps fine enough for ties not to matter.
            var durations = DayHistogram.Of(Enumerable.Range(0, 80).Select(_ =>
            {
                var days = (int)(100_000 * -Math.Log2(1 - random.NextDouble()));
                var observed = random.Next(0, 400_000);
                return days <= observed ? new DayCount(days, 1, 0) : new DayCount(observed, 0, 1);
            }));
            covered += KaplanMeier.Of(durations).Quantile(0.5)
                .Match(q => q.Interval.Contains(100_000), q => q.AtLeast <= 100_000) ? 1 : 0;
        }

        Assert.InRange((double)covered / Times, 0.93, 0.975);
    }

    [Fact]
    public void A_quantile_outside_0_to_1_a_negative_day_and_no_cases_are_refused()
    {
        var curve = KaplanMeier.Of(DayHistogram.Of([new(5, 1, 0)]));

        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.ShareDecidedBy(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Of(DayHistogram.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Of(DayHistogram.Of([new(5, 1, 0)]), double.NaN));
    }
}
