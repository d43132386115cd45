using Candour.Access;
using Candour.Kernel;
using Candour.Readings;
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
            room => new Result<Reading?>.Accepted(NamedFigure.Resolve(room, parsed)),
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
}
