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

    /// <summary>The part of them that one mapping rests on, or, when none is named, that files are read by: it is read in a fraction of the time.</summary>
    public static Result<Catalogue> DefinitionsFor(string mapping, string named)
    {
        var folder = named.Length > 0 ? named : Path.Combine(Folder, "definitions");
        return mapping.Length > 0 ? Catalogue.LoadFor(mapping, folder) : Catalogue.LoadForFiles(folder);
    }

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
