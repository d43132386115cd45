using Candour.Access;
using Candour.Packing;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>A file of a pack, as it was sent.</summary>
[Door(Right.ReadFigures)]
public sealed class IssuedPackFileModel(CurrentRoom current, PackDesk desk) : ReadingPage(current)
{
    public IActionResult OnGet(string id, string file) => Answer(
        room => desk.Take(Visitor.Of(HttpContext).Viewer, room, id, file),
        taken => File(taken.Content, taken.File.Media, taken.File.Name));
}
