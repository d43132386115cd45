namespace Candour.Tests;

/// <summary>A folder of a test's own, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("candour-test-").FullName;

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string name, string text)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Every file with the hash of its bytes: what "unchanged" means.</summary>
    public IReadOnlyDictionary<string, string> Content(string folder) =>
        Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal))
            .ToDictionary(file => file, file => Candour.Kernel.ContentHash.OfFile(file).Hex);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
