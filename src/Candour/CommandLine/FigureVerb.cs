using System.CommandLine;
using Candour.Kernel;
using Candour.Readings.Asking;

namespace Candour.CommandLine;

/// <summary>Neither a measure nor a pair of counts was named.</summary>
internal sealed record NothingAsked() : Refusal(
    "Name a measure, or two counts with --numerator and --denominator. 'candour measures' lists them all.");

/// <summary>A measure and a pair of counts were named at once.</summary>
internal sealed record AskedTwice() : Refusal(
    "Name either a measure, or two counts with --numerator and --denominator, not both.");

/// <summary><c>candour figure</c>: one figure, with its interval, its counts and its permanent name.</summary>
internal static class FigureVerb
{
    public static Command Create()
    {
        var measure = new Argument<string>("MEASURE")
        {
            Description = "The measure's id.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "",
        };
        var area = Options.Text("--area", "Code or name of the area (the whole nation when not given).", "A");
        var period = Options.Text("--period", "2018/19, 2018/19-Q3, 2014, 2014-07, 2014-01..2018-03 (everything when not given).", "P");
        var where = new Option<string[]>("--where")
        {
            Description = "Narrow by a declared breakdown, such as offence=19C; may be said again for another field.",
            HelpName = "FIELD=CODE",
            DefaultValueFactory = _ => [],
        };
        var dataset = Options.Text("--dataset", "Which dataset answers, when several have the area.", "ID");
        var numerator = Options.Text("--numerator", "Build a share: the count that is the part.", "MEASURE");
        var denominator = Options.Text("--denominator", "Build a share: the count that is the whole.", "MEASURE");
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("figure", "Say one figure.")
        {
            measure, area, period, where, dataset, numerator, denominator, workspace, definitions, json,
        };
        verb.SetAction(parsed => Run(
            Terminal.Console,
            parsed.GetValue(measure)!,
            (parsed.GetValue(numerator)!, parsed.GetValue(denominator)!),
            new Asked(
                parsed.GetValue(area)!, parsed.GetValue(period)!, parsed.GetValue(where)!, parsed.GetValue(dataset)!),
            (parsed.GetValue(workspace)!, parsed.GetValue(definitions)!),
            parsed.GetValue(json)));
        return verb;
    }

    private static int Run(
        Terminal terminal, string measure, (string Numerator, string Denominator) share, Asked asked,
        (string Workspace, string Definitions) at, bool json)
    {
        var isShare = share.Numerator.Length > 0 && share.Denominator.Length > 0;
        if (!isShare && (measure.Length == 0 || share != ("", "")))
        {
            return terminal.Refuse(new NothingAsked());
        }

        if (isShare && measure.Length > 0)
        {
            return terminal.Refuse(new AskedTwice());
        }

        if (!OpenWorkspace.At(at.Workspace, at.Definitions).Then(open => open.Read()).Try(out var room, out var refusal))
        {
            return terminal.Refuse(refusal);
        }

        return isShare
            ? room.ReadShare(share.Numerator, share.Denominator, asked).Match(
                reading => Say(terminal, FigureJson.Of(reading), FigureWords.Of(reading), json), terminal.Refuse)
            : room.Read(measure, asked).Match(
                reading => Say(terminal, FigureJson.Of(reading), FigureWords.Of(reading), json), terminal.Refuse);
    }

    private static int Say(
        Terminal terminal, IReadOnlyDictionary<string, object?> machine, IEnumerable<string> words, bool json)
    {
        if (json)
        {
            terminal.SayJson(machine);
        }
        else
        {
            foreach (var line in words)
            {
                terminal.Say(line);
            }
        }

        return Exit.Done;
    }
}
