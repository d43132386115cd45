using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Changes;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Tests.Readings.Changes;

public sealed class ChangeReadingTests
{
    [Fact]
    public void A_count_is_taken_apart_into_volume_mix_and_rate_that_add_up()
    {
        var reading = ChangeReading.Of(
        [
            new NamedChange("Stranger", new(40, 100), new(40, 100)), new NamedChange("Partner", new(10, 100), new(30, 300)),
        ]);

        Assert.Equal(20, reading.Count.Volume + reading.Count.Mix + reading.Count.Rate, 9);
        Assert.Equal(
            "The count went from 50 to 70: +42.5 because of the number of cases, −22.5 because they are other cases, 0 because like cases end "
            + "otherwise. The share went from 25.0% to 17.5% (−7.5 points by the mix, 0.0 points by like cases), which is more than chance. "
            + "This is arithmetic; it does not say what caused it.",
            reading.Sentence);
        Assert.Equal(2, reading.Draw("change", "H", "S", "U", "Relationship", "2017", "2018").Table.Rows.Count);
    }

    [Fact]
    public void A_change_that_chance_explains_and_a_time_without_cases_are_said()
    {
        Assert.Contains("which chance is enough to explain", ChangeReading.Of([new("All", new(5, 10), new(6, 10))]).Sentence, StringComparison.Ordinal);
        Assert.Contains("cannot be taken apart", ChangeReading.Of([new("All", new(0, 0), new(6, 10))]).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_around_an_action_has_a_verdict_and_a_warning()
    {
        var random = new Random(1897);
        var points = Enumerable.Range(0, 40).Select(i => Point(i, 50 + (i >= 20 ? 15 : 0) + random.NextDouble())).ToArray();

        var reading = ActionReading.Of(points, 20, "a new checklist", FigureKind.Days);
        Assert.StartsWith("After “a new checklist” the series is higher than its earlier line would have been", reading.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("this is no proof of its effect.", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("Definition changed", new Charts.Drawing(reading.Draw("a", "H", "S", "U").Wide).Ticks.Append("Definition changed"));

        var flat = Enumerable.Range(0, 40).Select(i => Point(i, 50 + random.NextDouble())).ToArray();
        Assert.StartsWith("It cannot be told whether", ActionReading.Of(flat, 20, "a new checklist", FigureKind.Days).Sentence, StringComparison.Ordinal);
        Assert.Contains("0 points before it", ActionReading.Of(flat, 0, "x", FigureKind.Days).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Every point lies on a straight line", ActionReading.Of([.. Enumerable.Range(0, 20).Select(i => Point(i, 5))], 10, "x", FigureKind.Days).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_not_bridged()
    {
        var points = Enumerable.Range(0, 30).Select(i => i == 12
            ? new TrendPoint("x", "x", new Figure.NotRecorded("no file")) : Point(i, i % 3)).ToArray();

        Assert.Contains("7 points before it and 10 after it count, and 8 are needed", ActionReading.Of(points, 20, "x", FigureKind.Count).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_mended_and_came_back_is_said_with_its_interval()
    {
        ClosedIssue[] issues = [new(1, [3]), new(2, []), new(2, []), new(11, [12]), new(12, [])];
        var reading = RecurrenceReading.Of(issues, 6, 12);

        Assert.Equal(
            "1 of 3 closed issues were found again within 6 months (33.3%, 6.1% to 79.2%). 2 were closed too recently to count; 1 of them were found again already.",
            reading.Sentence);
        Assert.IsType<Figure.Known>(reading.Figure);
        Assert.StartsWith("Not enough data", RecurrenceReading.Of([], 6, 12).Sentence, StringComparison.Ordinal);
        Assert.IsType<Figure.TooFew>(RecurrenceReading.Of([], 6, 12).Figure);
    }

    private static TrendPoint Point(int month, double value) => new($"M{month}", $"month {month}", new Figure.Known(value, value, value));
}
