using Candour.Kernel;
using Candour.Store;

namespace Candour.Databank.Snapshots;

/// <summary>Where the rows and the cells of snapshots lie: in a workspace, or in a folder in which figures are made again.</summary>
/// <param name="Submissions">The folder of the files of submissions.</param>
/// <param name="Cells">The folder with one folder of cells for each snapshot.</param>
public sealed record SnapshotFolder(string Submissions, string Cells)
{
    public static SnapshotFolder Of(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return new SnapshotFolder(workspace.Submissions, workspace.Cells);
    }

    /// <summary>The folder of the cells of one snapshot.</summary>
    public string Of(ContentHash snapshot) => Path.Combine(Cells, snapshot.Hex);

    internal static string Of(Workspace workspace, ContentHash snapshot) => Of(workspace).Of(snapshot);
}
