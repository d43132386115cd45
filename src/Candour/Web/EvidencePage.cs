using Candour.Access;
using Candour.Evidencing;
using Candour.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web;

/// <summary>A page about one document of which the viewer may know.</summary>
public abstract class EvidencePage(EvidenceDesk desk) : PageModel
{
    public SeenEvidence Seen { get; private set; } = default!;

    public string Problem { get; private set; } = "";

    protected Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    /// <summary>Finds the document and shows it; what is out of sight is refused as what does not exist.</summary>
    protected IActionResult Show(string id, Func<bool>? mayCome = null) => desk.Find(Viewer, id).Match<IActionResult>(
        seen =>
        {
            Seen = seen;
            return mayCome is null || mayCome() ? Page() : RefusalResult.Of(new NotYourEvidence());
        },
        refusal => RefusalResult.Of(refusal));

    /// <summary>Shows the page again with the reason why nothing was done.</summary>
    protected IActionResult Again(string id, Candour.Kernel.Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Problem = refusal.Sentence;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Show(id);
    }
}
