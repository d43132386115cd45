using Candour.Access;
using Candour.Evidencing;
using Candour.SignIn;
using Candour.Store.Evidencing;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The documents that whoever looks may know of.</summary>
[Door(Right.ReadFigures)]
public sealed class EvidenceModel(EvidenceDesk desk) : PageModel
{
    public IReadOnlyList<SeenEvidence> Listed { get; private set; } = [];

    public bool MayAdd => Visitor.Of(HttpContext).Viewer.May(Right.KeepEvidence);

    public DateOnly Today => desk.Today;

    public void OnGet() => Listed = desk.Listed(Visitor.Of(HttpContext).Viewer);

    public string OwnerOf(EvidenceRecord record) => desk.OwnerInWords(EvidenceDesk.OwnerOf(record));
}
