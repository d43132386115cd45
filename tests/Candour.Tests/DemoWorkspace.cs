using Candour.Databank.Snapshots;
using Candour.Readings.Figures;
using Candour.Store;

[assembly: AssemblyFixture(typeof(Candour.Tests.DemoWorkspace))]

namespace Candour.Tests;

/// <summary>The demonstration, made once for all tests by the real program, and open for reading. Tests only read it.</summary>
public sealed class DemoWorkspace : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<ReadingRoom> room;

    public DemoWorkspace() => room = new Lazy<ReadingRoom>(() =>
    {
        Prepared = TheProgram.Run("demo", "--prepare", "--workspace", Folder);
        Assert.True(Prepared.ExitCode == 0, Prepared.Error);
        return Workspace.Open(Folder)
            .Then(workspace => ReadableSnapshot.Open(workspace, Repository.Catalogue))
            .Match(snapshot => new ReadingRoom(snapshot), refusal => throw new InvalidOperationException(refusal.Sentence));
    });

    public string Folder => folder.At("workspace");

    /// <summary>What the program said while it made the workspace.</summary>
    public Said Prepared { get; private set; } = new(-1, "", "");

    public ReadingRoom Room => room.Value;

    public void Dispose() => folder.Dispose();
}
