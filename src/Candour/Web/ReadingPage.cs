using Candour.Kernel;
using Candour.Readings.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web;

/// <summary>A page that reads from the current snapshot. Whatever is refused on the way is shown as a refusal.</summary>
public abstract class ReadingPage(CurrentRoom current) : PageModel
{
    public ReadingRoom Room { get; private set; } = default!;

    /// <summary>Asks the room and takes the answer, or shows the refusal's sentence.</summary>
    protected IActionResult Answer<T>(Func<ReadingRoom, Result<T>> ask, Func<T, IActionResult> take)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(take);
        if (!current.Now().Try(out var room, out var refusal))
        {
            // Nothing is wrong with the question: the workspace is not ready to answer any.
            return RefusalResult.Of(refusal, StatusCodes.Status409Conflict);
        }

        Room = room;
        return ask(room).Match(take, refused => RefusalResult.Of(refused));
    }
}
