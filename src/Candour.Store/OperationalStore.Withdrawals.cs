using Candour.Kernel;
using Candour.Store.Databases;

namespace Candour.Store;

/// <summary>Every load is reversible: what was submitted can be taken back, and what it had replaced comes back.</summary>
public sealed partial class OperationalStore
{
    /// <summary>Where a submission stands; refuses an unknown one.</summary>
    public Result<Standing> StandingOf(ContentHash submission) => StandingOf(submission, database.Read<StandingRow>, database.Read<string>);

    /// <summary>The submissions that this one stands in the place of.</summary>
    public IReadOnlyList<ContentHash> ReplacedBy(ContentHash submission) =>
        [.. database.Read<string>("SELECT id FROM submission WHERE superseded_by = @Id ORDER BY id", new { Id = submission.Hex }).Select(Hash)];

    /// <summary>
    /// Takes a submission out of force; gives what came back in its place. Its file stays, because snapshots may be made of it,
    /// and the same rows can be submitted again.
    /// </summary>
    public Result<IReadOnlyList<ContentHash>> Withdraw(ContentHash submission, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var act = database.Begin();
        if (!StandingOf(submission, act.Read<StandingRow>, act.Read<string>).Try(out var standing, out var refusal))
        {
            return refusal;
        }

        if (standing is not Standing.InForce)
        {
            return new NotInForce(submission, standing);
        }

        act.Execute("UPDATE submission SET withdrawn_at = @At WHERE id = @Id", new { At = Time(entry.At), Id = submission.Hex });
        var back = PutBackWhatWasReplacedBy(act, submission);
        act.Commit(entry);
        return new Result<IReadOnlyList<ContentHash>>.Accepted(back);
    }

    /// <summary>
    /// What it had replaced is replaced by what replaced it, if anything did. Where something else has come into force for the
    /// same periods meanwhile, that stands in its place, so that nothing is ever counted twice.
    /// </summary>
    private static List<ContentHash> PutBackWhatWasReplacedBy(Act act, ContentHash gone)
    {
        var later = act.Read<string>("SELECT superseded_by FROM submission WHERE id = @Id AND superseded_by IS NOT NULL", new { Id = gone.Hex });
        var inForce = Known(act.Read<string>, act.Read<SubmissionRow>).Where(known => known.InForce).Select(known => known.Record).ToList();
        var back = new List<ContentHash>();
        foreach (var row in act.Read<SubmissionRow>(
            $"SELECT {SubmissionColumns} FROM submission WHERE superseded_by = @Id ORDER BY id", new { Id = gone.Hex }))
        {
            var record = row.ToRecord();
            var inTheWay = inForce.Find(other =>
                other.Dataset == record.Dataset && other.Periods.Any(period => record.Periods.Any(period.Overlaps)));
            var by = later is [var next] ? next : inTheWay?.Id.Hex;
            act.Execute("UPDATE submission SET superseded_by = @By WHERE id = @Id", new { By = by, Id = record.Id.Hex });
            if (by is null)
            {
                back.Add(record.Id);
            }
        }

        return back;
    }

    private static Result<Standing> StandingOf(
        ContentHash submission, Func<string, object, IReadOnlyList<StandingRow>> read, Func<string, object, IReadOnlyList<string>> ids)
    {
        var id = new { Id = submission.Hex };
        return read("SELECT superseded_by AS supersededBy, withdrawn_at AS withdrawnAt FROM submission WHERE id = @Id", id) switch
        {
            [] => new NoSuchSubmission(submission),
            _ when ids("SELECT submission FROM erasure WHERE submission = @Id", id).Count > 0 => new Standing.Erased(),
            [{ WithdrawnAt: { } at }, ..] => new Standing.Withdrawn(Time(at)),
            _ when ids("SELECT submission FROM approval WHERE submission = @Id AND state = 'refused'", id).Count > 0 => new Standing.Refused(),
            [{ SupersededBy: { } by }, ..] => new Standing.Replaced(Hash(by)),
            _ => new Standing.InForce(),
        };
    }

    private sealed record StandingRow(string? SupersededBy, string? WithdrawnAt);
}
