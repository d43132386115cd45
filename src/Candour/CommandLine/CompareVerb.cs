using System.CommandLine;
using System.Globalization;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary><c>candour compare</c>: what is different between two snapshots, row by row, and which measures it moves.</summary>
internal static class CompareVerb
{
    private const int RowsSaid = 200;

    public static Command Create()
    {
        var one = new Argument<string>("ONE") { Description = "The earlier snapshot, by 8 signs or more of its id." };
        var other = new Argument<string>("OTHER") { Description = "The later snapshot." };
        var dataset = new Argument<string>("DATASET") { Description = "The dataset's id." };
        var period = Options.Text("--period", "Only what a figure of this period counts; without it, the rows of all periods and no measure.", "P");
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command("compare", "Compare two snapshots row by row, and say which measures the differences move.")
        {
            one, other, dataset, period, workspace, definitions,
        };
        verb.SetAction(parsed => Run(
            Terminal.Console, (parsed.GetValue(one)!, parsed.GetValue(other)!), parsed.GetValue(dataset)!, parsed.GetValue(period)!,
            parsed.GetValue(workspace)!, parsed.GetValue(definitions)!));
        return verb;
    }

    private static int Run(
        Terminal terminal, (string One, string Other) snapshots, string name, string written, string workspace, string definitions)
    {
        if (!OpenWorkspace.At(workspace, definitions).Try(out var open, out var refusal)
            || !Find(open, snapshots.One).Try(out var one, out refusal) || !Find(open, snapshots.Other).Try(out var other, out refusal)
            || !Named(open.Catalogue, name).Try(out var dataset, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        var asked = Period.TryParse(written, out var period);
        if (written.Length > 0 && !asked)
        {
            return terminal.Refuse(new Readings.Asking.PeriodUnreadable(written));
        }

        var differences = RowDifferences.Of(one, other, dataset, asked ? period : null);
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{differences.Count(row => row.Change == RowChange.Added)} rows added, {differences.Count(row => row.Change == RowChange.Changed)} changed, {differences.Count(row => row.Change == RowChange.Vanished)} vanished."));
        foreach (var row in differences.Take(RowsSaid))
        {
            terminal.Say($"  {row.Change.ToString().ToLowerInvariant()}  {row.Place}  {row.Key}  {string.Join(", ", row.Fields)}  ({row.File})");
        }

        if (differences.Count > RowsSaid)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  and {differences.Count - RowsSaid} more."));
        }

        if (asked)
        {
            foreach (var effect in MeasureEffects.Between(
                one, other, dataset, period, MeasureEffects.AreasOf(open.Catalogue.HierarchyOf(dataset), differences)))
            {
                terminal.Say($"  {effect.Area} {effect.Measure}: {effect.Before} -> {effect.After}");
            }
        }

        return Exit.Done;
    }

    private static Result<ReadableSnapshot> Find(OpenWorkspace open, string said) => FindSnapshot(open.Workspace.Store, said)
        .Then(record => FrozenSnapshots.OpenWithRows(open.Workspace, open.Catalogue, record.Id));

    private static Result<SnapshotRecord> FindSnapshot(OperationalStore store, string said)
    {
        var found = said.Length < 8 ? [] : store.Snapshots().Where(record => record.Id.Hex.StartsWith(said, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [var one] ? one : new NoSuchSnapshot(said.Length <= 64 ? said : said[..64] + "…");
    }

    private static Result<Dataset> Named(Catalogue catalogue, string name) =>
        catalogue.Datasets.TryGetValue(name, out var dataset) ? dataset : new DatasetNotDefined(name);
}
