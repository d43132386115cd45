using System.Text;
using Candour.Databank.Cells;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Databank.Snapshots;

/// <summary>
/// The list of a snapshot's cell files with their hashes, so that a lost or altered one is noticed, and one that another version of
/// the program wrote.
/// </summary>
internal static class CellManifest
{
    private const string Name = "manifest.txt";

    public static void Write(string folder) =>
        WholeFile.Write(Path.Combine(folder, Name), Encoding.UTF8.GetBytes(Describe(folder)));

    /// <summary>True when every file is there and is what it was.</summary>
    public static bool Holds(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) && File.ReadAllText(path) == Describe(folder);
    }

    /// <summary>The hash of the list; none when a file is missing or is not what it was.</summary>
    public static ContentHash? HashOf(string folder) => Holds(folder) ? ContentHash.OfFile(Path.Combine(folder, Name)) : null;

    private static string Describe(string folder) => $"cells of version {AreaFile.Version}\n" + string.Concat(
        Directory.EnumerateFiles(folder, "*" + AreaFile.Extension).Order(StringComparer.Ordinal)
            .Select(file => $"{ContentHash.OfFile(file)}  {Path.GetFileName(file)}\n"));
}
