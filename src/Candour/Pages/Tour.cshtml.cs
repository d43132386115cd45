using Candour.Access;
using Candour.SignIn;
using Candour.Teaching;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The stops of the guided tour that are open to whoever looks.</summary>
[Door(Right.SignedIn)]
public sealed class TourModel : PageModel
{
    public IReadOnlyList<TourStop> Stops => GuidedTour.For(Visitor.Of(HttpContext).Viewer);
}
