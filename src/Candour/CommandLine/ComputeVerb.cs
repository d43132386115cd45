using System.CommandLine;
using Candour.Databank.Snapshots;
using Candour.Kernel;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary>The text is not the name of a snapshot here.</summary>
internal sealed record SnapshotUnknown(string Name) : Refusal(
    $"There is no snapshot '{Name}' in this workspace: make one with 'candour snapshot', or leave --snapshot out.");

/// <summary><c>candour compute</c>: computes the cells of a snapshot and makes it current.</summary>
internal static class ComputeVerb
{
    public static Command Create()
    {
        var snapshot = Options.Text("--snapshot", "The snapshot to compute (the one made last when not given).", "ID");
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("compute", "Compute every measure of a snapshot.") { snapshot, workspace, definitions, json };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(snapshot)!, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!,
            parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string name, string workspace, string definitions, bool json, CancellationToken cancellation)
    {
        // Ctrl-C is listened to only from the moment a verb first lets go.
        await Task.Yield();
        if (!OpenWorkspace.At(workspace, definitions).Try(out var open, out var refusal)
            || !Find(open.Workspace, name).Try(out var snapshot, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        open.Workspace.Sweep();
        var result = await SnapshotMaking.ComputeAsync(
            open.Workspace, open.Catalogue, snapshot, Here.Now, Here.Who, terminal.Progress("Computing measures"), cancellation);
        return result.Match(
            done =>
            {
                if (json)
                {
                    terminal.SayJson(new { Snapshot = done.Id.Hex, Current = true });
                }
                else
                {
                    terminal.Say($"Snapshot {done.Id} is computed and current.");
                }

                return Exit.Done;
            },
            terminal.Refuse);
    }

    private static Result<SnapshotRecord> Find(Workspace workspace, string name)
    {
        if (name.Length == 0)
        {
            return workspace.Store.LatestSnapshot() is { } latest ? latest : new NoSnapshot(workspace.Folder);
        }

        return ContentHash.TryParse(name, out var id) && workspace.Store.FindSnapshot(id) is { } found
            ? found
            : new SnapshotUnknown(name);
    }
}
