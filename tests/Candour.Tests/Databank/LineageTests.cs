using Candour.Databank.Snapshots;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;

namespace Candour.Tests.Databank;

/// <summary>A figure and the rows behind it are the same thing counted twice.</summary>
public sealed class LineageTests(DemoWorkspace demo)
{
    [Theory]
    [InlineData("rape-outcome-16-share-assigned", "Durham", "2018/19-Q3")]
    [InlineData("sexual-offences-charged-share-assigned", "City of London", "2018/19-Q4")]
    [InlineData("sexual-offence-prosecutions-convicted-share", "North Wales", "2014-07")]
    [InlineData("rape-outcome-16-share-assigned", "f01", "2025")]
    [InlineData("missing-ethnicity-share", "a01", "2025")]
    [InlineData("suspects-named", "Synthetic nation", "2025-03")]
    [InlineData("days-report-to-decision-median", "f02", "2025")]
    public void The_rows_add_up_to_the_figure(string id, string area, string period)
    {
        var measure = demo.Room.Catalogue.Measures[id];
        var reading = demo.Room.Read(id, new Asked(area, period, [], ""))
            .Match(found => found, refusal => throw new InvalidOperationException(refusal.Sentence));

        var rows = Lineage.Of(
            demo.Room.Snapshot, measure, reading.Question.Dataset, reading.Question.Areas, reading.Question.Period,
            reading.Question.Where);

        Assert.NotEmpty(rows);
        Assert.Equal(reading.Numerator, rows.Sum(row => row.Part.Numerator));
        Assert.Equal(reading.Denominator, rows.Sum(row => row.Part.Denominator));
        Assert.Equal(reading.Answer.Sum.State.Rows, rows.Count);
    }

    [Theory]
    [InlineData("suspect_sex=F")]
    [InlineData("suspect_sex=F", "suspect_age_group=18-24")]
    public void Rows_that_cannot_say_are_missing_however_many_conditions_there_are(params string[] where)
    {
        var reading = demo.Room.Read("suspects-named", new Asked("", "", where, ""))
            .Match(found => found, refusal => throw new InvalidOperationException(refusal.Sentence));

        var rows = Lineage.Of(
            demo.Room.Snapshot, reading.Measure, reading.Question.Dataset, reading.Question.Areas, reading.Question.Period,
            reading.Question.Where);

        Assert.True(reading.Missing > 0);
        Assert.Equal(reading.Missing, rows.Sum(row => row.Part.Missing));
        Assert.Equal(reading.Answer.Sum.State.Rows, rows.Count);
    }

    [Fact]
    public void A_row_names_the_line_of_the_file_it_came_from()
    {
        var room = demo.Room;
        var measure = room.Catalogue.Measures["sexual-offence-prosecutions-convicted"];
        var reading = room.Read(measure.Id, new Asked("Avon and Somerset", "2014-01", [], ""))
            .Match(found => found, refusal => throw new InvalidOperationException(refusal.Sentence));

        var row = Assert.Single(Lineage.Of(
            room.Snapshot, measure, reading.Question.Dataset, reading.Question.Areas, reading.Question.Period, []));

        var line = File.ReadAllLines(Repository.At("samples", "cps-case-outcomes-2014-2018", row.Source.Submission.FileName))
            [(int)row.Source.Row.Line - 1];
        Assert.StartsWith("Avon and Somerset,", line, StringComparison.Ordinal);
        Assert.Contains($",{row.Part.Numerator},", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slice_with_one_condition_equals_the_cell()
    {
        var room = demo.Room;
        var measure = room.Catalogue.Measures["sexual-offences-crimes-recorded"];
        var dataset = room.Catalogue.Datasets["crime-outcomes"];
        foreach (var code in room.Catalogue.CodeLists["outcome"].Codes)
        {
            Narrowing[] outcome = [new("outcome", [code.Id])];
            var cell = room.Snapshot.Sum(measure, dataset, ["durham"], Period.FinancialYear(2018), outcome);
            var slice = room.Snapshot.Sum(
                measure, dataset, ["durham"], Period.FinancialYear(2018), [new("offence", ["sexual-offences"]), .. outcome]);
            Assert.Equal(cell.State with { Days = [] }, slice.State with { Days = [] });
        }
    }

    [Fact]
    public void One_definition_runs_on_case_rows_and_on_published_counts()
    {
        var measure = demo.Room.Catalogue.Measures["rape-outcome-16-share-assigned"];

        Assert.Equal(["crime-outcomes", "crimes"], measure.Datasets);
        Assert.All(measure.Datasets, name => Assert.Equal("known", demo.Room
            .Read(measure.Id, new Asked("", "", [], name))
            .Match(reading => reading.Figure.State, refusal => refusal.Sentence)));
        Assert.Equal(
            [RowKind.Aggregate, RowKind.Case], measure.Datasets.Select(name => demo.Room.Catalogue.Datasets[name].Rows));
    }
}
