using Candour.Definitions;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Every framework: what it asks, and which measures and evidence answer it.</summary>
[Door]
public sealed class DefinitionsModel(Catalogue catalogue) : PageModel
{
    public Catalogue Catalogue { get; } = catalogue;

    public IReadOnlyList<Framework> Frameworks { get; } =
        [.. catalogue.Frameworks.Values.OrderBy(framework => framework.Title, StringComparer.Ordinal)];
}
