using Candour.Access;
using Candour.Requesting;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Web;

/// <summary>A page about one request.</summary>
public abstract class RequestPage(CurrentRoom current, RequestDesk desk, OperationalStore store) : ReadingPage(current)
{
    public InformationRequest Asked { get; private set; } = default!;

    public DateOnly Today => desk.Today;

    protected Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    /// <summary>What answers it, each as the viewer may open it; a reference that is not for them says so.</summary>
    public IReadOnlyList<(string Reference, Result<AvailableAnswer> Answer)> Answers =>
        [.. Asked.Answers.Select(reference => (reference, desk.Named(Viewer, Room, reference)))];

    public string NameOf(string person) => store.FindPerson(person)?.Name ?? person;

    /// <summary>Finds the request and shows it.</summary>
    protected IActionResult Show(string number, Func<IActionResult> show) => Answer(
        _ => desk.Find(number),
        request =>
        {
            Asked = request;
            return show();
        });
}
