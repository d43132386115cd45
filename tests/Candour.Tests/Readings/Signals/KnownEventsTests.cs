using Candour.Definitions;
using Candour.Readings.Asking;
using Candour.Readings.Signals;

namespace Candour.Tests.Readings.Signals;

/// <summary>What is known of a series stands with it; what waits for no outcome is not called unsettled; months too thin are read by quarter.</summary>
public sealed class KnownEventsTests(DemoWorkspace demo)
{
    [Theory]
    [InlineData("vawg-crimes-recorded", "", 0)]
    [InlineData("vawg-crimes-recorded", "outcome", 12)]
    [InlineData("rape-charged-recorded", "", 12)]
    [InlineData("vawg-charged-share-assigned", "", 0)]
    [InlineData("crimes-female-victim-recorded", "", 0)]
    [InlineData("rape-charged-share-recorded", "", 12)]
    public void A_measure_settles_as_long_as_what_it_asks_can_change(string measure, string narrowedBy, int months)
    {
        var catalogue = Repository.Catalogue;

        Assert.Equal(months, Settling.MonthsOf(catalogue.Measures[measure], catalogue.Datasets["crimes"], catalogue, narrowedBy.Length > 0 ? [narrowedBy] : []));
    }

    [Fact]
    public void An_annotation_concerns_its_area_and_all_below_and_no_other()
    {
        var catalogue = Repository.Catalogue;
        var (annotation, dataset, hierarchy) = (catalogue.Annotations["synthetic-bulk-entry"], catalogue.Datasets["crimes"], catalogue.Hierarchies["synthetic-nation"]);
        var measure = catalogue.Measures["vawg-crimes-recorded"];

        Assert.True(annotation.Concerns(measure, dataset, hierarchy, hierarchy["f41"]));
        Assert.False(annotation.Concerns(measure, dataset, hierarchy, hierarchy["f40"]));
        Assert.False(annotation.Concerns(measure, dataset, hierarchy, hierarchy.Top));
        Assert.False(annotation.Concerns(catalogue.Measures["vawg-charged-assigned"], dataset, hierarchy, hierarchy["f41"]));
        Assert.True(catalogue.Annotations["synthetic-outcome-subcodes"].Concerns(catalogue.Measures["outcome-subcode-recorded-share"], dataset, hierarchy, hierarchy["f41"]));
    }

    [Fact]
    public void A_changed_definition_breaks_the_series_and_a_policy_stands_beside_it()
    {
        var (breaking, beside) = (Judged("outcome-subcode-recorded-share", "crimes", ""), Judged("vawg-diversionary-share", "crimes", ""));

        Assert.Single(breaking.Points, point => point.BreakBefore.Length > 0);
        Assert.Equal("2024-04", breaking.Points.Single(point => point.BreakBefore.Length > 0).ShortLabel);
        Assert.DoesNotContain(breaking.Points, point => point.Known.Length > 0);
        Assert.Contains("Known to have happened: outcome 22 is used", beside.Sentence, StringComparison.Ordinal);
        Assert.Contains("It may have moved the series; it does not say that it did.", beside.Sentence, StringComparison.Ordinal);
        var chart = beside.Draw("id", "headline", "subtitle", "unit");
        Assert.Contains(chart.Table.Rows, row => row.Any(cell => cell.Contains("known: outcome 22 is used", StringComparison.Ordinal)));
        Assert.Contains("candour-chart__known--flag", chart.Wide.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vawg-crimes-recorded", "crimes", "", 1)]
    [InlineData("police-file-standard-met-share", "file-quality", "u51", 3)]
    [InlineData("police-file-standard-met-share", "file-quality", "", 1)]
    public void Months_that_hold_too_few_cases_are_read_by_quarter(string measure, string dataset, string area, int months)
    {
        var trend = Trend(measure, dataset, area);

        Assert.All(trend, one => Assert.Equal(months, one.Question.Period.Months));
        Assert.Equal(trend[^1].Question.Period.End, Resolving.WholeRange(trend[0].Question.Dataset, demo.Room.Snapshot).End);
    }

    [Fact]
    public void A_measure_of_a_sample_is_broken_down_too()
    {
        Assert.True(demo.Room.Read("finalisation-codes-wrong-share", Asked.Everything).Try(out var reading, out var refusal), refusal?.Sentence);

        Assert.NotEmpty(demo.Room.Seen.CodesOffered(reading.Measure, reading.Question.Dataset, reading.Measure.Breakdowns[0]));
        Assert.NotNull(demo.Room.BreakDown(reading.Measure, reading.Question, reading.Measure.Breakdowns[0]));
    }

    private ControlReading Judged(string measure, string dataset, string area) => MeasureSignal.Of(demo.Room, Trend(measure, dataset, area), _ => "");

    private IReadOnlyList<Candour.Readings.Reading> Trend(string measure, string dataset, string area)
    {
        Assert.True(demo.Room.Read(measure, new Asked(area, "", [], dataset)).Try(out var reading, out var refusal), refusal?.Sentence);
        return SeriesOf.Read(demo.Room, reading.Measure, reading.Question);
    }
}
