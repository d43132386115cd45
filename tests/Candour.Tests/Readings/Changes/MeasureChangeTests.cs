using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Asking;
using Candour.Readings.Changes;
using Candour.Readings.Recording;
using Candour.Statistics;
using Candour.Web;

namespace Candour.Tests.Readings.Changes;

/// <summary>A change of a real measure, taken apart: nothing is lost between the whole and its groups.</summary>
public sealed class MeasureChangeTests(DemoWorkspace demo)
{
    private const string Share = "rape-charged-share-recorded";

    [Fact]
    public void Groups_and_those_without_one_add_up_to_both_wholes()
    {
        var (before, after) = (Read(Share, "2023"), Read(Share, "2024"));
        var field = MeasureChange.Fields(after.Measure, after.Question.Dataset)[0];

        Assert.True(MeasureChange.Of(demo.Room, before, after, field).Try(out var change, out var refusal), refusal?.Sentence);

        Assert.Equal(MeasureAreas.Counted(before), Sum(change!.Groups.Select(group => group.Before)));
        Assert.Equal(MeasureAreas.Counted(after), Sum(change.Groups.Select(group => group.After)));
        Assert.Equal(change.Count.After - change.Count.Before, change.Count.Volume + change.Count.Mix + change.Count.Rate, 9);
    }

    [Fact]
    public void The_field_that_decides_the_part_makes_no_groups()
    {
        foreach (var measure in demo.Room.Measures.Where(MeasureAreas.IsShareOfCounts))
        {
            var fields = MeasureChange.Fields(measure, demo.Room.Catalogue.Datasets[measure.Datasets.First(demo.Room.Seen.Has)]);
            Assert.DoesNotContain(fields, field => measure.Numerator.Flat.OfType<Candour.Definitions.FieldTest>().Any(test => test.Field == field.Id));
        }
    }

    [Fact]
    public void Codes_and_what_has_none_add_up_to_what_is_counted()
    {
        var reading = Read("vawg-crimes-recorded", "2024");
        var causes = MeasureCauses.Of(
            demo.Room, reading, MeasureChange.Fields(reading.Measure, reading.Question.Dataset)[0]);

        Assert.Equal((long)reading.Numerator, causes.Coded + causes.NotCoded);
        Assert.True(MeasureCauses.Counts(reading.Measure));
        Assert.False(MeasureCauses.Counts(Read("days-report-to-decision-median", "2024").Measure));
    }

    [Fact]
    public void Two_periods_are_chosen_that_have_had_their_time()
    {
        Assert.True(ComparedPeriods.Of(demo.Room, Read(Share, ""), "").Try(out var periods, out _));
        Assert.Equal((Period.CalendarYear(2023), Period.CalendarYear(2024)), (periods!.Before, periods.After));
        Assert.True(ComparedPeriods.Of(demo.Room, Read(Share, "2024-03"), "").Try(out var months, out _));
        Assert.Equal(Period.Month(2024, 2), months!.Before);
        Assert.True(ComparedPeriods.Of(demo.Room, Read(Share, "2024"), "2022-07").Try(out var asked, out _));
        Assert.Equal(Period.Month(2022, 7), asked!.Before);

        Assert.IsType<PeriodsOverlap>(Refused(ComparedPeriods.Of(demo.Room, Read(Share, "2024"), "2024-03")));
        Assert.IsType<PeriodsOverlap>(Refused(ComparedPeriods.Of(demo.Room, Read(Share, "2023"), "2024")));
        Assert.IsType<PeriodUnreadable>(Refused(ComparedPeriods.Of(demo.Room, Read(Share, "2024"), "never")));
        Assert.IsType<NothingBefore>(Refused(ComparedPeriods.Of(demo.Room, Read(Share, "1900"), "")));
    }

    [Fact]
    public void A_period_that_is_still_settling_is_not_taken_apart()
    {
        var (before, after) = (Read(Share, "2024"), Read(Share, "2025"));
        var explained = ExplainedChange.Of(demo.Room, before, after, MeasureChange.Fields(after.Measure, after.Question.Dataset)[0]);

        Assert.True(after.Immature);
        Assert.Null(explained.Change);
        Assert.Equal(ExplainedChange.StillSettling, explained.WhyNot);
    }

    [Fact]
    public void What_holds_for_neighbouring_periods_is_said_once()
    {
        Assert.True(SeriesStory.Of(demo.Room, Read("sexual-offence-prosecutions-convicted-share", ""), "").Try(out var story, out _));

        var gaps = story!.Notes.Where(note => note.Note == "No data were submitted.").Select(note => note.Period).ToArray();
        Assert.Equal(6, gaps.Sum(gap => gap.Months));
        Assert.True(gaps.Length < 6);
        Assert.IsType<NoPeriodBefore>(Refused(SeriesStory.Of(demo.Room, Read(Share, ""), "1999-01")));
        Assert.IsType<NoPeriodBefore>(Refused(SeriesStory.Of(demo.Room, Read(Share, ""), "soon")));
        Assert.True(SeriesStory.Of(demo.Room, Read(Share, ""), "2024-06").Try(out var action, out _));
        Assert.Contains("the action of June 2024", action!.Chart.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_level_of_both_hierarchies_can_be_compared()
    {
        var dataset = demo.Room.Catalogue.Datasets["record-checks"];
        var offered = LevelChoice.Of(demo.Room.Catalogue, dataset);

        Assert.Equal(2, offered.Select(choice => choice.Hierarchy.Id).Distinct().Count());
        Assert.Equal(dataset.Hierarchy, offered[0].Hierarchy.Id);
        Assert.Equal(offered[0].Hierarchy.LowestLevel, offered[0].Level);
        Assert.DoesNotContain(offered, choice => choice.Level == choice.Hierarchy.Levels[0]);
        Assert.IsType<LevelUnknown>(Refused(LevelChoice.Chosen(offered, "no.such", Read(Share, "").Question)));
    }

    private static Refusal Refused<T>(Result<T> result)
    {
        Assert.False(result.Try(out _, out var refusal));
        return refusal!;
    }

    private static ShareCount Sum(IEnumerable<ShareCount> counts)
    {
        var all = counts.ToArray();
        return new ShareCount(all.Sum(count => count.Numerator), all.Sum(count => count.Denominator));
    }

    private Reading Read(string measure, string period)
    {
        Assert.True(
            demo.Room.Read(measure, Asked.Everything with { Period = period, Dataset = measure == Share ? "crimes" : "" }).Try(out var reading, out var refusal),
            refusal?.Sentence);
        return reading!;
    }
}
