using System.CommandLine;
using System.Globalization;
using Candour.Intake.Erasing;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Backups;
using Candour.Store.Erasing;
using Candour.Store.Evidencing;

namespace Candour.CommandLine.Keeping;

/// <summary><c>candour restore</c>: a workspace from a backup, whole or not at all.</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A backup." };
        var workspace = Options.Workspace();
        var keys = Options.Keys();
        var store = Options.Store();
        var erasures = Options.Text("--erasures", "An erasure ledger that is newer than the backup, besides the one kept with the keys.", "FILE");
        var definitions = Options.Definitions();
        var verb = new Command("restore", "Bring a workspace back from a backup, into a new or empty folder.")
        {
            file, workspace, keys, store, erasures, definitions,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(file)!, parsed.GetValue(workspace)!, Options.KeyFolder(parsed.GetValue(keys)!),
            parsed.GetValue(store)!,
            restored => EraseAgainAsync(restored, parsed.GetValue(erasures)!, parsed.GetValue(definitions)!, cancellation)));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, string file, string folder, string keys, string store, Func<Workspace, Task<Result<Workspace>>> complete)
    {
        if (!Options.StoreKind(store).Try(out var kind, out var refusal))
        {
            return terminal.Refuse(refusal);
        }

        var entry = new AuditEntry(Here.Now, Here.Who, "restore", Path.GetFileName(file), "", "brought back from a backup");
        var restored = await Restoring.RestoreAsync(file, folder, keys, kind, entry, complete);
        return restored.Match(
            summary =>
            {
                terminal.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The workspace is at {Path.GetFullPath(folder)}, as it was at {summary.Header.At}: {summary.Submissions} submissions, {summary.Entries} entries of the audit trail, each verified."));
                terminal.Say("Its figures are computed anew: run 'candour snapshot' and 'candour compute'.");
                return Exit.Done;
            },
            terminal.Refuse);
    }

    /// <summary>What was erased after the backup was made is erased before anybody sees the restored workspace.</summary>
    private static async Task<Result<Workspace>> EraseAgainAsync(
        Workspace restored, string erasures, string definitions, CancellationToken cancellation)
    {
        var named = erasures.Length > 0 ? ErasureLedger.Read(erasures) : Erased.Nothing;
        if (!named.Try(out var said, out var refusal) || !ErasureLedger.Kept(restored.Keys, restored.Id).Try(out var kept, out refusal)
            || !new EvidenceFiles(restored).EraseAgain(said.Documents.Concat(kept.Documents)).Try(out _, out refusal))
        {
            return refusal;
        }

        var done = restored.Store.Erasures().Select(erasure => erasure.Submission).ToHashSet();
        var ledger = said.Rows.Concat(kept.Rows).DistinctBy(erasure => erasure.Submission).Where(erasure => !done.Contains(erasure.Submission)).ToList();
        if (ledger.Count == 0)
        {
            return restored;
        }

        return Home.Definitions(definitions).Try(out var catalogue, out refusal)
            ? await Erasure.ApplyAsync(restored, catalogue, ledger, cancellation)
            : refusal;
    }
}
