using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Asking;
using Candour.Readings.Disparities;
using Candour.Readings.OpenCases;
using Candour.Readings.Signals;
using Candour.Statistics;

namespace Candour.Tests.Readings;

/// <summary>Readings of real measures: the chart by what the measure is made of, the direction by its own.</summary>
public sealed class MeasureReadingsTests(DemoWorkspace demo)
{
    [Theory]
    [InlineData("sexual-offence-prosecutions-convicted-share", ControlMethod.P)]
    [InlineData("sexual-offence-prosecutions-convicted", ControlMethod.Xmr)]
    [InlineData("vawg-days-report-to-decision-median", ControlMethod.Xmr)]
    public void The_chart_is_chosen_by_what_the_measure_is_made_of(string measure, ControlMethod method) =>
        Assert.Equal(method, Signal(measure).Method);

    [Fact]
    public void Months_without_a_file_are_gaps_and_not_zeros()
    {
        var signal = Signal("sexual-offence-prosecutions-convicted-share");

        Assert.Equal(6, signal.Chart.Points.Count(point => point.Value is null));
        Assert.Contains("6 periods have no number.", signal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Cohorts_that_are_still_settling_take_no_part_in_limits_and_rules()
    {
        var signal = Signal("vawg-outcome-15-share-recorded");

        Assert.Contains(signal.Points, point => point.IsImmature);
        Assert.All(signal.Points.Zip(signal.Chart.Points).Where(pair => pair.First.IsImmature), pair => Assert.False(pair.Second.Counts));
    }

    [Fact]
    public void No_measure_that_is_context_only_is_called_better_or_worse()
    {
        foreach (var measure in demo.Room.Measures.Where(one => one.Direction.Better == Better.Context && one.IsMadeOfRows).Take(25))
        {
            var signal = Signal(measure.Id);
            Assert.Equal(ImprovementDirection.Neutral, signal.Improvement);
            Assert.DoesNotContain("direction that is", signal.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_code_that_came_into_use_breaks_the_series_of_a_measure_that_names_it()
    {
        var catalogue = Repository.Catalogue;
        var (measure, dataset) = catalogue.Measures.Values
            .SelectMany(one => one.Datasets.Select(id => (Measure: one, Dataset: catalogue.Datasets[id])))
            .First(pair => pair.Dataset.FieldNamed("outcome") is { Type: FieldType.Code }
                && pair.Measure.Population.And(pair.Measure.Numerator).Flat.OfType<FieldTest>().Any(test => test.Field == "outcome"
                    && catalogue.CodesOf(pair.Dataset, "outcome") is var list && test.Codes.SelectMany(list.Expand).Contains("22")));
        var months = Period.CalendarYear(2019).Split(1);

        var breaks = DefinitionBreaks.Of(measure, dataset, catalogue, months);

        Assert.Equal(["", "", "", "code 22 came into use", "", "", "", "", "", "", "", ""], breaks);
        Assert.Equal("code 22 came into use", DefinitionBreaks.Of(measure, dataset, catalogue, [.. Period.CalendarYear(2018).Split(12), .. Period.CalendarYear(2019).Split(12)])[1]);
        Assert.All(DefinitionBreaks.Of(measure, dataset, catalogue, Period.CalendarYear(2018).Split(1)), Assert.Empty);
    }

    [Fact]
    public void A_wait_agrees_with_the_figure_of_its_measure_and_has_the_closed_cases_beside_it()
    {
        var reading = Read("vawg-days-report-to-decision-median");
        var wait = MeasureWait.Of(reading);

        Assert.True(MeasureWait.IsAsked(reading));
        Assert.Equal(reading.Figure, wait.Estimate);
        Assert.True(((Figure.Known)wait.ClosedOnly).Value < ((Figure.Known)wait.Estimate).Value);
        Assert.False(MeasureWait.IsAsked(Read("sexual-offence-prosecutions-convicted-share")));
    }

    [Fact]
    public void Groups_and_those_without_a_group_add_up_to_the_whole()
    {
        var reading = Read("vawg-outcome-15-share-recorded");
        var broken = reading.Measure.Breakdowns.Select(name => (
            reading.Question.Dataset.FieldNamed(name)!, demo.Room.BreakDown(reading.Measure, reading.Question, name))).ToArray();
        var page = MeasureDisparity.Of(reading, broken);

        Assert.True(page.Count >= 3);
        Assert.All(page, one => Assert.Equal(
            reading.Denominator, one.Groups.Sum(group => group.Count.Denominator) + one.Unknown.Denominator));
        Assert.Contains(page, one => one.Unknown.Denominator > 0);
        Assert.All(page, one => Assert.Equal(page[0].Family, one.Family));
        Assert.Empty(MeasureDisparity.Of(Read("vawg-days-report-to-decision-median"), []));
    }

    [Fact]
    public void A_share_below_zero_or_above_its_whole_is_in_no_funnel_and_no_comparison()
    {
        var asked = Asked.Everything with { Area = "City of London", Period = "2018/19-Q4" };
        Assert.True(demo.Room.Read("sexual-offences-charged-share-assigned", asked).Try(out var reading, out _));

        Assert.Equal(-1, reading.Numerator);
        Assert.Equal(new ShareCount(0, 0), MeasureAreas.Counted(reading));
    }

    private Reading Read(string measure)
    {
        Assert.True(demo.Room.Read(measure, Asked.Everything).Try(out var reading, out var refusal), refusal?.Sentence);
        return reading;
    }

    private ControlReading Signal(string measure)
    {
        var reading = Read(measure);
        return MeasureSignal.Of(demo.Room, demo.Room.Trend(reading.Measure, reading.Question), _ => "");
    }
}
