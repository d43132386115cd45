using System.Globalization;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Databank.Snapshots;

/// <summary>Rows that a snapshot was made of are gone for good; its cells stay as they are, and are made from them no more.</summary>
public sealed record InputsErased(ContentHash Snapshot, string Day) : Refusal(
    $"The snapshot {Snapshot.Abbreviated} cannot be made or read into again: inputs erased on {Day}. Run 'candour snapshot' and "
    + "'candour compute' for one of what is left.")
{
    /// <summary>The refusal of a snapshot with erased inputs, with the day of the first erasure; none for any other.</summary>
    public static InputsErased? Of(Workspace workspace, SnapshotRecord snapshot)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(snapshot);
        var inputs = snapshot.Submissions.ToHashSet();
        return workspace.Store.Erasures().Where(erasure => inputs.Contains(erasure.Submission))
            .OrderBy(erasure => erasure.ErasedAt)
            .Select(erasure => new InputsErased(snapshot.Id, erasure.ErasedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .FirstOrDefault();
    }
}
