using Candour.Access;
using Candour.Requesting;
using Candour.Downloads;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The log of requests as a file.</summary>
[Door(Right.ReadFigures)]
public sealed class RequestsDownloadModel(RequestDesk desk, OperationalStore store) : PageModel
{
    public IActionResult OnGet(string format) => !TakenAway.Has(format)
        ? RefusalResult.Of(new NoSuchFormat(format))
        : TakenAway.File(RequestsBook.Of(store.Requests(), person => store.FindPerson(person)?.Name ?? person, desk.Today), format, "requests");
}
