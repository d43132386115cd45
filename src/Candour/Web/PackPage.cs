using Candour.Access;
using Candour.Packing;
using Candour.Packs;
using Candour.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Web;

/// <summary>A page about one performance pack that the viewer may open.</summary>
public abstract class PackPage(CurrentRoom current, PackDesk desk) : ReadingPage(current)
{
    public Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    public Pack Pack { get; private set; } = default!;

    public bool MayWrite => PackDesk.MayWrite(Viewer, Room, Pack);

    protected IActionResult Show(string dataset, string period, string area, Func<IActionResult> show) => Answer(
        room => desk.Of(Viewer, room, dataset, period, area),
        pack =>
        {
            Pack = pack;
            ViewData[PageFrame.Key] = PageFrame.Of(Room, Room.Catalogue.Datasets[dataset]);
            return show();
        });
}
