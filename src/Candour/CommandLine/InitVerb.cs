using System.CommandLine;
using Candour.Intake.Submitting;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary><c>candour init</c>: a new workspace, and a random pseudonym key outside it.</summary>
internal static class InitVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var keys = Options.Keys();
        var store = Options.Store();
        var approval = new Option<bool>("--approval")
        {
            Description = "Count a submission only when a second person has approved it.",
        };
        var linkKey = Options.Text("--link-key", "The key of another agency, handed over so that both have one link domain; a new one otherwise.", "FILE");
        var verb = new Command("init", "Make a workspace and its keys.") { workspace, keys, store, approval, linkKey };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(keys)!, parsed.GetValue(store)!,
            parsed.GetValue(approval) ? ApprovalRule.Required : ApprovalRule.None, parsed.GetValue(linkKey)!));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, string keys, string store, ApprovalRule approval, string linkKey)
    {
        var keyFolder = Options.KeyFolder(keys);
        return Options.StoreKind(store)
            .Then(kind => Workspace.MayCreate(folder, kind)
                .Then(_ => linkKey.Length > 0 ? PseudonymKey.Join(linkKey, keyFolder, folder) : PseudonymKey.Create(keyFolder, folder))
                .Then(keyId => Workspace.Create(folder, WorkspaceKind.Ordinary, kind, approval, keyId, keyFolder)))
            .Match(
                made =>
                {
                    terminal.Say($"The workspace is at {Path.GetFullPath(folder)}.");
                    terminal.Say($"Its pseudonym key is at {PseudonymKey.PathOf(keyFolder, made.KeyId)}, readable by you alone.");
                    terminal.Say("Keep a copy of the key apart from copies of the workspace: without it no later extract can be linked to earlier ones.");
                    return Exit.Done;
                },
                terminal.Refuse);
    }
}
