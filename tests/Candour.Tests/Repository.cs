namespace Candour.Tests;

/// <summary>The checkout that the tests run in, and the definitions it holds, loaded once.</summary>
public static class Repository
{
    private static readonly Lazy<Candour.Definitions.Catalogue> Loaded = new(() =>
        Candour.Definitions.Catalogue.Load(At("definitions")).Match(
            catalogue => catalogue, refusal => throw new InvalidOperationException(refusal.Sentence)));

    public static string Root { get; } = Find();

    public static Candour.Definitions.Catalogue Catalogue => Loaded.Value;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Candour.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run inside a checkout.");
    }
}
