using Candour.Kernel;
using Candour.Store;

namespace Candour.Intake.Submitting;

/// <summary>The same rows were submitted before, for another period.</summary>
public sealed record FileIsARepeat(string File, string Other, bool SameBytes, string Claimed, string Taken) : Refusal(
    $"The file {File} is {(SameBytes ? "byte for byte" : "row for row")} the file {Other} that was submitted for {Taken}, "
    + $"but its name says {Claimed}: it is a repeat and was not taken. Ask the sender for the right file, or say --replace if the first name was wrong.");

/// <summary>Other rows for the same periods are in force.</summary>
public sealed record PeriodsAreTaken(string File, string Other, Period First) : Refusal(
    $"The file {File} holds rows for periods (from {First}) that the submission {Other} already covers; counting both would count "
    + "twice. Say --replace to put this file in its place.");

/// <summary>The file would replace more than it brings.</summary>
public sealed record ReplacementIsPartial(string File, string Other, Period Lost) : Refusal(
    $"The file {File} does not cover every period of {Other}, which it would replace ({Lost} would be lost): nothing was taken. "
    + "Ask the sender for a file that covers them all.");

/// <summary>The very same rows were replaced by others.</summary>
public sealed record SubmissionWasReplaced(string File, string By) : Refusal(
    $"The rows of {File} were submitted before and have been replaced by {By}. Say --replace to put them back in its place.");

/// <summary>A dataset holds the data of one agency, all of one class.</summary>
public sealed record DatasetIsOfAnother(string File, string Dataset, string Agency, string DataClass) : Refusal(
    $"The dataset '{Dataset}' of this workspace holds {DataClass} data of '{Agency}'; {File} is of another agency or class, and its rows "
    + "would be added to them. Nothing was taken: use a workspace of its own.");

/// <summary>Decides what becomes of a submission, from all that are known. Pure.</summary>
public static class Admitting
{
    public static Result<Admission> Decide(SubmissionRecord candidate, IReadOnlyList<KnownSubmission> known, bool replace)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(known);
        var inForce = known.Where(other => other.InForce && other.Record.Dataset == candidate.Dataset).Select(other => other.Record).ToList();
        var same = known.FirstOrDefault(other => other.Record.Id == candidate.Id);
        if (same is { InForce: true })
        {
            return new Admission.AlreadyThere(same.Record);
        }

        if (inForce.Find(other => other.Agency != candidate.Agency || other.DataClass != candidate.DataClass) is { } stranger)
        {
            return new DatasetIsOfAnother(candidate.FileName, candidate.Dataset, stranger.Agency, stranger.DataClass);
        }

        // The same content under another period: a file that was sent again under a new name.
        var repeats = inForce
            .Where(other => other.FileHash == candidate.FileHash || other.SaidHash == candidate.SaidHash)
            .Where(other => !other.Periods.SequenceEqual(candidate.Periods))
            .ToList();
        if (repeats.Count > 0 && !replace)
        {
            return new FileIsARepeat(
                candidate.FileName, repeats[0].FileName, repeats[0].FileHash == candidate.FileHash,
                InWords(candidate.Periods), InWords(repeats[0].Periods));
        }

        var overlapping = inForce.Except(repeats).Where(other => other.Periods.Any(p => candidate.Periods.Any(p.Overlaps))).ToList();
        if (overlapping.Count > 0 && !replace)
        {
            return same is null
                ? new PeriodsAreTaken(
                    candidate.FileName, overlapping[0].FileName,
                    overlapping[0].Periods.First(p => candidate.Periods.Any(p.Overlaps)))
                : new SubmissionWasReplaced(candidate.FileName, overlapping[0].FileName);
        }

        foreach (var other in overlapping)
        {
            foreach (var lost in other.Periods.Where(period => !candidate.Periods.Any(mine => mine.Contains(period))))
            {
                return new ReplacementIsPartial(candidate.FileName, other.FileName, lost);
            }
        }

        IReadOnlyList<ContentHash> replaced = [.. overlapping.Concat(repeats).Select(other => other.Id)];
        return same is null ? new Admission.Take(replaced) : new Admission.Reinstate(same.Record, replaced);
    }

    private static string InWords(IReadOnlyList<Period> periods) =>
        periods.Count == 1 ? periods[0].InWords() : $"{periods[0].InWords()} and {periods.Count - 1} other periods";
}
