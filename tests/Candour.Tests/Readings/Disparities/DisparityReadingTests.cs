using Candour.Readings;
using Candour.Readings.Disparities;
using Candour.Statistics;
using Candour.Tests.Statistics;

namespace Candour.Tests.Readings.Disparities;

public sealed class DisparityReadingTests
{
    [Fact]
    public void A_difference_stands_only_if_it_survives_floor_correction_and_bounds()
    {
        var reading = Page(new ShareCount(0, 0));

        Assert.Equal("Large", reading.Reference.Name);
        Assert.Equal(
            [DisparityVerdict.Reference, DisparityVerdict.Stands, DisparityVerdict.CannotTell, DisparityVerdict.TooFew],
            reading.Groups.Select(group => group.Verdict));
        Assert.Equal(["Different"], reading.Surviving.Select(group => group.Name));
        Assert.Equal(
            "Compared with Large (1,000 cases, the largest group), 1 of 2 other groups differs by more than chance, corrected for the 2 "
            + "comparisons on this page. Every case has its group recorded. A difference says nothing about its cause.",
            reading.Sentence);
    }

    [Fact]
    public void Missing_records_that_could_turn_a_difference_round_keep_it_off_the_list()
    {
        var reading = Page(new ShareCount(150, 400));

        Assert.Equal(DisparityVerdict.MissingCouldTurn, reading.Groups[1].Verdict);
        Assert.Empty(reading.Surviving);
        Assert.Contains("Missing records could turn it round.", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("400 of 1,504 cases (26.6%) have no group recorded", reading.Sentence, StringComparison.Ordinal);
        var chart = reading.Draw("by", "Headline", "Subtitle", "Share (%)");
        Assert.Contains(chart.Table.Rows, row => row[0] == "Group not recorded" && row.Contains("not compared"));
        Assert.Contains(chart.Table.Rows, row => row[^1].Contains("with the missing anywhere from", StringComparison.Ordinal));
        Assert.True(new Charts.Drawing(chart.Wide).StaysInside() && new Charts.Drawing(chart.Narrow).StaysInside());
    }

    [Fact]
    public void Bounds_widen_as_records_are_missing()
    {
        var widths = new[] { 10L, 50, 100, 200, 400 }.Select(missing =>
        {
            var bounds = Page(new ShareCount(missing / 3, missing)).Groups[1].Bounds!.Value;
            return bounds.Upper - bounds.Lower;
        }).ToArray();

        Assert.Equal(widths.Order(), widths);
        Assert.Equal(widths.Distinct().Count(), widths.Length);
    }

    /// <summary>Twenty groups that are alike: uncorrected, one in twenty would be called different.</summary>
    [Fact]
    public void Groups_that_are_alike_are_hardly_ever_called_different()
    {
        var random = new Random(1995);
        var pages = 0;
        for (var run = 0; run < 200; run++)
        {
            var groups = Enumerable.Range(1, 21).Select(i => new NamedShare(
                $"Group {i}", new ShareCount(Enumerable.Range(0, 200).Count(_ => random.NextDouble() < 0.3), i == 1 ? 201 : 200))).ToArray();
            pages += DisparityReading.OfPage([new DisparityQuestion("Field", groups, new(0, 0))], 10)[0].Surviving.Any() ? 1 : 0;
        }

        // All are compared with one group, so a page goes wrong at most about as often as a single test.
        Assert.InRange(pages / 200.0, 0, 0.09);
    }

    [Fact]
    public void The_family_is_everything_on_the_page()
    {
        DisparityQuestion Ask(int groups) => new(
            "Field", [new("Large", new(300, 1000)), new("Different", new(72, 180)), .. Enumerable.Range(0, groups).Select(i => new NamedShare($"Alike {i}", new(60, 200)))],
            new ShareCount(0, 0));

        Assert.Equal(DisparityVerdict.Stands, DisparityReading.OfPage([Ask(0)], 10)[0].Groups[1].Verdict);
        Assert.Equal(DisparityVerdict.CannotTell, DisparityReading.OfPage([Ask(0), Ask(40)], 10)[0].Groups[1].Verdict);
    }

    [Fact]
    public void Nothing_to_compare_is_no_reading_or_says_so()
    {
        Assert.Empty(DisparityReading.OfPage([], 10));
        Assert.Empty(DisparityReading.OfPage([new DisparityQuestion("Field", [new("One", new(5, 9)), new("None", new(0, 0))], new(1, 2))], 10));
        var few = DisparityReading.OfPage([new DisparityQuestion("Field", [new("One", new(5, 9)), new("Two", new(1, 3))], new(0, 0))], 10);
        Assert.StartsWith("Not enough data: no group beside One has 10 cases.", few[0].Sentence, StringComparison.Ordinal);
        var whole = DisparityReading.OfPage([new DisparityQuestion("Field", [new("One", new(90, 90)), new("Two", new(30, 30))], new(0, 0))], 10)[0];
        Assert.Equal(DisparityVerdict.CannotTell, whole.Groups[1].Verdict);
        Assert.DoesNotContain("NaN", whole.Draw("by", "H", "S", "U").Wide.Markup, StringComparison.Ordinal);
    }

    /// <summary>Berkeley 1973: more men than women admitted of all, and the other way round within departments.</summary>
    [Fact]
    public void A_direction_that_turns_within_the_parts_is_said()
    {
        var reading = StratifiedReading.Of("men", "women", MantelHaenszelTests.Berkeley);

        Assert.True(reading.DirectionTurns);
        Assert.StartsWith("All cases together: 44.5% of men, 30.4% of women (odds ratio 1.84, 1.62 to 2.09).", reading.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(
            "The 6 parts differ among themselves by more than chance, so no one number stands for all of them; taken together their "
            + "direction is the other way round.",
            reading.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(
            "the direction is the same.",
            StratifiedReading.Of("one", "other", [new(new(30, 90), new(40, 90)), new(new(3, 9), new(4, 9))]).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("The two groups cannot be compared", StratifiedReading.Of("one", "other", [new(new(0, 9), new(4, 9))]).Sentence, StringComparison.Ordinal);
    }

    private static DisparityReading Page(ShareCount unknown) => Assert.Single(DisparityReading.OfPage(
        [
            new DisparityQuestion(
                "Group",
                [new("Large", new(300, 1000)), new("Different", new(50, 90)), new("Alike", new(4, 10)), new("Small", new(1, 4))],
                unknown),
        ],
        10));
}
