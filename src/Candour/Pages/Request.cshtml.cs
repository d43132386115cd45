using Candour.Access;
using Candour.Requesting;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>One request, and what became of it.</summary>
[Door(Right.ReadFigures)]
public sealed class RequestModel(CurrentRoom current, RequestDesk desk, OperationalStore store) : RequestPage(current, desk, store)
{
    public bool MayAnswer => Viewer.May(Right.AnswerRequests);

    public IActionResult OnGet(string number) => Show(number, Page);
}
