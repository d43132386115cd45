using System.CommandLine;
using System.Globalization;
using Candour.CommandLine.Packs;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Packs;
using Candour.Store.Packs;

namespace Candour.CommandLine;

/// <summary>What was made again is not what the workspace says.</summary>
internal sealed record NotReproduced(int Different, string First) : Refusal(string.Create(
    CultureInfo.InvariantCulture,
    $"{Different} figure(s) made again from their inputs are not what this workspace says (the first is {First}): do not use it, and restore the workspace from a backup."));

/// <summary>No reference was given.</summary>
internal sealed record NothingToReproduce() : Refusal("Name a permanent reference, or a file of them with --references.");

/// <summary>No folder was named.</summary>
internal sealed record NowhereToReproduce() : Refusal("Name a new or empty folder with --into: figures are made again where nothing else lies.");

/// <summary><c>candour reproduce</c>: makes figures again from their inputs, in an empty folder.</summary>
internal static class ReproduceVerb
{
    public static Command Create()
    {
        var references = new Argument<string[]>("REFERENCE") { Description = "A permanent reference of a figure or an issued pack; several are made at once.", Arity = ArgumentArity.ZeroOrMore };
        var file = Options.Text("--references", "A file with a reference in each line.", "FILE");
        var into = Options.Text("--into", "A new or empty folder in which they are made.", "DIR");
        var list = new Option<string[]>("--list")
        {
            Description = "Make nothing: print the references of all figures of a reporting period, without breakdowns.",
            HelpName = "DATASET PERIOD", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true,
        };
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command("reproduce", "Make figures again from their frozen inputs, in an empty folder, and compare them byte for byte.")
        {
            references, file, into, list, workspace, definitions,
        };
        verb.SetAction((parsed, cancellation) => parsed.GetValue(list) is [var dataset, var period]
            ? Task.FromResult(List(Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, dataset, period))
            : RunAsync(
            Terminal.Console, parsed.GetValue(references)!, parsed.GetValue(file)!, parsed.GetValue(into)!, parsed.GetValue(workspace)!,
            parsed.GetValue(definitions)!, cancellation));
        return verb;
    }

    private static int List(Terminal terminal, string workspace, string definitions, string dataset, string period) =>
        OpenWorkspace.At(workspace, definitions).Then(open => open.Read().Then(room => PeriodClose.Find(room.Catalogue, dataset, period)
            .Then(found => Reproduction.References(room, found.Dataset, found.Period)))).Match(
            references =>
            {
                references.ToList().ForEach(reference => terminal.Say(reference.ToString()));
                return Exit.Done;
            },
            terminal.Refuse);

    private static async Task<int> RunAsync(
        Terminal terminal, string[] named, string file, string into, string workspace, string definitions, CancellationToken cancellation)
    {
        await Task.Yield();
        var asked = new List<FigureReference>();
        var packs = new List<string>();
        foreach (var text in named.Concat(file.Length > 0 ? await File.ReadAllLinesAsync(file, cancellation) : []).Where(line => line.Length > 0))
        {
            if (PackReference.IsMeant(text))
            {
                packs.Add(text);
                continue;
            }

            if (!Reproduction.Read(text).Try(out var reference, out var no))
            {
                return terminal.Refuse(no);
            }

            asked.Add(reference);
        }

        if (asked.Count + packs.Count == 0 || into.Length == 0)
        {
            return terminal.Refuse(asked.Count + packs.Count == 0 ? new NothingToReproduce() : new NowhereToReproduce());
        }

        if (!OpenWorkspace.At(workspace, definitions).Try(out var open, out var refusal))
        {
            return terminal.Refuse(refusal);
        }

        var sent = new List<IssuedPack>();
        foreach (var text in packs)
        {
            if (!PackVerb.Find(open, text).Try(out var pack, out refusal))
            {
                return terminal.Refuse(refusal);
            }

            sent.Add(pack);
        }

        var snapshots = asked.Select(reference => reference.Snapshot).Concat(sent.Select(pack => pack.Snapshot)).Distinct()
            .GroupJoin(asked, snapshot => snapshot, reference => reference.Snapshot, (snapshot, own) => (Key: snapshot, Own: own)).ToList();
        var (same, different) = (0, new List<ReproducedFigure>());
        foreach (var group in snapshots)
        {
            var folder = snapshots.Count == 1 ? into : Path.Combine(into, group.Key.Abbreviated);
            if (!(await Reproduction.MakeAsync(open.Workspace, open.Catalogue, group.Key, folder, cancellation)).Try(out var reproduction, out refusal))
            {
                return terminal.Refuse(refusal);
            }

            foreach (var pack in sent.Where(one => one.Snapshot == group.Key))
            {
                if (!ReproducedPack.Of(open, pack, reproduction.Again).Try(out var words, out refusal))
                {
                    return terminal.Refuse(refusal);
                }

                terminal.Say(words);
            }

            foreach (var reference in group.Own)
            {
                if (!reproduction.Figure(reference).Try(out var figure, out refusal))
                {
                    return terminal.Refuse(refusal);
                }

                terminal.Say(figure.Made);
                if (figure.IsSame)
                {
                    same++;
                }
                else if (figure.Kept is not null)
                {
                    different.Add(figure);
                }
            }
        }

        if (asked.Count == 0)
        {
            return Exit.Done;
        }

        terminal.Step(string.Create(CultureInfo.InvariantCulture, $"{same} of {asked.Count} figures made again are byte for byte what this workspace says{(asked.Count - same - different.Count is > 0 and var alone ? $"; {alone} stand alone, because its cells cannot be read" : "")}."));
        return different.Count == 0 ? Exit.Done : terminal.Refuse(new NotReproduced(different.Count, different[0].Reference.ToString()));
    }
}
