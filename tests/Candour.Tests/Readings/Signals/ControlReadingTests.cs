using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Signals;
using Candour.Statistics;

namespace Candour.Tests.Readings.Signals;

public sealed class ControlReadingTests
{
    [Fact]
    public void Fewer_than_five_points_are_not_enough_data()
    {
        var reading = Xmr([10, 12, 11, 13]);

        Assert.Equal(Variation.NotJudged, reading.Variation);
        Assert.All(reading.Chart.Points, point => Assert.Null(point.Limits));
        Assert.Equal(
            "Latest: 13 in month 4. Not enough data to tell chance from change: 4 periods can be judged, and limits need 5.",
            reading.Sentence);
    }

    [Fact]
    public void Fewer_than_twelve_points_have_trial_limits()
    {
        var reading = Xmr([10, 12, 11, 13, 10]);

        Assert.Equal(LimitState.Trial, reading.Chart.Phases[0].State);
        Assert.Contains("trial limits: they come from 5 periods, and 12 make them full; runs are not looked for yet.", reading.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_outside_is_a_signal_and_the_direction_says_which()
    {
        double[] values = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 40];

        Assert.Contains("is outside the limits, here the high side", Xmr(values).Sentence, StringComparison.Ordinal);
        Assert.Contains("Neither way is called better or worse", Xmr(values).Sentence, StringComparison.Ordinal);
        Assert.Contains("direction that is better", Xmr(values, ImprovementDirection.Increase).Sentence, StringComparison.Ordinal);
        Assert.Contains("direction that is worse", Xmr(values, ImprovementDirection.Decrease).Sentence, StringComparison.Ordinal);
        Assert.Contains("here the high side", Xmr(values, ImprovementDirection.Decrease).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_a_neutral_measure_never_judge()
    {
        var random = new Random(20251124);
        for (var run = 0; run < 200; run++)
        {
            var reading = Xmr([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (double)random.Next(0, 50))]);

            Assert.DoesNotContain("direction that is", reading.Sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("target", reading.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Variation_and_assurance_are_two_answers()
    {
        double[] steady = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11];

        var fails = ControlReading.Of(Points(steady), FigureKind.Count, new CountsOf.Nothing(), ImprovementDirection.Increase, 90);
        Assert.Equal((Variation.CommonCause, Assurance.Fails), (fails.Variation, fails.Assurance));
        Assert.Contains("it will miss its target of 90 every time", fails.Sentence, StringComparison.Ordinal);

        var chance = ControlReading.Of(Points(steady), FigureKind.Count, new CountsOf.Nothing(), ImprovementDirection.Increase, 11);
        Assert.Contains("chance decides whether it meets its target of 11", chance.Sentence, StringComparison.Ordinal);
        var passes = ControlReading.Of(Points(steady), FigureKind.Count, new CountsOf.Nothing(), ImprovementDirection.Decrease, 90);
        Assert.Contains("it will meet its target of 90 every time", passes.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_still_settling_is_outside_limits_and_rules()
    {
        double[] values = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 1, 0];
        var points = Points(values).Select((point, i) => point with { IsImmature = i >= 12 }).ToArray();
        var reading = ControlReading.Of(points, FigureKind.Count, new CountsOf.Nothing(), ImprovementDirection.Neutral);

        Assert.Equal(Variation.CommonCause, reading.Variation);
        Assert.Equal(12, reading.Chart.Phases[0].Points);
        Assert.Contains("follow-up is still short", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("the latest point that can be judged (month 12)", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("2 periods are still settling and outside the rules.", reading.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_definition_starts_limits_afresh()
    {
        double[] values = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 50, 51, 50, 51, 50];
        var points = Points(values).Select((point, i) => i == 12 ? point with { BreakBefore = "code 22 came into use" } : point).ToArray();
        var reading = ControlReading.Of(points, FigureKind.Count, new CountsOf.Nothing(), ImprovementDirection.Neutral);

        Assert.Equal(2, reading.Chart.Phases.Count);
        Assert.Equal(Variation.CommonCause, reading.Variation);
        Assert.Contains("The definition changed once; points before and after are not compared.", reading.Sentence, StringComparison.Ordinal);
        var chart = reading.Draw("id", "Headline", "Subtitle", "Number");
        Assert.Contains(chart.Table.Rows, row => row[^1].StartsWith("before it: code 22", StringComparison.Ordinal));
    }

    [Fact]
    public void A_point_set_aside_has_its_reason_in_the_table()
    {
        double[] values = [10, 11, 10, 11, 10, 11, 90, 11, 10, 11, 10, 11, 10];
        var points = Points(values).Select((point, i) => i == 6 ? point with { GhostedBecause = "counted twice" } : point).ToArray();
        var reading = ControlReading.Of(points, FigureKind.Count, new CountsOf.Nothing(), ImprovementDirection.Neutral);

        Assert.Contains("1 point is set aside, with the reason in the table.", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains(
            reading.Draw("id", "Headline", "Subtitle", "Number").Table.Rows, row => row[^1] == "set aside: counted twice");
    }

    /// <summary>The case of the design: 20 periods of large counts, of which a plain p chart calls 16 a signal.</summary>
    [Fact]
    public void Large_numbers_are_judged_with_limits_that_allow_for_their_months()
    {
        var file = Candour.Tests.Statistics.PublishedValues.Json("V21_laney_p_prime.json");
        var counts = file.GetProperty("count").EnumerateArray().Select(one => (decimal)one.GetDouble()).ToArray();
        var bases = file.GetProperty("n").EnumerateArray().Select(one => (decimal)one.GetDouble()).ToArray();
        var reading = ControlReading.Of(Shares(counts, bases), FigureKind.Share, new CountsOf.Shares(), ImprovementDirection.Neutral);

        Assert.Equal(ControlMethod.PPrime, reading.Method);
        Assert.DoesNotContain(reading.Chart.Points, point => point.Cause == SpecialCause.Outside);
    }

    [Fact]
    public void Shares_that_differ_by_chance_alone_have_no_narrower_limits_than_chance()
    {
        decimal[] counts = [20, 21, 20, 21, 20, 21, 20, 21, 20, 21, 20, 21];
        var reading = ControlReading.Of(
            Shares(counts, [.. counts.Select(_ => 100m)]), FigureKind.Share, new CountsOf.Shares(), ImprovementDirection.Neutral);

        Assert.Equal(ControlMethod.P, reading.Method);
    }

    [Fact]
    public void Rates_have_charts_of_their_own()
    {
        decimal[] counts = [20, 21, 20, 21, 20, 21, 20, 21, 20, 21, 20, 21];
        var points = counts.Select((count, i) => new ControlPoint(
            $"{i}", $"month {i + 1}", new Figure.Known((double)count / 1000 * 1000, 0, 50), count, 1000)).ToArray();

        var reading = ControlReading.Of(points, FigureKind.Rate, new CountsOf.Events(1000), ImprovementDirection.Neutral);
        Assert.Equal(ControlMethod.U, reading.Method);
        Assert.Equal(20.5, reading.Chart.Points[0].Limits!.Value.Centre, 9);
    }

    [Fact]
    public void A_correction_below_zero_is_judged_as_a_single_value()
    {
        var points = Enumerable.Range(0, 6).Select(i => new ControlPoint(
            $"{i}", $"month {i + 1}", i == 3 ? new Figure.NotApplicable("Corrections exceed outcomes.") : new Figure.Known(0.2, 0.1, 0.3), i == 3 ? -2 : 2, 10)).ToArray();
        var reading = ControlReading.Of(points, FigureKind.Share, new CountsOf.Shares(), ImprovementDirection.Neutral);

        Assert.Equal(ControlMethod.P, reading.Method);
        Assert.Null(reading.Chart.Points[3].Value);
        Assert.Contains("1 period has no number.", reading.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new double[] { 0 })]
    [InlineData(new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new double[] { 1e9, 1e9, 1e9, 1e9, 1e9, 2e9, 0 })]
    [InlineData(new double[] { -3, 5, -2, 9, 1, 0, 4 })]
    public void Any_series_is_said_and_drawn_without_NaN(double[] values)
    {
        var points = Points(values).Append(new ControlPoint("x", "the month after", new Figure.NotRecorded("no file"))).ToArray();
        var reading = ControlReading.Of(points, FigureKind.Count, new CountsOf.Nothing(), ImprovementDirection.Neutral);
        var chart = reading.Draw("id", "Headline", "Subtitle", "Number");

        Assert.DoesNotContain("NaN", reading.Sentence + chart.Wide.Markup + chart.Narrow.Markup, StringComparison.Ordinal);
        Assert.True(new Charts.Drawing(chart.Wide).StaysInside() && new Charts.Drawing(chart.Narrow).StaysInside());
    }

    [Fact]
    public void A_share_of_none_or_all_in_every_period_is_judged()
    {
        foreach (var count in (decimal[])[0, 100])
        {
            var reading = ControlReading.Of(
                Shares([.. Enumerable.Repeat(count, 13)], [.. Enumerable.Repeat(100m, 13)]), FigureKind.Share, new CountsOf.Shares(),
                ImprovementDirection.Neutral);

            Assert.Equal(Variation.CommonCause, reading.Variation);
        }
    }

    [Fact]
    public void Stable_series_give_few_false_signals()
    {
        var random = new Random(1931);
        var outside = 0;
        for (var run = 0; run < 300; run++)
        {
            var reading = Xmr([.. Enumerable.Range(0, 24).Select(_ => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()))]);
            outside += reading.Chart.Points.Count(point => point.Cause == SpecialCause.Outside);
        }

        // Limits of three deviations let about 3 of 1,000 points out, and a few more because they are estimated.
        Assert.InRange(outside / (300 * 24.0), 0.001, 0.012);
    }

    private static ControlReading Xmr(double[] values, ImprovementDirection improvement = ImprovementDirection.Neutral) =>
        ControlReading.Of(Points(values), FigureKind.Count, new CountsOf.Nothing(), improvement);

    private static ControlPoint[] Points(double[] values) =>
        [.. values.Select((value, i) => new ControlPoint($"M{i + 1}", $"month {i + 1}", new Figure.Known(value, value, value)))];

    private static ControlPoint[] Shares(decimal[] counts, decimal[] bases) =>
    [
        .. counts.Zip(bases, (count, whole) => (double)(count / whole)).Select((share, i) => new ControlPoint(
            $"M{i + 1}", $"month {i + 1}", new Figure.Known(share, share, share), counts[i], bases[i])),
    ];
}
