using System.CommandLine;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>There is no dataset of that name.</summary>
internal sealed record DatasetNotDefined(string Name) : Refusal(
    $"There is no dataset '{Name}': 'candour definitions list datasets' lists those there are.");

/// <summary><c>candour plan</c>: what the databank counts, before any rows are there.</summary>
internal static class PlanVerb
{
    public static Command Create()
    {
        var dataset = Options.Text("--dataset", "One dataset (all of them when not given).", "ID");
        var explain = new Option<bool>("--explain") { Description = "Every counter, day field and distinct count, and what each measure makes of them." };
        var definitions = Options.Definitions();
        var verb = new Command("plan", "Say what the databank counts for the measures of a dataset.") { dataset, explain, definitions };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(dataset)!, parsed.GetValue(explain), parsed.GetValue(definitions)!));
        return verb;
    }

    private static int Run(Terminal terminal, string name, bool explain, string definitions) =>
        Home.Definitions(definitions).Then(catalogue => Plans(name, catalogue)).Match(
            plans =>
            {
                foreach (var plan in plans)
                {
                    terminal.Say(explain ? PlanText.Explain(plan).TrimEnd('\n') : PlanText.Summary(plan));
                }

                return Exit.Done;
            },
            terminal.Refuse);

    private static Result<IReadOnlyList<DatasetPlan>> Plans(string name, Catalogue catalogue)
    {
        var datasets = catalogue.Datasets.Values.Where(dataset => name.Length == 0 || dataset.Id == name)
            .OrderBy(dataset => dataset.Id, StringComparer.Ordinal).ToList();
        return datasets.Count == 0
            ? new DatasetNotDefined(name)
            : new Result<IReadOnlyList<DatasetPlan>>.Accepted(
            [
                .. datasets.Select(dataset => PlanCompiling.Compile(dataset, catalogue))
                    .Where(plan => name.Length > 0 || plan.Bases.Count + plan.RowsRead.Count > 0),
            ]);
    }
}
