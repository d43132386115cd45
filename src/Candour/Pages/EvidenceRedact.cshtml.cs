using Candour.Access;
using Candour.Evidencing;
using Candour.Uploading;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>Adds the version of a document that others see in the place of the original.</summary>
[Door(Right.KeepEvidence)]
[LimitUpload]
public sealed class EvidenceRedactModel(EvidenceDesk desk) : EvidencePage(desk)
{
    private readonly EvidenceDesk own = desk;

    public IActionResult OnGet(string id) => Show(id, () => Seen.MayRedact);

    public async Task<IActionResult> OnPostAsync(string id, IFormFile? file) =>
        own.AddRedacted(Viewer, id, await SentFile.ReadAsync(file, EvidenceKind.MostBytes, HttpContext.RequestAborted))
            .Match(record => Redirect(Address.Evidence(record)), refusal => Again(id, refusal));
}
