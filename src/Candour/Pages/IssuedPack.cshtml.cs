using Candour.Access;
using Candour.Packing;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Closings;
using Candour.Store.Packs;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>A pack as it was sent: by whom, when, which files, and whether its period has been restated since.</summary>
[Door(Right.ReadFigures)]
public sealed class IssuedPackModel(CurrentRoom current, PackDesk desk, OperationalStore store) : ReadingPage(current)
{
    public IssuedPack Pack { get; private set; } = default!;

    public string TitleOf => PackTitles.Of(Room, Pack);

    public string IssuedBy => store.FindPerson(Pack.IssuedBy)?.Name ?? Pack.IssuedBy;

    public string Reference => PackIssuing.ReferenceOf(Pack).ToString();

    public Freeze? RestatedSince => PackIssuing.RestatedSince(store, Pack);

    public IActionResult OnGet(string id) => Answer(
        room => desk.Issued(Visitor.Of(HttpContext).Viewer, room, id),
        pack =>
        {
            Pack = pack;
            if (Room.Catalogue.Datasets.TryGetValue(pack.Dataset, out var dataset) && Room.Snapshot.Has(dataset.Id))
            {
                ViewData[PageFrame.Key] = PageFrame.Of(Room, dataset);
            }

            return Page();
        });
}
