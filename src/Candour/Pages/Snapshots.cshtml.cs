using Candour.Access;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Closings;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>What is different between two snapshots of a dataset, row by row, for whoever sees all of it.</summary>
[Door(Right.ReadSubmissions)]
public sealed class SnapshotsModel(CurrentRoom current, Workspace workspace) : ReadingPage(current)
{
    public const int RowsShown = 500;

    public IReadOnlyList<RowDifference> Differences { get; private set; } = [];

    public IReadOnlyList<AdjustmentEffect> Effects { get; private set; } = [];

    public Dataset Dataset { get; private set; } = default!;

    public Period? Period { get; private set; }

    public ContentHash One { get; private set; }

    public ContentHash Other { get; private set; }

    public IActionResult OnGet(string? dataset, string? one, string? other, string? period) => Answer(
        room => Compared(room, dataset ?? "", one ?? "", other ?? "", period ?? ""),
        _ => Page());

    public string Place(RowDifference row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Room.Catalogue.HierarchyOf(Dataset).TryFind(row.Place, out var area) ? area.Title : row.Place;
    }

    private Result<bool> Compared(ReadingRoom room, string dataset, string one, string other, string period)
    {
        var viewer = Visitor.Of(HttpContext).Viewer;
        if (PeriodDecisions.Datasets(viewer, room).FirstOrDefault(found => found.Id == dataset) is not { } known
            || !PeriodDecisions.HasWhole(viewer, room, known, Right.ReadSubmissions) || !PeriodDecisions.HasWhole(viewer, room, known, Right.ReadFigures))
        {
            return new ComparedByWhoSeesAll();
        }

        return Find(room, one).Then(before => Find(room, other).Then<bool>(after =>
        {
            (Dataset, One, Other) = (known, before.Record.Id, after.Record.Id);
            Period = Kernel.Period.TryParse(period, out var read) ? read : null;
            Differences = RowDifferences.Of(before, after, known, Period);
            Effects = Period is { } within
                ? MeasureEffects.Between(before, after, known, within, MeasureEffects.AreasOf(room.Catalogue.HierarchyOf(known), Differences))
                : [];
            ViewData[PageFrame.Key] = PageFrame.Of(room, known);
            return true;
        }));
    }

    private Result<ReadableSnapshot> Find(ReadingRoom room, string said) =>
        ContentHash.TryParse(said, out var id) ? FrozenSnapshots.OpenWithRows(workspace, room.Catalogue, id) : new NoSuchSnapshot(said.Length <= 64 ? said : "…");
}

/// <summary>Rows of all areas are compared, so whoever sees a part is not shown them.</summary>
public sealed record ComparedByWhoSeesAll() : Refusal(
    "Two snapshots are compared row by row for whoever sees all of a dataset that is closed here: open the comparison from the page of a reporting period.");
