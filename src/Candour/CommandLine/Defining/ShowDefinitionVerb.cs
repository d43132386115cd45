using System.CommandLine;
using Candour.Kernel;
using Candour.Readings.Asking;
using Candour.Readings.Words;

namespace Candour.CommandLine.Defining;

/// <summary>Nothing is defined under that name.</summary>
internal sealed record NothingDefined(string Name, IReadOnlyList<string> Near) : Refusal(
    $"Nothing is defined as '{Name}'"
    + (Near.Count > 0 ? $"; did you mean {string.Join(" or ", Near)}?" : ": see 'candour definitions list'."));

/// <summary><c>candour definitions show</c>: one definition in words that a manager understands.</summary>
internal static class ShowDefinitionVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "A measure, dataset, code list, condition or check." };
        var definitions = Options.Definitions();
        var verb = new Command("show", "Say what one definition means, in words.") { id, definitions };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(id)!, parsed.GetValue(definitions)!));
        return verb;
    }

    private static int Run(Terminal terminal, string id, string definitions) => Home.Definitions(definitions).Then<IReadOnlyList<string>>(
        catalogue => DefinitionText.Of(id, catalogue) is { Count: > 0 } lines
            ? new Result<IReadOnlyList<string>>.Accepted(lines)
            : new NothingDefined(id, Near.To(id, [.. catalogue.Measures.Keys, .. catalogue.Datasets.Keys, .. catalogue.CodeLists.Keys])))
        .Match(
            lines =>
            {
                foreach (var line in lines)
                {
                    terminal.Say(line);
                }

                return Exit.Done;
            },
            terminal.Refuse);
}
