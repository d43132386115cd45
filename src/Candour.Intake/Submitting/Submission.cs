using System.Globalization;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Intake.Submitting;

/// <summary>The file has errors; nothing of it was taken.</summary>
public sealed record FileHasErrors(string File, long Rows, long NotAccepted, long Errors, IReadOnlyList<Finding> Findings) : Refusal(
    InOneSentence(File, Rows, NotAccepted, Errors, Findings))
{
    private static string InOneSentence(string file, long rows, long notAccepted, long errors, IReadOnlyList<Finding> findings)
    {
        var first = findings.First(finding => finding.Severity == Severity.Error);
        var where = first.Line > 0 ? $"line {first.Line}: " : "";
        var others = errors - 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The file {file} was not taken: {where}{first.Message}")
            + (others > 0 ? $" There are {others} more errors, on {notAccepted} of {rows} rows; 'candour check' lists them all." : "");
    }
}

/// <summary>Something must be answered first.</summary>
public sealed record FileAsks(string File, Question Question) : Refusal(
    $"The file {File} waits for an answer{(Question.Line > 0 ? $" (line {Question.Line})" : "")}: {Question.Sentence} "
    + $"Answer with --answer {Question.Key}=… ({string.Join(", ", Question.Choices)}); nothing was taken yet.");

/// <summary>Confidential rows do not enter a demonstration.</summary>
public sealed record DemoTakesNoConfidentialData(string File) : Refusal(
    $"The file {File} is confidential by its mapping, and this is a demonstration workspace whose pseudonym key everybody knows: "
    + "nothing was taken. Make a workspace of your own with 'candour init'.");

/// <summary>What became of a file.</summary>
/// <param name="Record">The submission it is.</param>
/// <param name="IsNew">False when the very same rows were in force already; then nothing was changed.</param>
public sealed record Submitted(SubmissionRecord Record, bool IsNew);

/// <summary>Makes a checked file a submission: whole or absent, and the same file twice is one.</summary>
public static class Submission
{
    public static async Task<Result<Submitted>> SubmitAsync(
        CheckedFile file, Workspace workspace, bool replace, DateTimeOffset now, string who, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(workspace);
        if (!Candidate(file, workspace, now).Try(out var record, out var refusal))
        {
            return refusal;
        }

        Result<Admission> Decide(IReadOnlyList<KnownSubmission> known) => Admitting.Decide(record, known, replace);

        // Asked first so that a refused file leaves nothing behind, and again inside the transaction, where it counts.
        if (!Decide(workspace.Store.Known()).Try(out var expected, out refusal))
        {
            return refusal;
        }

        if (expected is Admission.Take)
        {
            var parquet = await SubmissionFile.WriteAsync(
                SubmissionFile.PathOf(workspace.Submissions, record.Id), file.Dataset, record.DataClass, file.Rows, cancellation);
            record = record with { ParquetHash = parquet };
        }

        var entry = new AuditEntry(now, who, replace ? "replace" : "submit", record.Id.Hex, record.Agency, $"import of {file.File.Name}");
        return workspace.Store.Accept(record, file.Findings, Decide, entry).Then<Submitted>(admission => admission switch
        {
            Admission.AlreadyThere there => new Submitted(there.Record, IsNew: false),
            Admission.Reinstate reinstated => new Submitted(reinstated.Record, IsNew: true),
            _ => new Submitted(record, IsNew: true),
        });
    }

    /// <summary>What submitting the file would do, as if it were to replace whatever is in its way; nothing is written.</summary>
    public static async Task<Result<Preview>> PreviewAsync(
        CheckedFile file, Workspace workspace, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(workspace);
        var known = workspace.Store.Known();
        if (!Candidate(file, workspace, now).Try(out var record, out var refusal)
            || !Admitting.Decide(record, known, replace: true).Try(out var admission, out refusal))
        {
            return refusal;
        }

        var replaced = admission switch
        {
            Admission.Take take => take.Replaced,
            Admission.Reinstate reinstate => reinstate.Replaced,
            _ => [record.Id],
        };
        var before = new List<MappedRow>();
        foreach (var id in replaced)
        {
            before.AddRange(await SubmissionFile.ReadAsync(SubmissionFile.PathOf(workspace.Submissions, id), file.Dataset, cancellation));
        }

        var isThere = admission is Admission.AlreadyThere;
        return new Preview(
            record, isThere, isThere ? [] : [.. known.Select(one => one.Record).Where(one => replaced.Contains(one.Id))],
            Comparison.Of(file.Dataset, before, file.Rows));
    }

    /// <summary>The submission that a checked file would be; refuses one of which nothing can be taken.</summary>
    private static Result<SubmissionRecord> Candidate(CheckedFile file, Workspace workspace, DateTimeOffset now) =>
        workspace.Kind == WorkspaceKind.Demo && file.Mapping.Data == DataClass.Confidential ? new DemoTakesNoConfidentialData(file.File.ShortName)
        : file.Acceptance == Acceptance.AfterAnswers ? new FileAsks(file.File.ShortName, file.Questions[0])
        : !file.CanBeTaken ? new FileHasErrors(file.File.Name, file.Read, file.NotAccepted, file.Errors, file.Findings)
        : Describe(file, now);

    private static SubmissionRecord Describe(CheckedFile file, DateTimeOffset now)
    {
        var id = CanonicalRows.Hash(file.Dataset, file.Mapping.Agency, file.Rows);
        var said = file.Mapping.Period is { FromNames.Count: > 0 } period
            ? CanonicalRows.Hash(file.Dataset, file.Mapping.Agency, file.Rows, without: period.Field)
            : id;
        return new SubmissionRecord(
            id, file.Dataset.Id, file.Mapping.Id, file.Mapping.Agency, file.Mapping.Data.ToString().ToLowerInvariant(),
            file.File.Name, file.File.Hash, said, default, file.Rows.Count, file.Periods, now)
        {
            NotAccepted = file.NotAccepted,
        };
    }
}
