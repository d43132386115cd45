using Candour.Access;
using Candour.Downloads;
using Candour.Kernel;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The tables of one measure as a file: CSV, Excel or OpenDocument.</summary>
[Door(Right.ReadFigures)]
public sealed class DownloadModel(CurrentRoom current) : ReadingPage(current)
{
    public IActionResult OnGet(string id, string format) => !TakenAway.Has(format)
        ? RefusalResult.Of(new NoSuchFormat(format))
        : Answer(
            room => room.Read(id, AskedOf.Query(Request.Query)),
            reading => TakenAway.File(MeasureBook.Of(Room, reading), format, $"{reading.Measure.Id}-{Slug.Of(reading.Question.Area.Title)}"));
}
