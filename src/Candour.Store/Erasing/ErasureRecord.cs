using Candour.Kernel;
using Candour.Store.Evidencing;

namespace Candour.Store.Erasing;

/// <summary>One line of the erasure ledger: rows of a submission that are gone, and what stands in its place.</summary>
/// <param name="Submission">The submission whose file is gone.</param>
/// <param name="Successor">Id of the submission without the rows; empty when no row was left.</param>
/// <param name="Rows">How many rows were erased; above 0.</param>
/// <param name="RowHashes">Hashes of what the rows said, which tell nothing, and find the rows in an older backup.</param>
/// <param name="ErasedAt">When.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Reason">Why.</param>
public sealed record ErasureRecord(
    ContentHash Submission, string Successor, long Rows, IReadOnlyList<string> RowHashes, DateTimeOffset ErasedAt, string Who, string Reason);

/// <summary>What a ledger says was erased.</summary>
/// <param name="Rows">Rows of submissions.</param>
/// <param name="Documents">Documents with every version.</param>
public sealed record Erased(IReadOnlyList<ErasureRecord> Rows, IReadOnlyList<ErasedEvidence> Documents)
{
    public static Erased Nothing { get; } = new([], []);
}

/// <summary>The submission's rows were erased, so it does not come back.</summary>
public sealed record RowsWereErased(ContentHash Submission, string Day) : Refusal(
    $"Rows of the submission {Submission.Abbreviated} were erased on {Day}, so it is not put back: ask for an extract without them.");

/// <summary>The file is no ledger.</summary>
public sealed record LedgerIsNotReadable(string File) : Refusal(
    $"The file {File} is missing or is no erasure ledger: name one that 'candour erase ledger' wrote. Nothing was restored.");
