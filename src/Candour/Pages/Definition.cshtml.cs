using Candour.Definitions;
using Candour.Readings.Asking;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>What one measure means, in words, whether there are data for it or not.</summary>
public sealed class DefinitionModel(CurrentRoom current) : ReadingPage(current)
{
    public DefinedMeasure Defined { get; private set; } = default!;

    /// <summary>The datasets it can be made of.</summary>
    public IReadOnlyList<Dataset> Datasets => [.. Defined.Measure.Datasets.Select(id => Room.Catalogue.Datasets[id])];

    public bool HasData => Defined.Measure.Datasets.Any(Room.Snapshot.Has);

    public IActionResult OnGet(string id) => Answer(room => Resolving.Measure(id, room.Catalogue), measure =>
    {
        Defined = new DefinedMeasure(Room.Catalogue, measure, Room.Catalogue.Datasets[measure.Datasets[0]]);
        return Page();
    });
}
