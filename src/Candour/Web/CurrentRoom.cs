using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Store;

namespace Candour.Web;

/// <summary>
/// The reading room of the snapshot that is current now. A newer snapshot is taken up at the next page; until then, and
/// for pages that have begun, the one before goes on answering.
/// </summary>
public sealed class CurrentRoom(Workspace workspace, Catalogue catalogue)
{
    private readonly Lock opening = new();
    private ReadingRoom? room;

    /// <summary>What stands round every page: how fresh the figures are.</summary>
    public PageFrame Frame() => Now().Match(PageFrame.Of, _ => PageFrame.Empty);

    public Result<ReadingRoom> Now()
    {
        var current = workspace.Store.CurrentSnapshot()?.Id;
        lock (opening)
        {
            if (room is not null && room.Snapshot.Record.Id == current)
            {
                return room;
            }

            return ReadableSnapshot.Open(workspace, catalogue).Then<ReadingRoom>(snapshot => room = new ReadingRoom(snapshot));
        }
    }
}
