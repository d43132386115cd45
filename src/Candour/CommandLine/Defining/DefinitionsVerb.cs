using System.CommandLine;

namespace Candour.CommandLine.Defining;

/// <summary><c>candour definitions</c>: reads, checks and explains what analysts write. No workspace is needed.</summary>
internal static class DefinitionsVerb
{
    public static Command Create() => new("definitions", "Check, list, explain and cover the definitions.")
    {
        CheckDefinitionsVerb.Create(),
        ListDefinitionsVerb.Create(),
        ShowDefinitionVerb.Create(),
        CoverageVerb.Create(),
        TemplateVerb.Create(),
        SchemaVerb.Create(),
    };
}
