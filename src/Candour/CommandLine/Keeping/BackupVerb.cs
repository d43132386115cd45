using System.CommandLine;
using System.Globalization;
using Candour.Store;
using Candour.Store.Backups;

namespace Candour.CommandLine.Keeping;

/// <summary><c>candour backup</c>: one encrypted file of a workspace in use, read back before it gets its name.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The file to write; it must not be there.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "" };
        var workspace = Options.Workspace();
        var verb = new Command("backup", "Copy a workspace, in use or not, into one encrypted and verified file.") { file, workspace, Verify(), RotateKey() };
        verb.SetAction(parsed => Make(Terminal.Console, parsed.GetValue(file)!, parsed.GetValue(workspace)!));
        return verb;
    }

    private static Command Verify()
    {
        var file = new Argument<string>("file") { Description = "A backup." };
        var keys = Options.Keys();
        var verb = new Command("verify", "Open a backup and check every byte of it; nothing is restored.") { file, keys };
        verb.SetAction(parsed => BackupReading.Verify(parsed.GetValue(file)!, Options.KeyFolder(parsed.GetValue(keys)!))
            .Match(summary => Say(Terminal.Console, "The backup is whole", summary), Terminal.Console.Refuse));
        return verb;
    }

    private static Command RotateKey()
    {
        var workspace = Options.Workspace();
        var reason = Options.Text("--reason", "Why, for the audit trail.", "TEXT");
        var verb = new Command("rotate-key", "Make a new key for backups; keep the old ones as long as backups under them.") { workspace, reason };
        verb.SetAction(parsed => Workspace.OpenWithKeys(parsed.GetValue(workspace)!).Match(
            opened =>
            {
                var key = BackupKeys.Rotate(opened.Keys, opened.Id);
                opened.Store.Append([new AuditEntry(Here.Now, Here.Who, "rotate-key", key, "", parsed.GetValue(reason)!)]);
                Terminal.Console.Say($"Backups are encrypted with {key} from now on.");
                return Exit.Done;
            },
            Terminal.Console.Refuse));
        return verb;
    }

    private static int Make(Terminal terminal, string file, string folder) => file.Length == 0
        ? terminal.Refuse(new NoBackupFile())
        : Workspace.OpenWithKeys(folder)
            .Then(workspace => BackupMaking.Make(workspace, Path.GetFullPath(file), Here.Now, Here.Who))
            .Match(
                summary =>
                {
                    Say(terminal, "The backup was written and read back", summary);
                    terminal.Say($"It is encrypted with {summary.Header.Key}: keep a copy of that key apart from the backups. Without it they are lost.");
                    return Exit.Done;
                },
                terminal.Refuse);

    private static int Say(Terminal terminal, string what, BackupSummary summary)
    {
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {summary.Submissions} submissions and {summary.Entries} entries of the audit trail, as of {summary.Header.At}."));
        return Exit.Done;
    }
}
