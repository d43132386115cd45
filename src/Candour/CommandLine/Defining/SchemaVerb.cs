using System.CommandLine;
using Candour.Definitions.Schema;
using Candour.Store;

namespace Candour.CommandLine.Defining;

/// <summary><c>candour definitions schema</c>: writes the JSON Schemas by which an editor completes and checks.</summary>
internal static class SchemaVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder into which the schemas are written." };
        var verb = new Command("schema", "Write the JSON Schema of each kind of definition file.") { folder };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(folder)!));
        return verb;
    }

    private static int Run(Terminal terminal, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in DefinitionSchemas.All)
        {
            WholeFile.Write(Path.Combine(folder, name), System.Text.Encoding.UTF8.GetBytes(text));
        }

        terminal.Say($"{DefinitionSchemas.All.Count} schemas are in {folder}.");
        return Exit.Done;
    }
}
