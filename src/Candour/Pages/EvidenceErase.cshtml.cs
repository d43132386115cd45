using Candour.Access;
using Candour.Evidencing;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>Erases a document, with a reason that stays on the record.</summary>
[Door(Right.DecideSubmission, confirmed: true)]
public sealed class EvidenceEraseModel(EvidenceDesk desk) : EvidencePage(desk)
{
    private readonly EvidenceDesk own = desk;

    public DateOnly Today => own.Today;

    public IActionResult OnGet(string id) => Show(id, () => Seen.MayErase);

    public IActionResult OnPost(string id, string? reason) =>
        own.Erase(Viewer, id, reason ?? "").Match(_ => Redirect("/evidence"), refusal => Again(id, refusal));
}
