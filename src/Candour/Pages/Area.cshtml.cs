using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>Every measure of one police force or area, in groups that may be read side by side.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class AreaModel(CurrentRoom current, KeptSignals signals) : ReadingPage(current)
{
    /// <summary>What changed in the area, over all periods.</summary>
    public AreaSignals Signals { get; private set; } = default!;

    public AreaHierarchy Hierarchy { get; private set; } = default!;

    public Area Area { get; private set; } = default!;

    public SelectField Periods { get; private set; } = default!;

    /// <summary>The tables of each dataset.</summary>
    public IReadOnlyList<(Dataset Dataset, IReadOnlyList<MeasureTable> Tables)> Parts { get; private set; } = [];

    public IReadOnlyList<Area> Children => Hierarchy.Children(Area.Id);

    public IActionResult OnGet(string hierarchy, string code)
    {
        var period = AskedOf.Text(Request.Query, "period");
        return Answer(
            room => Find(room, hierarchy, code).Then(found => Read(room, found.Hierarchy, found.Area, period)),
            parts =>
            {
                Parts = parts;
                Signals = signals.Of(Room, Visitor.Of(HttpContext).Viewer, [.. parts.Select(part => part.Dataset)], Hierarchy, Area);
                ViewData[PageFrame.Key] = PageFrame.Of(Room, parts[0].Dataset);
                return Page();
            });
    }

    internal static Result<(AreaHierarchy Hierarchy, Area Area)> Find(ReadingRoom room, string hierarchy, string code) =>
        !room.Catalogue.Hierarchies.TryGetValue(hierarchy, out var found) || !Datasets(room, found).Any()
            ? new HierarchyUnknown(hierarchy)
        : found.TryFind(code, out var area) ? (found, area)
        : new AreaNotInHierarchy(code, found);

    private Result<IReadOnlyList<(Dataset Dataset, IReadOnlyList<MeasureTable> Tables)>> Read(
        ReadingRoom room, AreaHierarchy hierarchy, Area area, string period)
    {
        (Hierarchy, Area) = (hierarchy, area);
        var parts = new List<(Dataset, IReadOnlyList<MeasureTable>)>();
        foreach (var dataset in Datasets(room, hierarchy))
        {
            var tables = new List<MeasureTable>();
            foreach (var group in MeasureGroup.Of(room, dataset))
            {
                var asked = new Asked(area.Id, period, [], dataset.Id);
                if (!room.Read(group.Measures[0].Id, asked).Try(out var first, out var refusal))
                {
                    return refusal;
                }

                Periods ??= AskForm.Periods(room, dataset, first.Question.Period);
                tables.Add(Table(room, group, first.Question));
            }

            parts.Add((dataset, tables));
        }

        return Told(parts);
    }

    /// <summary>Tables whose captions are the same are told apart by their first measure.</summary>
    private static List<(Dataset Dataset, IReadOnlyList<MeasureTable> Tables)> Told(
        List<(Dataset Dataset, IReadOnlyList<MeasureTable> Tables)> parts)
    {
        var same = parts.SelectMany(part => part.Tables).GroupBy(table => table.Caption, StringComparer.Ordinal)
            .Where(tables => tables.Count() > 1).Select(tables => tables.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. parts.Select(part => (part.Dataset, (IReadOnlyList<MeasureTable>)
            [
                .. part.Tables.Select(table => !same.Contains(table.Caption) ? table
                    : table with { Caption = $"{table.Caption}: {table.Rows[0].Here.Measure.Title}{(table.Rows.Count > 1 ? " and others" : "")}" }),
            ])),
        ];
    }

    private static MeasureTable Table(ReadingRoom room, MeasureGroup group, Question question)
    {
        var isTop = question.Area == question.Hierarchy.Top;
        return new MeasureTable(
            $"{group.Measures[0].Id}-group",
            $"{group.Heading}, {question.Period.InWords()}",
            question.Area.Title,
            isTop ? "" : question.Hierarchy.Top.Title,
            [.. group.Measures.Select(measure => new MeasureRow(
                room.Read(measure, question),
                isTop ? null : room.Read(measure, question with { Area = question.Hierarchy.Top })))]);
    }

    internal static IEnumerable<Dataset> Datasets(ReadingRoom room, AreaHierarchy hierarchy) =>
        room.Catalogue.Datasets.Values.Where(dataset => dataset.Hierarchy == hierarchy.Id && room.Seen.Has(dataset.Id))
            .OrderBy(dataset => dataset.Id, StringComparer.Ordinal);
}

/// <summary>There is no such hierarchy, or no data in it.</summary>
public sealed record HierarchyUnknown(string Name) : Refusal(
    $"There are no areas '{Name}' with data: choose one from the list of areas.");

/// <summary>The hierarchy has no such area.</summary>
public sealed record AreaNotInHierarchy(string Name, AreaHierarchy Hierarchy) : Refusal(
    $"There is no area '{Name}' among '{Hierarchy.Title}': choose one from the list of areas.");
