namespace Candour.Tests.CommandLine;

/// <summary>A workspace made by <c>candour init</c>, with its key in a folder of its own.</summary>
public sealed class OrdinaryWorkspace : IDisposable
{
    private readonly Dictionary<string, string> environment;

    public OrdinaryWorkspace()
    {
        environment = new() { ["CANDOUR_WORKSPACE"] = Folder, ["CANDOUR_KEYS"] = Keys };
        Made = Run("init");
        Assert.True(Made.ExitCode == 0, Made.Error);
    }

    public TemporaryFolder Files { get; } = new();

    public string Folder => Files.At("workspace");

    public string Keys => Files.At("keys");

    public string PseudonymKey => Assert.Single(Directory.EnumerateFiles(Keys, "k*.key"));

    public Said Made { get; }

    public Said Run(params IReadOnlyList<string> words) => TheProgram.Run(environment, words);

    public void Dispose() => Files.Dispose();
}
