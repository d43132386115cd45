using Candour.Access;
using Candour.Requesting;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Requests;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The log of requests.</summary>
[Door(Right.ReadFigures)]
public sealed class RequestsModel(RequestDesk desk, OperationalStore store) : PageModel
{
    public IReadOnlyList<InformationRequest> Requests { get; private set; } = [];

    public DateOnly Today => desk.Today;

    public bool MayAnswer => Visitor.Of(HttpContext).Viewer.May(Right.AnswerRequests);

    public void OnGet() => Requests = store.Requests();
}
