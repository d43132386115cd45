using Candour.Access;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Packing;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Closings;
using Candour.Store.Packs;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The performance packs that can be opened, and those that were issued.</summary>
[Door(Right.ReadFigures)]
public sealed class PacksModel(CurrentRoom current, OperationalStore store, PackDesk desk) : ReadingPage(current)
{
    /// <summary>For each dataset that is closed here: which period and area to choose.</summary>
    public IReadOnlyList<(Dataset Dataset, SelectField Periods, SelectField Areas)> Forms { get; private set; } = [];

    public IReadOnlyList<IssuedPack> Issued { get; private set; } = [];

    public IActionResult OnGet(string? dataset, string? period, string? area) => Answer<ReadingRoom>(room => room, room =>
    {
        var viewer = Visitor.Of(HttpContext).Viewer;
        if (dataset is not null && area is not null && Period.TryParse(period ?? "", out var asked))
        {
            return Redirect(Address.Pack(Slug.Of(dataset), asked, Slug.Of(area)));
        }

        Forms =
        [
            .. PeriodDecisions.Datasets(viewer, room).Where(one => PackDesk.AreasOf(viewer, room, one).Count > 0).Select(one => (one, Periods(room, one), Areas(viewer, room, one))),
        ];
        Issued = desk.Issued(viewer, room);
        return Page();
    });

    /// <summary>What a pack that was sent is about.</summary>
    public string TitleOf(IssuedPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return PackTitles.Of(Room, pack);
    }

    public string RestatedSince(IssuedPack pack) =>
        PackIssuing.RestatedSince(store, pack) is { } later ? $"restated since, on {TimeText.Of(later.At)}" : "still holds";

    private SelectField Periods(ReadingRoom room, Dataset dataset)
    {
        var calendar = ReportingCalendar.Of(store, dataset, Readings.Asking.Resolving.WholeRange(dataset, room.Snapshot)).Reverse().ToList();
        return new SelectField(
            $"{dataset.Id}-period", "period", "Period",
            [
                new ChoiceGroup("", [.. calendar.Select(one => new Choice(one.Closing.Period.ToReference(), $"{one.Closing.Period.InWords()} ({ClosingMachine.Word(one.Closing.State)})"))]),
            ],
            calendar.FirstOrDefault(one => ClosingMachine.IsFrozen(one.Closing.State)).Closing?.Period.ToReference() ?? "");
    }

    private static SelectField Areas(Viewer viewer, ReadingRoom room, Dataset dataset) => new(
        $"{dataset.Id}-area", "area", "Area",
        [new ChoiceGroup("", [.. PackDesk.AreasOf(viewer, room, dataset).Select(area => new Choice(area.Id, area.Title))])], "");
}
