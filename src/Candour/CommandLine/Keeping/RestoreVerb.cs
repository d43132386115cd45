using System.CommandLine;
using System.Globalization;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Backups;

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
        var verb = new Command("restore", "Bring a workspace back from a backup, into a new or empty folder.") { file, workspace, keys, store };
        verb.SetAction((parsed, _) => RunAsync(
            Terminal.Console, parsed.GetValue(file)!, parsed.GetValue(workspace)!, Options.KeyFolder(parsed.GetValue(keys)!),
            parsed.GetValue(store)!));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, string file, string folder, string keys, string store)
    {
        if (!Options.StoreKind(store).Try(out var kind, out var refusal))
        {
            return terminal.Refuse(refusal);
        }

        var entry = new AuditEntry(Here.Now, Here.Who, "restore", Path.GetFileName(file), "", "brought back from a backup");
        var restored = await Restoring.RestoreAsync(
            file, folder, keys, kind, entry, workspace => Task.FromResult<Result<Workspace>>(workspace));
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
}
