using System.CommandLine;
using System.Globalization;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Auditing;

namespace Candour.CommandLine.Auditing;

/// <summary><c>candour audit verify</c>: follows the whole trail and names the first place that is not as it was written.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var heads = new Option<string[]>("--head")
        {
            Description = "A signed head that was kept elsewhere; may be said again. Only with one is a cut tail seen for certain.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        var verb = new Command("verify", "Verify that nothing of the audit trail was changed, removed or put in.") { workspace, heads };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(heads)!));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, string[] files) =>
        Workspace.Open(folder)
            .Then(workspace => Heads(workspace, files).Then(workspace.Store.VerifyAudit))
            .Match(
                head =>
                {
                    terminal.Say(string.Create(
                        CultureInfo.InvariantCulture,
                        $"The audit trail is whole: {head.Sequence} entries, each as it was written{(files.Length > 0 ? ", and in agreement with every head" : "")}."));
                    if (files.Length == 0)
                    {
                        terminal.Say("No head was given: whoever could write the whole trail anew would not be noticed. Say --head FILE.");
                    }

                    return Exit.Done;
                },
                terminal.Refuse);

    private static Result<IReadOnlyList<SignedHead>> Heads(Workspace workspace, string[] files)
    {
        var heads = new List<SignedHead>();
        foreach (var file in files)
        {
            if (!SignedHead.Read(file).Then(head => AuditKeys.Check(workspace.Keys, workspace.Id, head)).Try(out var head, out var refusal))
            {
                return refusal;
            }

            heads.Add(head);
        }

        return heads;
    }
}
