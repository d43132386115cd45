using Candour.Definitions;
using Candour.Kernel;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>Every framework: what it asks, and which measures and evidence answer it.</summary>
public sealed class DefinitionsModel(CurrentRoom current) : ReadingPage(current)
{
    public IReadOnlyList<Framework> Frameworks { get; private set; } = [];

    public IActionResult OnGet() => Answer<IReadOnlyList<Framework>>(
        room => new Result<IReadOnlyList<Framework>>.Accepted(
            [.. room.Catalogue.Frameworks.Values.OrderBy(framework => framework.Title, StringComparer.Ordinal)]),
        frameworks =>
        {
            Frameworks = frameworks;
            return Page();
        });
}
