using Candour.Kernel;
using Candour.Store;

namespace Candour.Databank.Snapshots;

/// <summary>Where the cells of a snapshot lie.</summary>
internal static class SnapshotFolder
{
    public static string Of(Workspace workspace, ContentHash snapshot) => Path.Combine(workspace.Cells, snapshot.Hex);
}
