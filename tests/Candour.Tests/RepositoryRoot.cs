namespace Candour.Tests;

/// <summary>Where the pages and definitions lie that a test compares with the code.</summary>
internal static class RepositoryRoot
{
    public static string File(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Candour.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, path);
    }
}
