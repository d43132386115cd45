using Candour.Definitions;
using Candour.Kernel;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>One framework: each question, the indicators under it, the measures and evidence that answer them, and how much has data.</summary>
[Door]
public sealed class FrameworkModel(Catalogue catalogue, CurrentRoom current) : PageModel
{
    private HashSet<string> withData = [];

    public Framework Framework { get; private set; } = default!;

    public FrameworkCoverage Coverage { get; private set; } = default!;

    public Measure Measure(string id) => catalogue.Measures[id];

    /// <summary>Whether whoever looks may see any figure of it.</summary>
    public bool HasData(string measure) => withData.Contains(measure);

    public int MeasuresOf(FrameworkPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Below(part).SelectMany(one => one.Measures).Distinct().Count();
    }

    public int WithDataOf(FrameworkPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Below(part).SelectMany(one => one.Measures).Distinct().Count(HasData);
    }

    public IActionResult OnGet(string id)
    {
        if (!catalogue.Frameworks.TryGetValue(id, out var found))
        {
            return RefusalResult.Of(new NoSuchFramework(id));
        }

        Framework = found;
        Coverage = MapCoverage.Of(catalogue).Frameworks.Single(one => one.Framework == found);
        withData = current.Now().Match(room => room.Measures.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal), _ => []);
        return Page();
    }

    private IEnumerable<FrameworkPart> Below(FrameworkPart part) => Framework.Under(part.Id).SelectMany(Below).Prepend(part);
}

/// <summary>There is no such framework.</summary>
public sealed record NoSuchFramework(string Name) : Refusal($"There is no framework '{Name}': choose one from the definitions.");
