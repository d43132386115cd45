using Candour.Databank.Snapshots;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Readings.Seeing;
using Candour.Store;

namespace Candour.Packs;

/// <summary>There are no rows of the period.</summary>
public sealed record NothingInPeriod(string Dataset, Period Period) : Refusal(
    $"The snapshot has no data of '{Dataset}' for {Period.InWords()}, so there is nothing to make a pack of: choose a period with data.");

/// <summary>What a pack is read from: one snapshot, and nothing besides.</summary>
/// <param name="Room">Over that snapshot; nothing is left out in it.</param>
/// <param name="Subject">What the pack is about, in the words of the definitions of then.</param>
/// <param name="Frozen">Which freeze of the period the snapshot belongs to; 0 for none: a preview.</param>
public sealed record PackSource(ReadingRoom Room, PackSubject Subject, long Frozen)
{
    /// <summary>
    /// The source of a period: the snapshot that it was frozen, or last restated, with; a period that is not frozen is read from the
    /// current one. Snapshots that the room has open are not opened, and their cells not read, again.
    /// </summary>
    public static Result<PackSource> Open(Workspace workspace, ReadingRoom room, string dataset, string period, string area)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(room);
        return PackSubject.Find(room.Catalogue, dataset, period, area).Then(asked =>
            workspace.Store.FreezesThatHold().FirstOrDefault(one => one.Dataset == dataset && one.Period == asked.Period) is not { } freeze
                ? Of(room.Snapshot, dataset, period, area, 0)
                : (room.FrozenAs(dataset, asked.Period, freeze.Snapshot) ?? FrozenSnapshots.Open(workspace, room.Catalogue, freeze))
                    .Then(then => Of(then, dataset, period, area, freeze.Ordinal)));
    }

    /// <summary>The same over a snapshot that is open already.</summary>
    public static Result<PackSource> Of(ReadableSnapshot snapshot, string dataset, string period, string area, long frozen)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return PackSubject.Find(snapshot.Catalogue, dataset, period, area).Then<PackSource>(subject =>
            snapshot.Erased is { } erased ? erased
            : !snapshot.Has(dataset) || !snapshot.PeriodsOf(dataset).Any(subject.Period.Contains) ? new NothingInPeriod(dataset, subject.Period)
            : new PackSource(new ReadingRoom(snapshot), subject, frozen));
    }

    /// <summary>The room as the audience may see it, always from the same beginning: what it was shown on other days has no part in it.</summary>
    internal ReadingRoom ForAudience() => Subject.Audience == PackAudience.Whole
        ? Room
        : Room.SeenBy(Subject.Somebody(Room.Snapshot.AgencyOf(Subject.Dataset.Id)), new ShownToOne());
}
