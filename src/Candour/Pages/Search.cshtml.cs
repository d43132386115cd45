using Candour.Access;
using Candour.Definitions;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Measures, areas, questions of the frameworks and help, found by words. What was typed is in no trail.</summary>
[Door(Right.SignedIn)]
public sealed class SearchModel(Catalogue catalogue, CurrentRoom current) : PageModel
{
    /// <summary>What was typed; empty when nothing was.</summary>
    public string Typed { get; private set; } = "";

    public IReadOnlyList<(string Kind, IReadOnlyList<Findable> Found)> Kinds { get; private set; } = [];

    public void OnGet()
    {
        Typed = AskedOf.Text(Request.Query, "q");
        Kinds = SearchIndex.Find(
            Typed, catalogue,
            Visitor.Of(HttpContext).Viewer.May(Right.ReadFigures) ? current.Now().Match<ReadingRoom?>(room => room, _ => null) : null);
    }
}
