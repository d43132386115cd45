using Candour.Kernel;
using Candour.Store.Databases;
using Candour.Store.Erasing;

namespace Candour.Store;

/// <summary>Erasure: a submission is rewritten as a successor without the rows, and the ledger says so.</summary>
public sealed partial class OperationalStore
{
    /// <summary>The ledger, oldest first.</summary>
    public IReadOnlyList<ErasureRecord> Erasures() => Erasures(database.Read<ErasureRow>);

    /// <summary>
    /// Puts a successor in the place of a submission, with its approval and the findings that are not about erased lines, and
    /// records the erasure. The caller deletes the old file afterwards; a sweep does, when it was stopped.
    /// </summary>
    /// <param name="erasure">The line of the ledger.</param>
    /// <param name="successor">The submission without the rows, whose file is there already; none when no row is left.</param>
    /// <param name="lines">The lines of the erased rows in the file as it arrived.</param>
    /// <param name="entry">The entry of the trail.</param>
    public Result<ErasureRecord> Erase(ErasureRecord erasure, SubmissionRecord? successor, IReadOnlyList<long> lines, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        ArgumentNullException.ThrowIfNull(lines);
        using var act = database.Begin();
        if (ErasedOn(act, erasure.Submission) is [var day])
        {
            return new RowsWereErased(erasure.Submission, day);
        }

        var old = erasure.Submission.Hex;
        act.Execute("DELETE FROM finding WHERE submission = @Old AND line = @Line", lines.Select(line => new { Old = old, Line = line }));
        if (successor is not null)
        {
            Succeed(act, old, successor);
        }

        act.Execute(
            """
            INSERT INTO erasure (submission, successor, row_count, row_hashes, erased_at, who, reason)
            VALUES (@Old, @Successor, @Rows, @RowHashes, @At, @Who, @Reason)
            """,
            new
            {
                Old = old, erasure.Successor, erasure.Rows, RowHashes = string.Join(' ', erasure.RowHashes), At = Time(erasure.ErasedAt),
                erasure.Who, erasure.Reason,
            });
        act.Commit(entry);
        return erasure;
    }

    /// <summary>The successor is as much in force, and as much approved, as the submission was.</summary>
    private static void Succeed(Act act, string old, SubmissionRecord successor)
    {
        var both = new { Old = old, New = successor.Id.Hex };
        if (act.Read<string>("SELECT id FROM submission WHERE id = @New", both).Count == 0)
        {
            Insert(act, successor, []);
            act.Execute(
                """
                INSERT INTO approval (submission, state, submitter, decided_by, version)
                SELECT @New, state, submitter, decided_by, 1 FROM approval WHERE submission = @Old
                """,
                both);
            act.Execute(
                """
                INSERT INTO finding (submission, ordinal, code, severity, line, column_name, value, message, row_count)
                SELECT @New, ordinal, code, severity, line, column_name, value, message, row_count FROM finding WHERE submission = @Old
                """,
                both);
        }

        act.Execute(
            """
            UPDATE submission SET superseded_by = (SELECT old.superseded_by FROM submission old WHERE old.id = @Old),
                                  withdrawn_at = (SELECT old.withdrawn_at FROM submission old WHERE old.id = @Old)
            WHERE id = @New
            """,
            both);
        act.Execute("UPDATE submission SET superseded_by = @New WHERE id = @Old", both);
    }

    private static IReadOnlyList<string> ErasedOn(Act act, ContentHash submission) =>
        [.. act.Read<string>("SELECT erased_at FROM erasure WHERE submission = @Id", new { Id = submission.Hex }).Select(at => at[..10])];

    private static List<ErasureRecord> Erasures(Func<string, object, IReadOnlyList<ErasureRow>> read) =>
    [
        .. read(
                """
                SELECT submission, successor, row_count AS rowCount, row_hashes AS rowHashes, erased_at AS erasedAt, who, reason
                FROM erasure ORDER BY erased_at, submission
                """,
                new { })
            .Select(row => new ErasureRecord(
                Hash(row.Submission), row.Successor, row.RowCount, row.RowHashes.Split(' '), Time(row.ErasedAt), row.Who, row.Reason)),
    ];

    private sealed record ErasureRow(
        string Submission, string Successor, long RowCount, string RowHashes, string ErasedAt, string Who, string Reason);
}
