using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The hierarchies that have data, with their areas by name.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class AreasModel(CurrentRoom current) : ReadingPage(current)
{
    public IReadOnlyList<AreaHierarchy> Hierarchies { get; private set; } = [];

    public IActionResult OnGet() => Answer<IReadOnlyList<AreaHierarchy>>(
        room => new Result<IReadOnlyList<AreaHierarchy>>.Accepted(
        [
            .. room.Catalogue.Hierarchies.Values.Where(hierarchy => Datasets(room.Catalogue, hierarchy).Any(room.Seen.Has))
                .OrderBy(hierarchy => IsSynthetic(room)(hierarchy)).ThenByDescending(hierarchy => hierarchy.Id, StringComparer.Ordinal),
        ]),
        hierarchies =>
        {
            Hierarchies = hierarchies;
            return Page();
        });

    public bool IsSynthetic(AreaHierarchy hierarchy) => IsSynthetic(Room)(hierarchy);

    private static Func<AreaHierarchy, bool> IsSynthetic(Readings.Figures.ReadingRoom room) => hierarchy =>
        Datasets(room.Catalogue, hierarchy).Where(room.Seen.Has).All(name => room.IsSynthetic(room.Catalogue.Datasets[name]));

    private static IEnumerable<string> Datasets(Catalogue catalogue, AreaHierarchy hierarchy) =>
        catalogue.Datasets.Values.Where(dataset => dataset.Hierarchy == hierarchy.Id).Select(dataset => dataset.Id);
}
