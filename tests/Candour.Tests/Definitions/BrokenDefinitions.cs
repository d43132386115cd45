using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Tests.Definitions;

/// <summary>The real definitions with one text in one file replaced.</summary>
internal static class BrokenDefinitions
{
    private static readonly Dictionary<string, string> Real = Directory
        .EnumerateFiles(Repository.At("definitions"), "*.yaml", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(Repository.At("definitions"), path).Replace('\\', '/'), File.ReadAllText);

    public static Result<Catalogue> With(string file, string from, string to)
    {
        Assert.Contains(from, Real[file], StringComparison.Ordinal);
        return Catalogue.Read(new Dictionary<string, string>(Real) { [file] = Real[file].Replace(from, to, StringComparison.Ordinal) });
    }
}
