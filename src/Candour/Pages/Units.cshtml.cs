using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>One measure in every unit of an area, side by side.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class UnitsModel(CurrentRoom current) : ReadingPage(current)
{
    public AreaHierarchy Hierarchy { get; private set; } = default!;

    public Area Area { get; private set; } = default!;

    /// <summary>The measure in the area itself.</summary>
    public Reading Reading { get; private set; } = default!;

    public UnitLines Units { get; private set; } = default!;

    public SelectField Measures { get; private set; } = default!;

    public SelectField Periods { get; private set; } = default!;

    public IActionResult OnGet(string hierarchy, string code)
    {
        var (measure, period) = (AskedOf.Text(Request.Query, "measure"), AskedOf.Text(Request.Query, "period"));
        return Answer(
            room => AreaModel.Find(room, hierarchy, code).Then(found => found.Hierarchy.Children(found.Area.Id).Count == 0
                ? new NothingBelow(found.Area)
                : Chosen(room, found.Hierarchy, measure).Then(chosen =>
                    room.Read(chosen.Measure.Id, new Asked(found.Area.Id, period, [], chosen.Dataset.Id)).Then<Reading>(reading => reading))),
            reading =>
            {
                Reading = reading;
                (Hierarchy, Area) = (reading.Question.Hierarchy, reading.Question.Area);
                Units = UnitLines.Of(Room, reading);
                Measures = new SelectField(
                    "measure", "measure", "Measure",
                    [
                        .. Offered(Room, Hierarchy).GroupBy(one => one.Dataset.Title)
                            .Select(group => new ChoiceGroup(group.Key, [.. group.Select(one => new Choice(one.Measure.Id, one.Measure.Title))])),
                    ],
                    reading.Measure.Id);
                Periods = AskForm.Periods(Room, reading.Question.Dataset, reading.Question.Period);
                ViewData[PageFrame.Key] = PageFrame.Of(Room, reading.Question.Dataset);
                return Page();
            });
    }

    /// <summary>The measures that are made of the rows of this hierarchy, dataset by dataset.</summary>
    private static IEnumerable<(Measure Measure, Dataset Dataset)> Offered(ReadingRoom room, AreaHierarchy hierarchy) =>
        AreaModel.Datasets(room, hierarchy).SelectMany(dataset => room.Measures
            .Where(measure => measure.IsMadeOfRows && measure.Datasets.Contains(dataset.Id)).Select(measure => (measure, dataset)));

    /// <summary>The one asked for; without a wish the first share, which says more of units of unequal size than a count does.</summary>
    private static Result<(Measure Measure, Dataset Dataset)> Chosen(ReadingRoom room, AreaHierarchy hierarchy, string asked)
    {
        var all = Offered(room, hierarchy).ToList();
        var found = asked.Length > 0 ? all.FindAll(one => one.Measure.Id == asked)
            : [.. all.Where(one => one.Measure.Formula is Formula.Share).Concat(all).Take(1)];
        return found.Count > 0 ? found[0] : new NoSuchMeasureHere(asked);
    }
}

/// <summary>The area is of the lowest level.</summary>
public sealed record NothingBelow(Area Area) : Refusal($"There is nothing below {Area.Title} to be shown side by side: choose the area that it lies in.");

/// <summary>No measure of that name has data in this hierarchy.</summary>
public sealed record NoSuchMeasureHere(string Name) : Refusal($"'{Name}' is not a measure with data by these areas: choose one from the form.");
