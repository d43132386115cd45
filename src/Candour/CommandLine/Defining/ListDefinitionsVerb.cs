using System.CommandLine;
using Candour.Definitions;
using Candour.Readings.Words;

namespace Candour.CommandLine.Defining;

/// <summary><c>candour definitions list</c>: the ids and titles of one kind of definition.</summary>
internal static class ListDefinitionsVerb
{
    private static readonly Dictionary<string, Func<Catalogue, IEnumerable<ListedJson>>> Kinds = new(StringComparer.Ordinal)
    {
        ["measures"] = all => all.Measures.Values.Select(one => new ListedJson(one.Id, one.Title, DefinitionWords.TypeOf(one), one.Framework)),
        ["datasets"] = all => all.Datasets.Values.Select(one => new ListedJson(one.Id, one.Title, one.Rows.ToString().ToLowerInvariant(), "")),
        ["codelists"] = all => all.CodeLists.Values.Select(one => new ListedJson(one.Id, one.Title, Verified(one.Verified), "")),
        ["conditions"] = all => all.Conditions.Values.Select(one => new ListedJson(one.Id, one.Title, string.Join(", ", one.Datasets), "")),
        ["checks"] = all => all.Checks.Values.Select(one => new ListedJson(one.Id, one.Title, one.Dataset, "")),
        ["annotations"] = all => all.Annotations.Values.Select(one => new ListedJson(one.Id, one.Title, one.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "")),
        ["hierarchies"] = all => all.Hierarchies.Values.Select(one => new ListedJson(one.Id, one.Title, string.Join(" > ", one.Levels), "")),
        ["frameworks"] = all => all.Frameworks.Values.Select(one => new ListedJson(one.Id, one.Title, Verified(one.IsVerified), "")),
        ["mappings"] = all => all.Mappings.Values.Select(one => new ListedJson(one.Id, one.Title, one.Dataset, "")),
    };

    public static Command Create()
    {
        var kind = new Argument<string>("KIND")
        {
            Description = $"One of {string.Join(", ", Kinds.Keys)} (measures when not given).",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "measures",
        };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("list", "List the definitions of one kind, whether there are data for them or not.")
        {
            kind, definitions, json,
        };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(kind)!, parsed.GetValue(definitions)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string kind, string definitions, bool json) => Home.Definitions(definitions).Match(
        catalogue =>
        {
            var listed = Kinds[kind](catalogue).OrderBy(one => one.Framework, StringComparer.Ordinal)
                .ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
            if (json)
            {
                terminal.SayJson(listed);
                return Exit.Done;
            }

            foreach (var one in listed)
            {
                terminal.Say($"{one.Id}  {one.Title} ({one.About})");
            }

            return Exit.Done;
        },
        terminal.Refuse);

    private static string Verified(bool verified) => verified ? "checked against its publisher" : "not checked against its publisher";

    private sealed record ListedJson(string Id, string Title, string About, string Framework);
}
