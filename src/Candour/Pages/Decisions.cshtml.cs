using Candour.Access;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The submissions that wait for a second person.</summary>
[Door(Right.DecideSubmission, confirmed: true)]
public sealed class DecisionsModel(Decisions decisions, OperationalStore store) : PageModel
{
    public IReadOnlyList<(SubmissionRecord Submission, Approval Approval)> Waiting { get; private set; } = [];

    public string Problem { get; private set; } = "";

    public string Done { get; private set; } = "";

    public void OnGet() => Waiting = decisions.Waiting(Visitor.Of(HttpContext).Viewer);

    public void OnPost(string submission = "", string decision = "", string reason = "")
    {
        var viewer = Visitor.Of(HttpContext).Viewer;
        if (decisions.Decide(viewer, submission, decision == "approve", reason).Try(out var approval, out var refusal))
        {
            Done = $"Submission {approval.Submission.Abbreviated} is {approval.State.ToString().ToLowerInvariant()}.";
        }
        else
        {
            Problem = refusal.Sentence;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        OnGet();
    }

    public string NameOf(string person) => store.FindPerson(person)?.Name ?? person;
}
