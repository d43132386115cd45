using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Store;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>The definitions with which a snapshot was made are not kept here.</summary>
public sealed record DefinitionsNotKept(ContentHash Snapshot) : Refusal(
    $"The definitions with which the snapshot {Snapshot.Abbreviated} was made are not kept in this workspace, and the present ones are others: "
    + "its figures cannot be read. Those of a frozen period are kept.");

/// <summary>Opens the snapshots that periods were frozen with.</summary>
public static class FrozenSnapshots
{
    /// <summary>What each frozen period of a workspace is read from; a snapshot is opened when it is first asked for.</summary>
    public static FrozenPeriods Of(Workspace workspace, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new FrozenPeriods(
        [
            .. workspace.Store.FreezesThatHold()
                .Select(last => new FrozenPeriod(last.Dataset, last.Period, last.Snapshot, () => Open(workspace, catalogue, last))),
        ]);
    }

    /// <summary>The snapshot of a freeze, with the definitions of then.</summary>
    public static Result<ReadableSnapshot> Open(Workspace workspace, Catalogue catalogue, Freeze frozen)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(frozen);
        var record = workspace.Store.FindSnapshot(frozen.Snapshot)
            ?? throw new InvalidOperationException("A frozen snapshot is never deleted.");
        return DefinitionsOf(workspace, catalogue, record)
            .Then(then => ReadableSnapshot.OpenFrozen(workspace, then, record, frozen.Cells));
    }

    /// <summary>A computed snapshot, frozen or not, by its name.</summary>
    public static Result<ReadableSnapshot> Open(Workspace workspace, Catalogue catalogue, ContentHash snapshot)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Store.FindSnapshot(snapshot) is not { } record ? new NoSuchSnapshot(snapshot.Abbreviated)
            : ReadableSnapshot.CellsHash(workspace, snapshot) is not { } cells ? new CellsAreDamaged(snapshot)
            : DefinitionsOf(workspace, catalogue, record).Then(then => ReadableSnapshot.OpenFrozen(workspace, then, record, cells));
    }

    /// <summary>The same with its rows; refuses one of which rows were erased.</summary>
    public static Result<ReadableSnapshot> OpenWithRows(Workspace workspace, Catalogue catalogue, ContentHash snapshot) =>
        Open(workspace, catalogue, snapshot).Then<ReadableSnapshot>(found => found.Erased is { } erased ? erased : found);

    /// <summary>The definitions that a snapshot was made with: the present ones, or those that were kept.</summary>
    internal static Result<Catalogue> DefinitionsOf(Workspace workspace, Catalogue catalogue, SnapshotRecord record)
    {
        if (record.Definitions == catalogue.ComputationalHash)
        {
            return catalogue;
        }

        var kept = workspace.Store.DefinitionsOf(record.Definitions);
        return kept.Count == 0 ? new DefinitionsNotKept(record.Id) : Catalogue.Read(kept);
    }
}

/// <summary>There is no such snapshot.</summary>
public sealed record NoSuchSnapshot(string Said) : Refusal(
    $"There is no snapshot '{Said}' in this workspace: give at least 8 signs of its id, as 'candour snapshot' printed it.");
