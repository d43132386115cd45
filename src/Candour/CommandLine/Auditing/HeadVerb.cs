using System.CommandLine;
using Candour.Store;

namespace Candour.CommandLine.Auditing;

/// <summary><c>candour audit head</c>: how far the trail has come, signed, to be kept where nobody here can change it.</summary>
internal static class HeadVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var verb = new Command("head", "Verify the audit trail and print its signed head: keep it somewhere else.") { workspace };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(workspace)!));
        return verb;
    }

    private static int Run(Terminal terminal, string folder) =>
        Workspace.OpenWithKeys(folder)
            .Then(workspace => workspace.Store.SignHead(workspace.Keys, workspace.Id, Here.Now))
            .Match(
                head =>
                {
                    terminal.Say(head.ToJson());
                    return Exit.Done;
                },
                terminal.Refuse);
}
