using System.CommandLine;

namespace Candour.CommandLine;

/// <summary><c>candour measures</c>: what can be asked.</summary>
internal static class MeasuresVerb
{
    public static Command Create()
    {
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("measures", "List the measures there are data for.") { workspace, definitions, json };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string workspace, string definitions, bool json) =>
        OpenWorkspace.At(workspace, definitions).Then(open => open.Read()).Match(
            room =>
            {
                if (json)
                {
                    terminal.SayJson(MeasuresJson.Of(room));
                    return Exit.Done;
                }

                foreach (var framework in room.Measures.GroupBy(measure => measure.Framework))
                {
                    terminal.Say(framework.Key);
                    foreach (var measure in framework)
                    {
                        terminal.Say($"  {measure.Id}  {measure.Title}");
                    }
                }

                return Exit.Done;
            },
            terminal.Refuse);
}
