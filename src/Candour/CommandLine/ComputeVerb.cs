using System.CommandLine;
using Candour.Databank.Snapshots;
using Candour.Freezing;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Closings;

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
        return result.Then(done => RecordLate(open).Then<(SnapshotRecord Done, IReadOnlyList<Adjustment> Late)>(late => (done, late))).Match(
            both =>
            {
                if (json)
                {
                    terminal.SayJson(new { Snapshot = both.Done.Id.Hex, Current = true, LateRows = both.Late.Count });
                }
                else
                {
                    terminal.Say($"Snapshot {both.Done.Id} is computed and current.");
                    both.Late.ToList().ForEach(late => terminal.Say(
                        $"{late.Period.InWords()} of '{late.Dataset}' is frozen, and its figures stay. {late.Reason}: recorded as an adjustment, for a second person to decide."));
                }

                return Exit.Done;
            },
            terminal.Refuse);
    }

    /// <summary>What came after a freeze is recorded as soon as it can be read.</summary>
    internal static Result<IReadOnlyList<Adjustment>> RecordLate(OpenWorkspace open) => open.Workspace.Store.FreezeCount() == 0
        ? new Result<IReadOnlyList<Adjustment>>.Accepted([])
        : ReadableSnapshot.Open(open.Workspace, open.Catalogue)
            .Then(current => LateRows.Record(open.Workspace, current, Here.Now, Here.Who, Secret.NewId));

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
