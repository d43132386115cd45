using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary>A workspace with the definitions it is read by.</summary>
internal sealed record OpenWorkspace(Workspace Workspace, Catalogue Catalogue)
{
    public static Result<OpenWorkspace> At(string folder, string definitions) =>
        Workspace.Open(folder).Then(workspace =>
            Home.Definitions(definitions).Then<OpenWorkspace>(catalogue => new OpenWorkspace(workspace, catalogue)));

    /// <summary>To take files with, or rows away: with the definitions that these are read by, without measures.</summary>
    /// <param name="mapping">The mapping that is named; empty when the columns of each file tell it.</param>
    /// <param name="folder">The folder of the workspace.</param>
    /// <param name="definitions">The folder of definitions; empty for the program's own.</param>
    public static Result<OpenWorkspace> ForFiles(string mapping, string folder, string definitions) =>
        Workspace.Open(folder).Then(workspace =>
        {
            var kept = workspace.Store.KeptMappings();
            return Home.DefinitionsFor(kept.ContainsKey(mapping) ? "" : mapping, definitions)
                .Then(catalogue => catalogue.WithMappings(kept))
                .Then<OpenWorkspace>(catalogue => new OpenWorkspace(workspace, catalogue));
        });

    public Result<ReadingRoom> Read() =>
        ReadableSnapshot.Open(Workspace, Catalogue)
            .Then<ReadingRoom>(snapshot => new ReadingRoom(snapshot, FrozenSnapshots.Of(Workspace, snapshot.Catalogue)));

    public Result<Pseudonymiser> Key() => PseudonymKey.Open(Workspace);
}

/// <summary>Who is at the keyboard, and what time it is: the two facts that only the edge may ask for.</summary>
internal static class Here
{
    public static string Who => Environment.UserName;

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
