using Candour.Access;
using Candour.Definitions;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;

namespace Candour.SignIn;

/// <summary>The submissions that wait for a second person, and what that person decides.</summary>
public sealed class Decisions(Workspace workspace, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Those that wait and that the viewer may decide on, the oldest first.</summary>
    public IReadOnlyList<(SubmissionRecord Submission, Approval Approval)> Waiting(Viewer viewer) =>
    [
        .. workspace.Store.Known().Where(known => known.InForce).Select(known => known.Record)
            .Select(submission => (submission, Approval: ApprovalOf(submission)))
            .Where(pair => pair.Approval is { State: ApprovalState.Received } && MayDecide(viewer, pair.submission))
            .Select(pair => (pair.submission, pair.Approval!))
            .OrderBy(pair => pair.submission.ReceivedAt).ThenBy(pair => pair.submission.Id.Hex, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Approves or refuses, in the name of whoever asks; the store refuses its submitter and whoever comes second.
    /// </summary>
    public Result<Approval> Decide(Viewer viewer, string id, bool approve, string reason)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!ContentHash.TryParse(id, out var hash) || workspace.Store.FindSubmission(hash) is not { } submission || !MayDecide(viewer, submission))
        {
            return new NothingToDecide();
        }

        var now = clock.GetUtcNow();
        return Purpose.ReasonOf(reason).Then(said => approve
            ? workspace.Store.Approve(hash, viewer.Person, new AuditEntry(now, viewer.Person, "approve", id, submission.Agency, said))
            : workspace.Store.Refuse(hash, viewer.Person, new AuditEntry(now, viewer.Person, "refuse", id, submission.Agency, said)));
    }

    private Approval? ApprovalOf(SubmissionRecord submission) =>
        workspace.Store.ApprovalOf(submission.Id).Match<Approval?>(approval => approval, _ => null);

    /// <summary>All areas that its rows are about must be the viewer's to decide on.</summary>
    private bool MayDecide(Viewer viewer, SubmissionRecord submission)
    {
        if (!catalogue.Datasets.TryGetValue(submission.Dataset, out var dataset))
        {
            return false;
        }

        var sight = Sight.Of(viewer, Right.DecideSubmission, catalogue);
        var holding = new Holding(dataset, submission.Agency, IsPublic: false);
        // The file of a submission whose rows were erased is gone, and there is nothing left to decide on.
        return File.Exists(SubmissionFile.PathOf(workspace.Submissions, submission.Id))
            && (sight.SeesWhole(holding) || (sight.SeesAny(holding) && sight.Sees(holding, SubmissionFile.AreasOf(workspace.Submissions, submission.Id, dataset))));
    }
}

/// <summary>There is no such submission, or it is not this person's to decide on.</summary>
public sealed record NothingToDecide() : Refusal(
    "There is no submission here for you to decide on: look at the list of those that wait.");
