using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake;

/// <summary>What is to become of a checked file.</summary>
public enum Acceptance
{
    /// <summary>All rows, and nothing to say.</summary>
    Whole,

    /// <summary>All rows (the same row said twice counts once), with warnings.</summary>
    WholeWithWarnings,

    /// <summary>The good rows; the bad ones stay in quarantine.</summary>
    Part,

    /// <summary>Nothing until somebody answers.</summary>
    AfterAnswers,

    /// <summary>Nothing.</summary>
    Refused,
}

/// <summary>A file read, mapped and checked; nothing of it is stored yet.</summary>
/// <param name="File">The file as it arrived.</param>
/// <param name="Form">What it turned out to be.</param>
/// <param name="Mapping">How it was read.</param>
/// <param name="Dataset">What its rows are.</param>
/// <param name="Read">Records that are rows.</param>
/// <param name="NotAccepted">Rows that are not taken: with an error, or said twice.</param>
/// <param name="Rows">The rows that are, in the order of the file.</param>
/// <param name="Findings">The first ten thousand findings, in the order of the file.</param>
/// <param name="Counts">How many findings of each code there are, those that are not listed included.</param>
/// <param name="Errors">How many errors there are.</param>
/// <param name="ErrorsOfTheFile">How many of them are about the file as a whole.</param>
/// <param name="Questions">What somebody must answer.</param>
/// <param name="Periods">The periods the rows cover on the dataset's first basis, in order.</param>
public sealed record CheckedFile(
    SourceFile File,
    SourceForm Form,
    Definitions.Mapping Mapping,
    Dataset Dataset,
    long Read,
    long NotAccepted,
    IReadOnlyList<MappedRow> Rows,
    IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<string, long> Counts,
    long Errors,
    long ErrorsOfTheFile,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<Period> Periods)
{
    /// <summary>What is to become of it, by the threshold of its source.</summary>
    public Acceptance Acceptance =>
        Errors > FindingLog.MostListed || ErrorsOfTheFile > 0 ? Acceptance.Refused
        : Questions.Count > 0 ? Acceptance.AfterAnswers
        : Errors > 0 && NotAccepted > Mapping.QuarantineUpTo * Read ? Acceptance.Refused
        : Errors > 0 ? Acceptance.Part
        : Findings.Any(finding => finding.Severity == Severity.Warning) ? Acceptance.WholeWithWarnings
        : Acceptance.Whole;

    /// <summary>Rows that would be taken.</summary>
    public long Accepted => Acceptance is Acceptance.Refused or Acceptance.AfterAnswers ? 0 : Rows.Count == 0 ? 0 : Read - NotAccepted;

    /// <summary>Whether there is anything in it that could be taken.</summary>
    public bool CanBeTaken => Acceptance is Acceptance.Whole or Acceptance.WholeWithWarnings or Acceptance.Part && Rows.Count > 0;
}

/// <summary>No mapping was named and the header belongs to none, or to several.</summary>
public sealed record MappingNotRecognised(string File, IReadOnlyList<string> Known) : FileRefusal(
    $"The first line of {File} belongs to no known source: name one with --mapping ("
    + (Known.Count <= MostNamed ? $"{string.Join(", ", Known)})." : $"'candour definitions list mappings' names all {Known.Count})."))
{
    private const int MostNamed = 8;
}

/// <summary>There is no mapping of that name.</summary>
public sealed record MappingUnknown(string Name, IReadOnlyList<string> Known) : FileRefusal(
    $"There is no mapping '{Name}': choose one of {string.Join(", ", Known)}.");

/// <summary>The file has a header and nothing else.</summary>
public sealed record NoRows(string File) : FileRefusal(
    $"The file {File} has no rows below its header: nothing was taken. A nil return is declared, never inferred.");

/// <summary>Rows of areas that the sender may not submit: a matter of authorisation, not of the quality of data.</summary>
public sealed record AreaNotAuthorised(string File, long First, string Name) : FileRefusal(
    $"The file {File} holds rows of an area that you may not submit (first on line {First}): nothing of it was taken. "
    + "Send only your own area's rows, or ask for the right to submit the others.", First, Name);
