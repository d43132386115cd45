using Candour.Access;
using Candour.Definitions;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The submissions that wait for a second person.</summary>
[Door(Right.DecideSubmission, confirmed: true)]
public sealed class DecisionsModel(Decisions decisions, OperationalStore store, Catalogue catalogue) : PageModel
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

    /// <summary>What the rows of a submission are, as people read it.</summary>
    public string TitleOf(SubmissionRecord submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return catalogue.Datasets.TryGetValue(submission.Dataset, out var dataset) ? dataset.Title : submission.Dataset;
    }

    public string NameOf(string person) => store.FindPerson(person)?.Name ?? person;
}
