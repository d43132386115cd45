using Candour.Definitions;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>
/// The folder that holds <c>definitions/</c> and <c>samples/</c>: the nearest one above the program, in a checkout and in
/// an installed copy alike.
/// </summary>
internal static class Home
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    public static string Samples => Path.Combine(Folder, "samples");

    /// <summary>The definitions in the named folder, or, when none is named, the program's own.</summary>
    public static Result<Catalogue> Definitions(string named) =>
        Catalogue.Load(named.Length > 0 ? named : Path.Combine(Folder, "definitions"));

    /// <summary>The part of them that one mapping rests on, which is read in a fraction of the time; all when none is named.</summary>
    public static Result<Catalogue> DefinitionsFor(string mapping, string named) => mapping.Length == 0 ? Definitions(named)
        : Catalogue.LoadFor(mapping, named.Length > 0 ? named : Path.Combine(Folder, "definitions"));

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "definitions", "measures")))
            {
                return folder.FullName;
            }
        }

        return from;
    }
}
