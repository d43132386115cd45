using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Tests.Definitions;

/// <summary>The real definitions with one text in one file replaced.</summary>
internal static class BrokenDefinitions
{
    public static Result<Catalogue> With(TemporaryFolder folder, string name, string file, string from, string to)
    {
        var root = Repository.At("definitions");
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path);
            var relative = Path.GetRelativePath(root, path);
            if (relative == file)
            {
                Assert.Contains(from, text, StringComparison.Ordinal);
                text = text.Replace(from, to, StringComparison.Ordinal);
            }

            folder.Write(Path.Combine(name, relative), text);
        }

        return Catalogue.Load(folder.At(name));
    }
}
