using Candour.Kernel;
using Candour.Readings.OpenCases;
using Candour.Statistics;
using Candour.Tests.Statistics;

namespace Candour.Tests.Readings.OpenCases;

public sealed class WaitReadingTests
{
    /// <summary>The lung cases of R's survival: 310 days with the open ones counted, 226 of the closed alone.</summary>
    [Fact]
    public void The_closed_cases_stand_beside_the_estimate_and_are_said_to_be_too_few_days()
    {
        var wait = WaitReading.Of(PublishedValues.Json("V30_km_median_lung.json").Durations());

        Assert.Equal(310, ((Figure.Known)wait.Estimate).Value);
        Assert.Equal(226, ((Figure.Known)wait.ClosedOnly).Value);
        Assert.StartsWith("Half of the cases have an end within 310 days (", wait.Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "The closed cases alone would say 226 days: 84 days too few, because the open cases are the slow ones.",
            wait.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("63 of 228 cases are open.", wait.Sentence, StringComparison.Ordinal);
        var chart = wait.Draw("wait", "Headline", "Subtitle");
        Assert.Equal(["When", "Figure", "95% interval"], chart.Table.Columns.Select(column => column.Heading));
        Assert.Contains(chart.Table.Rows, row => row[0] == "Half of the closed cases alone" && row[1] == "226 days");
    }

    /// <summary>A growing backlog: cases truly take longer in the second year, and are seen for a shorter time.</summary>
    [Fact]
    public void A_growing_backlog_makes_the_closed_median_fall_while_the_true_one_rises_and_the_reading_says_so()
    {
        var random = new Random(20251124);
        var before = Simulated(random, 5000, median: 200, watched: 1460);
        var after = Simulated(random, 5000, median: 240, watched: 365);

        var reading = BacklogReading.Of(before, after);

        Assert.Equal(BacklogVerdict.ClosedCasesMislead, reading.Verdict);
        Assert.True(((Figure.Known)reading.After.ClosedOnly).Value < ((Figure.Known)reading.Before.ClosedOnly).Value);
        Assert.InRange(((Figure.Known)reading.Before.Estimate).Value, 190, 212);
        Assert.InRange(((Figure.Known)reading.After.Estimate).Value, 225, 260);
        Assert.StartsWith("The closed cases alone look quicker", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("all cases together wait longer", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("The slow cases are still open", reading.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_waits_that_go_the_same_way_are_said_plainly()
    {
        var random = new Random(20251124);
        var reading = BacklogReading.Of(
            Simulated(random, 3000, median: 100, watched: 4000), Simulated(random, 3000, median: 150, watched: 4000));

        Assert.Equal(BacklogVerdict.Agree, reading.Verdict);
        Assert.Contains("go the same way", reading.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_median_that_was_not_reached_is_a_whole_answer()
    {
        var wait = WaitReading.Of(DayHistogram.Of([new DayCount(10, 1, 0), new DayCount(40, 0, 9)]));

        Assert.IsType<Figure.NotReached>(wait.Estimate);
        Assert.StartsWith("How long half of the cases take cannot be said yet", wait.Sentence, StringComparison.Ordinal);
        Assert.Contains("The closed cases alone would say 10 days, because they leave the slow ones out.", wait.Sentence, StringComparison.Ordinal);
        Assert.All(wait.DecidedBy, by => Assert.IsType<Figure.NotReached>(by.Share));
    }

    [Fact]
    public void No_cases_all_open_and_all_closed_are_said()
    {
        Assert.Contains("no cases", WaitReading.Of(DayHistogram.Empty).Sentence, StringComparison.Ordinal);
        Assert.Contains("No case is closed yet.", WaitReading.Of(DayHistogram.Of([new DayCount(9, 0, 1_000_000_000)])).Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "No case is open", WaitReading.Of(DayHistogram.Of([new DayCount(0, 1_000_000_000, 0)])).Sentence, StringComparison.Ordinal);
        Assert.Equal(BacklogVerdict.CannotTell, BacklogReading.Of(DayHistogram.Empty, DayHistogram.Empty).Verdict);
    }

    [Fact]
    public void Every_wait_can_be_drawn()
    {
        foreach (var histogram in (DayHistogram[])[
            DayHistogram.Of([new DayCount(0, 1, 0)]), DayHistogram.Of([new DayCount(0, 0, 1)]),
            DayHistogram.Of([new DayCount(9000, 5, 5)])])
        {
            var chart = WaitReading.Of(histogram).Draw("wait", "Headline", "Subtitle");
            Assert.True(new Charts.Drawing(chart.Wide).StaysInside() && new Charts.Drawing(chart.Narrow).StaysInside());
        }
    }

    /// <summary>Twenty cases of R's survival: 28.4 % charged by day 120, where counting the others as open claims 43.3 %.</summary>
    [Fact]
    public void Competing_outcomes_are_no_waiting_cases()
    {
        var file = PublishedValues.Json("V70_competing_outcomes_cif.json");
        var cases = file.GetProperty("time").EnumerateArray()
            .Zip(file.GetProperty("outcome").EnumerateArray(), (time, outcome) => new OutcomeCount(time.GetInt32(), outcome.GetInt32(), 1)).ToArray();
        Ending[] endings = [new(1, "charged"), new(2, "victim does not support further action"), new(3, "no further action")];

        var reading = EndingsReading.Of(cases, endings);

        Assert.StartsWith("By day 180:", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("would claim 100.0% charged", reading.Sentence, StringComparison.Ordinal);
        var chart = reading.Draw("endings", "Headline", "Subtitle");
        Assert.True(new Charts.Drawing(chart.Wide).StaysInside() && new Charts.Drawing(chart.Narrow).StaysInside());
        Assert.Equal(3, chart.Table.Columns.Count(column => column.Heading == "95% interval"));
    }

    private static DayHistogram Simulated(Random random, int cases, double median, int watched)
    {
        var counts = new List<DayCount>();
        for (var i = 0; i < cases; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var takes = (int)(median * Math.Exp(0.9 * normal));
            var seen = random.Next(watched) + 1;
            counts.Add(takes <= seen ? new DayCount(takes, 1, 0) : new DayCount(seen, 0, 1));
        }

        return DayHistogram.Of(counts);
    }
}
