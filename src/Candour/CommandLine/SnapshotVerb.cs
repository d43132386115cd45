using System.CommandLine;
using Candour.Databank.Snapshots;

namespace Candour.CommandLine;

/// <summary><c>candour snapshot</c>: pins what is in force under a name made of content only.</summary>
internal static class SnapshotVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("snapshot", "Pin the submissions in force and the definitions.") { workspace, definitions, json };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string workspace, string definitions, bool json) =>
        OpenWorkspace.At(workspace, definitions)
            .Then(open => SnapshotMaking.Pin(open.Workspace, open.Catalogue, Here.Now, Here.Who))
            .Match(
                snapshot =>
                {
                    if (json)
                    {
                        terminal.SayJson(new
                        {
                            Snapshot = snapshot.Id.Hex,
                            Definitions = snapshot.Definitions.Hex,
                            Submissions = snapshot.Submissions.Select(id => id.Hex),
                        });
                    }
                    else
                    {
                        terminal.Say($"Snapshot {snapshot.Id} of {snapshot.Submissions.Count} submissions.");
                    }

                    return Exit.Done;
                },
                terminal.Refuse);
}
