using System.Collections.Concurrent;
using Candour.Access;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Readings.Seeing;
using Candour.Store;

namespace Candour.Web;

/// <summary>
/// The reading rooms of the snapshot that is current now, one for each viewer. A newer snapshot is taken up at the next
/// page; until then, and for pages that have begun, the one before goes on answering.
/// </summary>
public sealed class Rooms(Workspace workspace, Catalogue catalogue, TimeProvider clock)
{
    private const int PeopleKept = 2_000;

    /// <summary>How old the answer to "which snapshot is current" may be.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(250);

    private readonly Lock opening = new();
    private readonly ConcurrentDictionary<(ContentHash Snapshot, string Person), ShownToOne> shown = [];
    private ReadingRoom? whole;
    private Known current = new(null, 0, 0);
    private long frozenWhenOpened;

    public Catalogue Catalogue { get; } = catalogue;

    /// <summary>The room as the viewer may see it.</summary>
    public Result<ReadingRoom> For(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Now().Then<ReadingRoom>(room => room.SeenBy(
            viewer,
            shown.GetOrAdd((room.Snapshot.Record.Id, viewer.Person), _ => new ShownToOne())));
    }

    /// <summary>The snapshot that pages read; none before the first was computed.</summary>
    public ContentHash? CurrentSnapshot() => Fresh().Snapshot;

    /// <summary>Names what pages are made from now: the snapshot, and how often a period was frozen; empty before the first.</summary>
    public string Inputs() => Fresh() is { Snapshot: { } snapshot } known ? $"{snapshot} {known.Freezes}" : "";

    private Known Fresh()
    {
        var known = current;
        if (known.Snapshot is null || clock.GetElapsedTime(known.AskedAt) > Freshness)
        {
            known = new Known(workspace.Store.CurrentSnapshot()?.Id, workspace.Store.FreezeCount(), clock.GetTimestamp());
            current = known;
        }

        return known;
    }

    /// <summary>The room in which nothing is left out, for reading ahead; no page is made from it.</summary>
    internal Result<ReadingRoom> Whole() => Now();

    private Result<ReadingRoom> Now()
    {
        var (snapshot, freezes, _) = Fresh();
        lock (opening)
        {
            if (whole is not null && whole.Snapshot.Record.Id == snapshot && frozenWhenOpened == freezes)
            {
                return whole;
            }

            if (shown.Count > PeopleKept)
            {
                shown.Clear();
            }

            frozenWhenOpened = freezes;
            return ReadableSnapshot.Open(workspace, Catalogue)
                .Then<ReadingRoom>(opened => whole = new ReadingRoom(opened, FrozenSnapshots.Of(workspace, opened.Catalogue)));
        }
    }

    /// <summary>One object, so that two requests never see half of it.</summary>
    private sealed record Known(ContentHash? Snapshot, long Freezes, long AskedAt);
}
