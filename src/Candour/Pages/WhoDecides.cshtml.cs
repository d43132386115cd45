using Candour.Definitions;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Who decides at each step of a case, for the public; in the words of the frameworks' own ways of a cohort.</summary>
[Door]
[LeftAtOnce]
public sealed class WhoDecidesModel(Catalogue catalogue) : PageModel
{
    public IReadOnlyList<AttritionPath> Paths { get; } =
    [
        .. catalogue.Frameworks.Values.OrderBy(framework => framework.Id, StringComparer.Ordinal)
            .SelectMany(framework => framework.Parts).Select(part => part.Attrition).OfType<AttritionPath>(),
    ];
}
