using Candour.Access;
using Candour.Evidencing;
using Candour.SignIn;
using Candour.Store.Evidencing;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>A version of a document as a file to save, never to be shown by the browser; with a reason where one is asked for.</summary>
[Door(Right.ReadFigures)]
public sealed class EvidenceFileModel(EvidenceDesk desk) : PageModel
{
    public IActionResult OnGet(string id, string version) => Open(id, version, "");

    public IActionResult OnPost(string id, string version, string? reason) => Open(id, version, reason ?? "");

    private IActionResult Open(string id, string version, string reason) => (version is not ("original" or "redacted")
            ? new NoSuchEvidence("…")
            : desk.Open(Visitor.Of(HttpContext).Viewer, id, version == "redacted", reason))
        .Match(opened => File(opened.Content, opened.Kind.Media, opened.Name), refusal => RefusalResult.Of(refusal));
}
