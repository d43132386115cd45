using System.CommandLine;
using Candour.Definitions;

namespace Candour.CommandLine.Defining;

/// <summary><c>candour definitions check</c>: every problem with its place, or how much is right.</summary>
internal static class CheckDefinitionsVerb
{
    public static Command Create()
    {
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("check", "Read and type-check every file; say every problem with file, line and column.")
        {
            definitions, json,
        };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(definitions)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string definitions, bool json) => Home.Definitions(definitions).Match(
        catalogue =>
        {
            if (json)
            {
                terminal.SayJson(new ChecksJson("right", []));
            }
            else
            {
                terminal.Say(
                    $"{catalogue.Measures.Count} measures, {catalogue.Datasets.Count} datasets, {catalogue.CodeLists.Count} code lists, "
                    + $"{catalogue.Conditions.Count} conditions, {catalogue.Checks.Count} checks, {catalogue.Annotations.Count} annotations, {catalogue.Mappings.Count} mappings, "
                    + $"{catalogue.Hierarchies.Count} hierarchies and {catalogue.Frameworks.Count} frameworks are right.");
            }

            return Exit.Done;
        },
        refusal =>
        {
            if (json && refusal is DefinitionsNotUsable wrong)
            {
                terminal.SayJson(new ChecksJson(
                    "wrong", [.. wrong.Problems.Select(p => new ProblemJson(p.File, p.Line, p.Column, p.Sentence))]));
                return Exit.Refused;
            }

            return terminal.Refuse(refusal);
        });

    private sealed record ChecksJson(string Verdict, IReadOnlyList<ProblemJson> Problems);

    private sealed record ProblemJson(string File, long Line, long Column, string Message);
}
