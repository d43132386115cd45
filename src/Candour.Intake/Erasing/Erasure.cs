using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Erasing;

namespace Candour.Intake.Erasing;

/// <summary>No row is to be erased.</summary>
public sealed record NothingToErase(string Dataset) : Refusal(
    $"No row of the dataset '{Dataset}' is to be erased by what was said, and nothing was changed: check the identifiers, or see "
    + "'candour retention'.");

/// <summary>The file of a submission is not whole, so it cannot be rewritten.</summary>
public sealed record CannotRewriteDamaged(ContentHash Submission) : Refusal(
    $"The file of the submission {Submission.Abbreviated} is missing or was altered, so it cannot be rewritten: restore it from a backup first.");

/// <summary>Erases rows: each submission that holds one becomes a successor without it, and its old file is deleted.</summary>
public static class Erasure
{
    /// <summary>
    /// Erases the rows that are asked for from every submission of a dataset, in force or not. Stopped, it goes on at the next
    /// call: each submission is rewritten whole or not at all.
    /// </summary>
    public static async Task<Result<IReadOnlyList<ErasureRecord>>> EraseAsync(
        Workspace workspace, Dataset dataset, Func<SubmissionRecord, MappedRow, bool> isErased, DateTimeOffset now, string who,
        string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(isErased);
        var gone = workspace.Store.Erasures().Select(erasure => erasure.Submission).ToHashSet();
        var erasures = new List<ErasureRecord>();
        foreach (var submission in workspace.Store.Known().Select(known => known.Record)
            .Where(record => record.Dataset == dataset.Id && !gone.Contains(record.Id)))
        {
            var path = SubmissionFile.PathOf(workspace.Submissions, submission.Id);
            if (!File.Exists(path) || ContentHash.OfFile(path) != submission.ParquetHash)
            {
                return new CannotRewriteDamaged(submission.Id);
            }

            var rows = await SubmissionFile.ReadAsync(path, dataset, cancellation);
            var erased = rows.Where(row => isErased(submission, row)).ToList();
            if (erased.Count > 0)
            {
                var rewritten = await RewriteAsync(
                    workspace, dataset, submission, erased, [.. rows.Except(erased)], now, who, reason, cancellation);
                if (!rewritten.Try(out var erasure, out var refusal))
                {
                    return refusal;
                }

                File.Delete(path);
                erasures.Add(erasure);
            }
        }

        ErasureLedger.Keep(workspace);
        return erasures;
    }

    /// <summary>Erases again, from an older workspace, what a ledger says; what is not in it any more stays as it is.</summary>
    public static async Task<Result<Workspace>> ApplyAsync(
        Workspace workspace, Catalogue catalogue, IEnumerable<ErasureRecord> ledger, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(ledger);
        foreach (var line in ledger.OrderBy(line => line.ErasedAt))
        {
            if (workspace.Store.FindSubmission(line.Submission) is not { } submission
                || !catalogue.Datasets.TryGetValue(submission.Dataset, out var dataset))
            {
                continue;
            }

            var hashes = line.RowHashes.ToHashSet();
            var erased = await EraseAsync(
                workspace, dataset, (record, row) => record.Id == line.Submission && hashes.Contains(HashOf(record.Id, row)),
                line.ErasedAt, line.Who, line.Reason, cancellation);
            if (!erased.Try(out _, out var refusal))
            {
                return refusal;
            }
        }

        return workspace;
    }

    /// <summary>What a row of a submission is known by in the ledger.</summary>
    internal static string HashOf(ContentHash submission, MappedRow row) =>
        ContentHash.Of(string.Join('\u001F', row.Values.Prepend(submission.Hex))).Hex;

    private static async Task<Result<ErasureRecord>> RewriteAsync(
        Workspace workspace, Dataset dataset, SubmissionRecord old, List<MappedRow> erased, List<MappedRow> left,
        DateTimeOffset now, string who, string reason, CancellationToken cancellation)
    {
        SubmissionRecord? successor = null;
        if (left.Count > 0)
        {
            var id = CanonicalRows.Hash(dataset, old.Agency, left);
            var parquet = await SubmissionFile.WriteAsync(
                SubmissionFile.PathOf(workspace.Submissions, id), dataset, old.DataClass, left, cancellation);
            successor = old with { Id = id, SaidHash = id, ParquetHash = parquet, Rows = left.Count };
        }

        var record = new ErasureRecord(
            old.Id, successor?.Id.Hex ?? "", erased.Count, [.. erased.Select(row => HashOf(old.Id, row))], now, who, reason);
        return workspace.Store.Erase(
            record, successor, [.. erased.Select(row => row.Line)], new AuditEntry(now, who, "erase", old.Id.Hex, old.Agency, reason));
    }
}
