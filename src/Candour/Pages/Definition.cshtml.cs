using Candour.Definitions;
using Candour.Readings.Asking;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>What one measure means, in words, whether there are data for it or not.</summary>
[Door]
public sealed class DefinitionModel(Catalogue catalogue, CurrentRoom current) : PageModel
{
    public Catalogue Catalogue { get; } = catalogue;

    public DefinedMeasure Defined { get; private set; } = default!;

    /// <summary>The datasets it can be made of.</summary>
    public IReadOnlyList<Dataset> Datasets => [.. Defined.Measure.Datasets.Select(id => Catalogue.Datasets[id])];

    /// <summary>Whether whoever looks may see any figure of it.</summary>
    public bool HasData => current.Now().Match(room => Defined.Measure.Datasets.Any(room.Seen.Has), _ => false);

    public IActionResult OnGet(string id) => Resolving.Measure(id, Catalogue).Match(
        measure =>
        {
            Defined = new DefinedMeasure(Catalogue, measure, Catalogue.Datasets[measure.Datasets[0]]);
            return Page();
        },
        refusal => RefusalResult.Of(refusal));
}
