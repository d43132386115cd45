using Candour.Access;
using Candour.Packing;
using Candour.Store;
using Candour.Store.Packs;
using Candour.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The performance pack of an area and period: as it would be sent now.</summary>
[Door(Right.ReadFigures)]
public sealed class PackModel(CurrentRoom current, PackDesk desk, OperationalStore store) : PackPage(current, desk)
{
    private readonly PackDesk own = desk;

    public IHtmlContent About => Markup.About();

    public IHtmlContent Contents => Markup.List();

    public IHtmlContent Body => Markup.Body();

    /// <summary>What was sent of this area and period, the newest first.</summary>
    public IReadOnlyList<IssuedPack> Issued =>
        [.. own.Issued(Viewer, Room).Where(one => one.Dataset == Pack.Subject.Dataset.Id && one.Period == Pack.Subject.Period && one.Area == Pack.Subject.Area.Id)];

    public IActionResult OnGet(string dataset, string period, string area) => Show(dataset, period, area, Page);

    private PackMarkup Markup => field ??= new PackMarkup(Pack)
    {
        FigurePage = reading => Address.Figure(reading.Reference), NameOf = person => store.FindPerson(person)?.Name ?? person,
    };
}
