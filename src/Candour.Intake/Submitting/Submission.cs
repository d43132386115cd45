using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Intake.Submitting;

/// <summary>The file has errors; nothing of it was taken.</summary>
public sealed record FileHasErrors(string File, long Rows, long NotAccepted, IReadOnlyList<Finding> Findings) : Refusal(
    InOneSentence(File, Rows, NotAccepted, Findings))
{
    private static string InOneSentence(string file, long rows, long notAccepted, IReadOnlyList<Finding> findings)
    {
        var first = findings.First(finding => finding.Severity == Severity.Error);
        var where = first.Line > 0 ? $"line {first.Line}: " : "";
        var others = findings.Count(finding => finding.Severity == Severity.Error) - 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The file {file} was not taken: {where}{first.Message}")
            + (others > 0 ? $" There are {others} more errors, on {notAccepted} of {rows} rows; 'candour check' lists them all." : "");
    }
}

/// <summary>The same bytes were submitted before, for another period.</summary>
public sealed record FileIsARepeat(string File, string Other, string Claimed, string Taken) : Refusal(
    $"The file {File} is byte for byte the file {Other} that was submitted for {Taken}, but its name says {Claimed}: "
    + "it is a repeat and was not taken. Ask the sender for the right file.");

/// <summary>Other rows for the same periods are in force.</summary>
public sealed record PeriodsAreTaken(string File, string Other, Period First) : Refusal(
    $"The file {File} holds rows for periods (from {First}) that the submission {Other} already covers; counting both would count "
    + "twice. Say --replace to put this file in its place.");

/// <summary>The file would replace more than it brings.</summary>
public sealed record ReplacementIsPartial(string File, string Other, Period Lost) : Refusal(
    $"The file {File} does not cover every period of {Other}, which it would replace ({Lost} would be lost): nothing was taken. "
    + "Ask the sender for a file that covers them all.");

/// <summary>Confidential rows do not enter a demonstration.</summary>
public sealed record DemoTakesNoConfidentialData(string File) : Refusal(
    $"The file {File} is confidential by its mapping, and this is a demonstration workspace whose pseudonym key everybody knows: "
    + "nothing was taken. Make a workspace of your own with 'candour init'.");

/// <summary>What became of a file.</summary>
/// <param name="Record">The submission it is.</param>
/// <param name="IsNew">False when the very same rows were there already; then nothing was changed.</param>
public sealed record Submitted(SubmissionRecord Record, bool IsNew);

/// <summary>Makes a checked file a submission: whole or absent, and the same file twice is one.</summary>
public static class Submission
{
    /// <summary>What a file with these bytes became before, if this is the same file for the same period again.</summary>
    public static Result<Submitted?> AlreadyThere(CheckedFile file, Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(workspace);
        if (workspace.Store.FindFile(file.File.Hash) is not { } before)
        {
            return new Result<Submitted?>.Accepted(null);
        }

        return before.Dataset == file.Dataset.Id && before.Periods.SequenceEqual(file.Periods)
            ? new Result<Submitted?>.Accepted(new Submitted(before, IsNew: false))
            : new FileIsARepeat(
                file.File.Name, before.FileName, InWords(file.Periods), InWords(before.Periods));
    }

    public static async Task<Result<Submitted>> SubmitAsync(
        CheckedFile file, Workspace workspace, bool replace, DateTimeOffset now, string who, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(workspace);
        if (workspace.Kind == WorkspaceKind.Demo && file.Mapping.Data == DataClass.Confidential)
        {
            return new DemoTakesNoConfidentialData(file.File.ShortName);
        }

        if (!AlreadyThere(file, workspace).Try(out var before, out var repeat) && repeat is not null)
        {
            return repeat;
        }

        if (before is not null)
        {
            return before;
        }

        if (file.HasErrors)
        {
            return new FileHasErrors(file.File.Name, file.Read, file.NotAccepted, file.Findings);
        }

        var id = CanonicalRows.Hash(file.Dataset, file.Mapping.Agency, file.Rows);
        if (workspace.Store.FindSubmission(id) is { } same)
        {
            return new Submitted(same, IsNew: false);
        }

        if (!Replaced(file, workspace, replace).Try(out var replaced, out var refusal))
        {
            return refusal;
        }

        var parquet = await SubmissionFile.WriteAsync(
            SubmissionFile.PathOf(workspace.Submissions, id), file.Dataset, file.Rows, cancellation);
        var record = new SubmissionRecord(
            id, file.Dataset.Id, file.Mapping.Id, file.Mapping.Agency, file.Mapping.Data.ToString().ToLowerInvariant(),
            file.File.Name, file.File.Hash, parquet, file.Rows.Count, file.Periods, now);
        var taken = workspace.Store.Accept(
            record, file.Findings, replaced, new AuditEntry(now, who, "submit", id.Hex, $"import of {file.File.Name}"));
        return new Submitted(taken ? record : workspace.Store.FindSubmission(id) ?? record, taken);
    }

    private static Result<IReadOnlyList<ContentHash>> Replaced(CheckedFile file, Workspace workspace, bool replace)
    {
        var overlapping = workspace.Store.InForce()
            .Where(other => other.Dataset == file.Dataset.Id && other.Agency == file.Mapping.Agency
                && other.Periods.Any(period => file.Periods.Any(period.Overlaps)))
            .ToList();
        if (overlapping.Count > 0 && !replace)
        {
            return new PeriodsAreTaken(
                file.File.Name, overlapping[0].FileName, overlapping[0].Periods.First(p => file.Periods.Any(p.Overlaps)));
        }

        foreach (var other in overlapping)
        {
            foreach (var lost in other.Periods.Where(period => !file.Periods.Any(mine => mine.Contains(period))))
            {
                return new ReplacementIsPartial(file.File.Name, other.FileName, lost);
            }
        }

        return new Result<IReadOnlyList<ContentHash>>.Accepted([.. overlapping.Select(other => other.Id)]);
    }

    private static string InWords(IReadOnlyList<Period> periods) =>
        periods.Count == 1 ? periods[0].InWords() : $"{periods[0].InWords()} and {periods.Count - 1} other periods";
}
