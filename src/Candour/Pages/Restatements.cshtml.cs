using Candour.Access;
using Candour.Freezing;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The revisions table: what was said first, and what each restatement changed.</summary>
[Door(Right.ReadSubmissions)]
public sealed class RestatementsModel(CurrentRoom current, PeriodDecisions periods, OperationalStore store) : ReadingPage(current)
{
    public IReadOnlyList<Revision> Revised { get; private set; } = [];

    public IActionResult OnGet() => Answer<ReadingRoom>(room => room, room =>
    {
        Revised = periods.Revised(Visitor.Of(HttpContext).Viewer, room);
        return Page();
    });

    public string NameOf(string person) => store.FindPerson(person)?.Name ?? person;
}
