using Candour.Access;
using Candour.Definitions;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>One measure: its figure for an area and period, how it moved, how areas differ, what it means.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class MeasureModel(CurrentRoom current) : ReadingPage(current)
{
    public Reading Reading { get; private set; } = default!;

    /// <summary>The share not yet assigned, where it must stand beside the figure.</summary>
    public Reading? Open { get; private set; }

    public MeasureTrend Trend { get; private set; } = default!;

    public Chart Comparison { get; private set; } = default!;

    /// <summary>The wait as a curve, where cases may be open; absent elsewhere.</summary>
    public Chart? Wait { get; private set; }

    /// <summary>Absent where all ends are one.</summary>
    public Chart? Endings { get; private set; }

    /// <summary>The areas in a funnel, where the measure is a share of counted cases; absent elsewhere.</summary>
    public Chart? Funnel { get; private set; }

    public IReadOnlyList<SelectField> Form { get; private set; } = [];

    public IReadOnlyList<MeasureBreakdown> Breakdowns { get; private set; } = [];

    /// <summary>The measures to read beside it, for the same area and period.</summary>
    public MeasureTable Beside { get; private set; } = default!;

    /// <summary>The datasets that answer, this one included.</summary>
    public IReadOnlyList<Dataset> Datasets { get; private set; } = [];

    public string Conditions { get; private set; } = "";

    public IActionResult OnGet(string id) => Answer(room => room.Read(id, AskedOf.Query(Request.Query)), Show);

    /// <summary>Cohorts that had unequal time: the sentence about signals and the share still open belong to them.</summary>
    public bool HasUnequalFollowUp => Reading.Basis.SettlesAfterMonths > 0;

    private IActionResult Show(Reading reading)
    {
        var (measure, question) = (reading.Measure, reading.Question);
        Reading = reading;
        Conditions = string.Join("; ", Subject.Conditions(Room, question));
        var open = StillOpen.Beside(Room, measure, question);
        Open = open?.Read(question);
        Trend = MeasureTrend.Of(Room, reading, open);
        Comparison = MeasureComparison.Of(Room, reading);
        Form = AskForm.Of(Room, measure, question);
        Wait = MeasureCharts.Wait(Room, reading);
        Endings = MeasureCharts.Endings(Room, reading);
        Funnel = MeasureCharts.Funnel(Room, reading);
        Breakdowns = MeasureBreakdown.Of(Room, reading);
        Beside = BesideTable(reading);
        Datasets = [.. measure.Datasets.Where(Room.Seen.Has).Select(name => Room.Catalogue.Datasets[name])];
        ViewData[PageFrame.Key] = PageFrame.Of(Room, question.Dataset);
        return Page();
    }

    private MeasureTable BesideTable(Reading reading) => new(
        "beside-caption",
        "For the same area and period",
        $"{reading.Question.Area.Title}, {reading.Question.Period.InWords()}",
        "",
        [
            .. reading.Measure.Beside.Select(id => Room.Catalogue.Measures[id])
                .Where(other => other.Datasets.Contains(reading.Question.Dataset.Id))
                .Select(other => new MeasureRow(Room.Read(other, reading.Question with
                {
                    Where = [.. reading.Question.Where.Where(pair => other.Breakdowns.Contains(pair.Key))],
                }))),
        ],
        FullTitles: true);
}
