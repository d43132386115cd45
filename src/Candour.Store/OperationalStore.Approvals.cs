using Candour.Kernel;
using Candour.Store.Databases;

namespace Candour.Store;

/// <summary>The second person: received → approved or refused, once, never by the submitter.</summary>
public sealed partial class OperationalStore
{
    /// <summary>The approval of a submission; refuses an unknown one.</summary>
    public Result<Approval> ApprovalOf(ContentHash submission) => One(submission, database.Read<ApprovalRow>);

    /// <summary>Approves a submission in the name of a person, who must be another than its submitter.</summary>
    public Result<Approval> Approve(ContentHash submission, string person, AuditEntry entry) =>
        Decide(submission, ApprovalState.Approved, person, entry);

    /// <summary>
    /// Refuses a submission in the name of a person other than its submitter. It goes out of force, and what it had replaced
    /// comes back.
    /// </summary>
    public Result<Approval> Refuse(ContentHash submission, string person, AuditEntry entry) =>
        Decide(submission, ApprovalState.Refused, person, entry);

    /// <summary>
    /// The submissions in force when only what is approved counts: approved, and replaced by none that is approved too.
    /// </summary>
    public IReadOnlyList<SubmissionRecord> ApprovedInForce()
    {
        var approved = database.Read<string>("SELECT submission FROM approval WHERE state = 'approved'", new { }).ToHashSet();
        var replacedBy = database.Read<(string Id, string By)>(
            "SELECT id, superseded_by FROM submission WHERE superseded_by IS NOT NULL", new { }).ToDictionary(row => row.Id, row => row.By);
        return
        [
            .. Read($"SELECT {SubmissionColumns} FROM submission WHERE withdrawn_at IS NULL AND id NOT IN (SELECT submission FROM erasure) ORDER BY id", new { })
                .Where(record => approved.Contains(record.Id.Hex) && !LaterThan(record.Id.Hex).Any(approved.Contains)),
        ];

        IEnumerable<string> LaterThan(string id)
        {
            while (replacedBy.TryGetValue(id, out var later))
            {
                yield return id = later;
            }
        }
    }

    private Result<Approval> Decide(ContentHash submission, ApprovalState state, string person, AuditEntry entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        using var act = database.Begin();
        if (!One(submission, act.Read<ApprovalRow>).Try(out var found, out var refusal))
        {
            return refusal;
        }

        if (found.State != ApprovalState.Received)
        {
            return new DecidedAlready(submission, Word(found.State));
        }

        if (found.Submitter == person)
        {
            return new DecidedByItsSubmitter(submission);
        }

        var changed = act.Change(
            "The submission",
            """
            UPDATE approval SET state = @State, decided_by = @Person, version = version + 1
            WHERE submission = @Id AND version = @Version
            """,
            new { State = Word(state), Person = person, Id = submission.Hex, found.Version });
        if (!changed.Try(out _, out refusal))
        {
            return refusal;
        }

        if (state == ApprovalState.Refused)
        {
            PutBackWhatWasReplacedBy(act, submission);
        }

        act.Commit(entry);
        return found with { State = state, DecidedBy = person, Version = found.Version + 1 };
    }

    private static void Receive(Act act, ContentHash submission, string submitter) => act.Execute(
        """
        INSERT INTO approval (submission, state, submitter, decided_by, version) VALUES (@Id, 'received', @Submitter, '', 1)
        """,
        new { Id = submission.Hex, Submitter = submitter });

    /// <summary>A submission that is put back in force needs its second person again.</summary>
    private static void ReceiveAgain(Act act, ContentHash submission, string submitter) => act.Execute(
        """
        UPDATE approval SET state = 'received', submitter = @Submitter, decided_by = '', version = version + 1
        WHERE submission = @Id
        """,
        new { Id = submission.Hex, Submitter = submitter });

    private static Result<Approval> One(ContentHash submission, Func<string, object, IReadOnlyList<ApprovalRow>> read) =>
        read(
            "SELECT state, submitter, decided_by AS decidedBy, version FROM approval WHERE submission = @Id",
            new { Id = submission.Hex }) is [var row]
            ? new Approval(submission, Enum.Parse<ApprovalState>(row.State, ignoreCase: true), row.Submitter, row.DecidedBy, row.Version)
            : new NoSuchSubmission(submission);

    private static string Word(ApprovalState state) => state.ToString().ToLowerInvariant();

    private sealed record ApprovalRow(string State, string Submitter, string DecidedBy, long Version);
}
