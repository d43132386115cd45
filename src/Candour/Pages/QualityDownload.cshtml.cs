using Candour.Access;
using Candour.Downloads;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>How complete a dataset is as a file.</summary>
[Door(Right.ReadSubmissions)]
public sealed class QualityDownloadModel(CurrentRoom current, KeptQuality kept) : ReadingPage(current)
{
    public IActionResult OnGet(string dataset, string format) => !TakenAway.Has(format)
        ? RefusalResult.Of(new NoSuchFormat(format))
        : Answer(
            room => QualityModel.Find(room, dataset),
            found => TakenAway.File(QualityBook.Of(Room, found, Room.Seen.SeesWhole(found) ? kept.Of(Room, found) : null), format, $"quality-{found.Id}"));
}
