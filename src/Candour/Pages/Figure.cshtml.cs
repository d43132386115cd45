using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The page of a permanent reference: the figure it names, or that it was made from other inputs.</summary>
[Door(Right.ReadFigures)]
[KeptPage]
public sealed class FigureModel(CurrentRoom current) : ReadingPage(current)
{
    public FigureReference Reference { get; private set; } = default!;

    /// <summary>The answer to the same question now.</summary>
    public Reading Present { get; private set; } = default!;

    /// <summary>The reference names the figure of this snapshot, and not an earlier one.</summary>
    public bool IsPresent => Present.Reference == Reference;

    public IActionResult OnGet(string reference) => !FigureReference.TryParse(reference, out var parsed)
        ? NotFound()
        : Answer<Reading?>(
            room => new Result<Reading?>.Accepted(Resolve(room, parsed)),
            present =>
            {
                if (present is null)
                {
                    return NotFound();
                }

                (Reference, Present) = (parsed, present);
                ViewData[PageFrame.Key] = PageFrame.Of(Room, present.Question.Dataset);
                return Page();
            });

    /// <summary>The same question to the present snapshot; null when it was never a question of these definitions.</summary>
    private static Reading? Resolve(ReadingRoom room, FigureReference reference)
    {
        if (!room.Catalogue.Measures.TryGetValue(reference.Measure, out var measure) || Dataset(room, measure, reference) is not { } dataset)
        {
            return null;
        }

        var asked = new Asked(
            reference.Area, reference.Period.ToString(), [.. reference.Breakdown.Select(pair => $"{pair.Key}={pair.Value}")], dataset.Id);
        return room.Read(measure.Id, asked).Match(
            reading => IsSameQuestion(reading.Reference, reference) ? reading : null, _ => null);
    }

    private static Dataset? Dataset(ReadingRoom room, Measure measure, FigureReference reference) => measure.Datasets
        .Where(room.Seen.Has).Select(name => room.Catalogue.Datasets[name])
        .FirstOrDefault(dataset => dataset.Hierarchy == reference.Hierarchy && room.Snapshot.AgencyOf(dataset.Id) == reference.Agency);

    /// <summary>Inputs, versions and the day of the hierarchy may be others; what is asked may not.</summary>
    private static bool IsSameQuestion(FigureReference present, FigureReference named) => present == named with
    {
        Snapshot = present.Snapshot,
        Version = present.Version,
        MethodVersion = present.MethodVersion,
        HierarchyDate = present.HierarchyDate,
    };
}
