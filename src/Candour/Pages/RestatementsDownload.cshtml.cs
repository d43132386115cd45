using Candour.Access;
using Candour.Downloads;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The revisions table as a file.</summary>
[Door(Right.ReadSubmissions)]
public sealed class RestatementsDownloadModel(CurrentRoom current, PeriodDecisions periods, OperationalStore store) : ReadingPage(current)
{
    public IActionResult OnGet(string format) => !TakenAway.Has(format)
        ? RefusalResult.Of(new NoSuchFormat(format))
        : Answer<ReadingRoom>(room => room, room => TakenAway.File(
            RevisionsBook.Of(room.Catalogue, periods.Revised(Visitor.Of(HttpContext).Viewer, room), person => store.FindPerson(person)?.Name ?? person), format, "restatements"));
}
