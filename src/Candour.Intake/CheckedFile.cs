using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake;

/// <summary>A file read, mapped and checked; nothing of it is stored yet.</summary>
/// <param name="File">The file as it arrived.</param>
/// <param name="Mapping">How it was read.</param>
/// <param name="Dataset">What its rows are.</param>
/// <param name="Read">Records that are rows.</param>
/// <param name="NotAccepted">Rows with an error.</param>
/// <param name="Rows">The rows without one, in the order of the file.</param>
/// <param name="Findings">Everything found, in the order of the file.</param>
/// <param name="Periods">The periods the rows cover on the dataset's first basis, in order.</param>
public sealed record CheckedFile(
    SourceFile File,
    Definitions.Mapping Mapping,
    Dataset Dataset,
    long Read,
    long NotAccepted,
    IReadOnlyList<MappedRow> Rows,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Period> Periods)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}

/// <summary>No mapping was named and the header belongs to none, or to several.</summary>
public sealed record MappingNotRecognised(string File, IReadOnlyList<string> Known) : Refusal(
    $"The first line of {File} belongs to no known source: name one with --mapping ({string.Join(", ", Known)}).");

/// <summary>There is no mapping of that name.</summary>
public sealed record MappingUnknown(string Name, IReadOnlyList<string> Known) : Refusal(
    $"There is no mapping '{Name}': choose one of {string.Join(", ", Known)}.");

/// <summary>The file has a header and nothing else.</summary>
public sealed record FileHasNoRows(string File) : Refusal(
    $"The file {File} has no rows below its header: nothing was taken. A nil return is declared, never inferred.");
