using Candour.Access;
using Candour.Downloads;
using Candour.Kernel;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The way of a cohort as a file.</summary>
[Door(Right.ReadFigures)]
public sealed class AttritionDownloadModel(CurrentRoom current) : ReadingPage(current)
{
    public IActionResult OnGet(string format) => !TakenAway.Has(format)
        ? RefusalResult.Of(new NoSuchFormat(format))
        : Answer(
            room => AttritionModel.Follow(room, Request.Query),
            found => TakenAway.File(AttritionBook.Of(Room, found.Cohort), format, $"attrition-{Slug.Of(found.Cohort.First.Question.Area.Title)}"));
}
