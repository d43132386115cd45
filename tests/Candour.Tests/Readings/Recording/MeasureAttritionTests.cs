using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.OpenCases;
using Candour.Readings.Recording;

namespace Candour.Tests.Readings.Recording;

/// <summary>The way of a cohort and the quality of its rows, from the measures and rows of the demonstration.</summary>
public sealed class MeasureAttritionTests(DemoWorkspace demo)
{
    private AttritionPath Path => demo.Room.Catalogue.Frameworks["rsvp"].Parts.Single(part => part.Attrition is not null).Attrition!;

    [Fact]
    public void Each_step_has_the_cases_that_the_step_before_let_go_on()
    {
        var first = Read(Path.Steps[0].Measure, "2024");

        Assert.True(MeasureAttrition.Of(demo.Room, Path, first.Question).Try(out var measured, out var refusal), refusal?.Sentence);

        var counts = measured!.Reading.Stages.Select(stage => stage.Count).ToArray();
        Assert.Equal(Path.Steps.Count + 1, counts.Length);
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.True(counts[^1] > 0);
        Assert.Equal(first.Denominator, counts[0]);
        foreach (var (step, next) in measured.Steps.Zip(counts.Skip(1)))
        {
            Assert.Equal(next, (long)step.Share.Numerator + step.Jumped);
        }

        Assert.Equal(measured.Steps.Any(step => step.Jumped > 0), measured.Jumps.Length > 0);
    }

    [Fact]
    public void Steps_that_grow_are_refused()
    {
        var turned = Path with { Steps = [.. Path.Steps.Reverse()] };

        Assert.False(MeasureAttrition.Of(demo.Room, turned, Read(Path.Steps[0].Measure, "2024").Question).Try(out _, out var refusal));
        Assert.IsType<StagesAreNotOneCohort>(refusal);
    }

    [Fact]
    public void Endings_are_the_decisions_behind_the_median_and_no_others()
    {
        var reading = Read("days-report-to-decision-median", "2024");
        Assert.True(MeasureEndings.IsAsked(reading));
        Assert.False(MeasureEndings.IsAsked(Read("days-recorded-to-charge-median", "2024")));

        var endings = MeasureEndings.Of(demo.Room, reading);

        Assert.Equal((long)reading.Denominator, endings.Cases);
        Assert.Equal(MeasureEndings.Named + 1, endings.Endings.Count);
        var wait = MeasureWait.Of(reading);
        for (var day = 0; day < WaitReading.Days.Count; day++)
        {
            if (endings.Open[day] is Figure.Known open && wait.DecidedBy[day].Share is Figure.Known decided)
            {
                Assert.Equal(1, open.Value + decided.Value, 9);
                Assert.Equal(decided.Value, endings.By[day].OfType<Figure.Known>().Sum(share => share.Value), 9);
            }
        }
    }

    [Fact]
    public void The_quality_of_a_dataset_counts_every_row_once_for_each_field()
    {
        var dataset = demo.Room.Catalogue.Datasets["crimes"];

        var quality = DatasetQuality.Of(demo.Room, dataset);

        var rows = demo.Room.Snapshot.RowsOf(dataset).Count;
        Assert.All(quality.Matrix.Cells.GroupBy(cell => cell.Field), cells => Assert.Equal(rows, cells.Sum(cell => cell.Rows)));
        var ethnicity = quality.Incomplete.Single(field => field.Id == "victim_ethnicity");
        var missing = MissingMatrix.MissingOf(quality.Matrix.Cells.Where(cell => cell.Field == ethnicity));
        var noAnswer = demo.Room.Catalogue.CodeLists["ethnicity"].Expand(CodeList.NotAnswered);
        var values = demo.Room.Snapshot.RowsOf(dataset).Select(row => row.Row.Values[dataset.IndexOf(ethnicity.Id)]).ToList();
        Assert.Equal((values.Count(value => value.Length == 0 || noAnswer.Contains(value)), values.Count), ((int)missing.Numerator, (int)missing.Denominator));
        Assert.InRange(missing.Numerator, 1000, rows - 1);
        Assert.Equal(quality.Incomplete.Count, quality.OverTime("t").Table.Rows.Count);
        Assert.Equal(45, quality.ByArea("a", ethnicity, demo.Room.Catalogue.HierarchyOf(dataset)).Table.Rows.Count);

        var lag = Assert.Single(quality.Lags);
        Assert.Equal("crimes-recorded-late", lag.Check.Id);
        Assert.Equal(rows, lag.Periods.Sum(one => one.Rows) + lag.Backwards);
        Assert.Contains("months the median is more than 14 days", lag.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(lag.Draw("lag").Table.Rows);
    }

    private Reading Read(string measure, string period) =>
        demo.Room.Read(measure, Asked.Everything with { Dataset = "crimes", Period = period })
            .Match(reading => reading, refusal => throw new InvalidOperationException(refusal.Sentence));
}
