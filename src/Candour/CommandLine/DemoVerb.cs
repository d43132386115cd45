using System.CommandLine;
using System.Globalization;
using Candour.Databank.Snapshots;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Synthesis;
using Candour.Synthesis.Files;

namespace Candour.CommandLine;

/// <summary>
/// <c>candour demo</c>: the whole chain over the public samples and a small synthetic nation, then the pages. Every step
/// finds out what is done already, so a second start serves at once and an interrupted one goes on.
/// </summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var port = Options.Port();
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var prepare = new Option<bool>("--prepare") { Description = "Make everything ready and stop before serving." };
        var verb = new Command("demo", "Real public data and a synthetic nation, ready to look at.")
        {
            port, workspace, definitions, prepare,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(port),
            parsed.GetValue(prepare), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string folder, string definitions, int port, bool prepareOnly, CancellationToken cancellation)
    {
        // Ctrl-C is listened to only from the moment a verb first lets go.
        await Task.Yield();
        var result = await PrepareAsync(terminal, folder, definitions, cancellation);
        return !result.Try(out var open, out var refusal) ? terminal.Refuse(refusal)
            : prepareOnly ? Exit.Done
            : await ServeVerb.ServeAsync(terminal, open, ServerSettings.Default, port, cancellation);
    }

    /// <summary>Brings a demonstration workspace to the state in which it can be read.</summary>
    public static async Task<Result<OpenWorkspace>> PrepareAsync(
        Terminal terminal, string folder, string definitions, CancellationToken cancellation)
    {
        var workspace = Workspace.Exists(folder)
            ? Workspace.Open(folder)
            : Workspace.Create(folder, WorkspaceKind.Demo, StoreKind.Sqlite, ApprovalRule.None, PseudonymKey.DemoKeyId, "");
        if (!workspace.Try(out var made, out var refusal))
        {
            return refusal;
        }

        if (made.Kind != WorkspaceKind.Demo)
        {
            return new WorkspaceIsNotADemo(folder);
        }

        if (!OpenWorkspace.At(folder, definitions).Try(out var open, out refusal))
        {
            return refusal;
        }

        made.Sweep();
        await ImportAsync(terminal, open, SampleFiles(), cancellation);
        await ImportAsync(terminal, open, SyntheticFiles(terminal, folder), cancellation);
        return await ComputeAsync(terminal, open, cancellation);
    }

    private static IEnumerable<string> SampleFiles() =>
        Directory.EnumerateDirectories(Home.Samples).Order(StringComparer.Ordinal)
            .SelectMany(folder => ImportVerb.Files(folder).Match(files => files.Taken, _ => []));

    private static IReadOnlyList<string> SyntheticFiles(Terminal terminal, string folder)
    {
        var nation = SynthesiseVerb.FolderOf(folder);
        if (!File.Exists(Path.Combine(nation, SyntheticManifest.FileName)))
        {
            terminal.Step(string.Create(CultureInfo.InvariantCulture, $"Making a synthetic nation of {SyntheticNation.DefaultCrimes:N0} crimes …"));
            SyntheticNation.Write(nation);
        }

        return [.. SyntheticNation.TellingTables.Select(table => Path.Combine(nation, table.FileName))];
    }

    private static async Task ImportAsync(
        Terminal terminal, OpenWorkspace open, IEnumerable<string> files, CancellationToken cancellation)
    {
        var newFiles = files.Where(file => !IsThere(open.Workspace, file)).ToList();
        var progress = terminal.Progress("Importing files");
        var refused = new List<Refusal>();
        for (var i = 0; i < newFiles.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = await ImportVerb.ImportAsync(open, newFiles[i], "", replace: false, WishOptions.Today, cancellation);
            refused.AddRange(result.Match<IEnumerable<Refusal>>(_ => [], refusal => [refusal]));
            progress.Report((i + 1, newFiles.Count));
        }

        foreach (var refusal in refused)
        {
            terminal.Step($"Refused: {refusal.Sentence}");
        }
    }

    /// <summary>A file of the same name and bytes is there; asked first, so that a second start reads no rows.</summary>
    private static bool IsThere(Workspace workspace, string file) =>
        workspace.Store.FindFile(ContentHash.OfFile(file))
            .Any(known => Path.GetFullPath(file).EndsWith(known.FileName, StringComparison.Ordinal));

    private static async Task<Result<OpenWorkspace>> ComputeAsync(
        Terminal terminal, OpenWorkspace open, CancellationToken cancellation)
    {
        if (!SnapshotMaking.Pin(open.Workspace, open.Catalogue, Here.Now, Here.Who).Try(out var snapshot, out var refusal))
        {
            return refusal;
        }

        if (open.Workspace.Store.CurrentSnapshot()?.Id == snapshot.Id && open.Read() is Result<Readings.Figures.ReadingRoom>.Accepted)
        {
            return open;
        }

        var computed = await SnapshotMaking.ComputeAsync(
            open.Workspace, open.Catalogue, snapshot, Here.Now, Here.Who, terminal.Progress("Computing measures"), cancellation);
        return computed.Then(_ => ComputeVerb.RecordLate(open)).Then<OpenWorkspace>(_ => open);
    }
}
