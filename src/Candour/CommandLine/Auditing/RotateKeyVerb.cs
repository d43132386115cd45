using System.CommandLine;
using Candour.Store;
using Candour.Store.Auditing;

namespace Candour.CommandLine.Auditing;

/// <summary><c>candour audit rotate-key</c>: a new key to sign heads with; the old one can sign nothing more.</summary>
internal static class RotateKeyVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var reason = Options.Text("--reason", "Why, for the audit trail.", "TEXT");
        var verb = new Command("rotate-key", "Make a new key for signing heads; old heads can still be checked.") { workspace, reason };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(reason)!));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, string reason) =>
        Workspace.OpenWithKeys(folder)
            .Match(
                workspace =>
                {
                    var key = AuditKeys.Rotate(workspace.Keys, workspace.Id);
                    workspace.Store.Append([new AuditEntry(Here.Now, Here.Who, "rotate-key", key, "", reason)]);
                    terminal.Say($"Heads are signed with {key} from now on.");
                    return Exit.Done;
                },
                terminal.Refuse);
}
