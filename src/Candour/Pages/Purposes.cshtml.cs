using Candour.Access;
using Candour.Definitions;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The purposes for which one may open case rows.</summary>
[Door(Right.OpenCaseRows)]
public sealed class PurposesModel(OperationalStore store, Catalogue catalogue, TimeProvider clock) : PageModel
{
    public Catalogue Catalogue => catalogue;

    public IReadOnlyList<Purpose> Own { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    public void OnGet() => Own =
        [.. store.PurposesOf(Viewer.Person).Select(Purposes.Of).OrderByDescending(purpose => purpose.From)];
}
