using Candour.Databank.Cells;
using Candour.Databank.Columns;
using Candour.Databank.Engine;
using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Databank.Sql;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;

namespace Candour.Tests.Databank;

/// <summary>The same rows and plan for every engine, and the comparison of every cell of every breakdown.</summary>
internal sealed class ThreeEngines
{
    private readonly Catalogue catalogue;
    private readonly IReadOnlyList<MappedRow> rows;

    public ThreeEngines(DatasetPlan plan, IReadOnlyList<MappedRow> rows, Catalogue catalogue)
    {
        (Plan, this.rows, this.catalogue) = (plan, rows, catalogue);
        Periods = Period.Of(RandomRows.FirstDay, 24).Split(plan.Dataset.Months);
        var identifier = plan.Bases.SelectMany(basis => basis.Distinct).Select(one => one.Identifier).FirstOrDefault("");
        Columns = EncodedColumns.Of(plan, rows, identifier);
    }

    public DatasetPlan Plan { get; }

    public IReadOnlyList<Period> Periods { get; }

    public EncodedColumns Columns { get; }

    public NationStates Native(int threads, LanePath path, Counting counting = Counting.Quicker) => new NativeEngine(threads, path) { Counting = counting }
        .Compute(Plan, Columns, Periods, catalogue, StateScope.Everything)
        .Match(states => states, refusal => throw new InvalidOperationException(refusal.Sentence));

    public MergedStates DuckDb()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("rows.parquet");
        SubmissionFile.WriteAsync(file, Plan.Dataset, "synthetic", rows, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        using var duck = DuckDbRows.Open(Plan.Dataset, [file], 2);
        return duck.Compute(Plan, catalogue);
    }

    /// <summary>The same by PostgreSQL, the rows shared out over several databases and the states merged here.</summary>
    public MergedStates PostgreSql(Store.PostgresServer server, int shards)
    {
        var merged = new MergedStates();
        var queries = StateQuery.For(Plan, catalogue, new SqlDialect.PostgreSql(), "typed");
        for (var shard = 0; shard < shards; shard++)
        {
            using var database = new PostgresRows(server, Plan.Dataset, [.. rows.Where((_, at) => at % shards == shard)]);
            foreach (var query in queries)
            {
                merged.Add(query, database.Read(query.Text));
            }
        }

        return merged;
    }

    /// <summary>The same by ClickHouse.</summary>
    public MergedStates ClickHouse()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("rows.parquet");
        SubmissionFile.WriteAsync(file, Plan.Dataset, "synthetic", rows, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        using var process = ClickHouseProcess.Start(Repository.At());
        process.Ask(TypedRows.Statement(Plan.Dataset, "typed", $"file('{file}', Parquet)", [], new SqlDialect.ClickHouse()));
        var merged = new MergedStates();
        foreach (var query in StateQuery.For(Plan, catalogue, new SqlDialect.ClickHouse(), "typed"))
        {
            merged.Add(query, process.Ask(query.Text));
        }

        return merged;
    }

    /// <summary>Every cell that DuckDB and PostgreSQL finish by themselves, quantiles and distinct counts among them.</summary>
    public int AssertFinishedAlike(Store.PostgresServer server)
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("rows.parquet");
        SubmissionFile.WriteAsync(file, Plan.Dataset, "synthetic", rows, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        using var duck = DuckDbRows.Open(Plan.Dataset, [file], 2);
        using var postgres = new PostgresRows(server, Plan.Dataset, rows);
        var compared = 0;
        foreach (var (one, other) in FinishedQuery.For(Plan, catalogue, new SqlDialect.DuckDb(), "rows")
            .Zip(FinishedQuery.For(Plan, catalogue, new SqlDialect.PostgreSql(), "typed")))
        {
            compared += AssertSame(Finished(one, duck.Read(one.Text)), Finished(other, postgres.Read(other.Text)), $"{one.Basis.Basis.Id} by {one.Breakdown}");
        }

        return compared;
    }

    private static Dictionary<StateKey, string> Finished(FinishedQuery query, IReadOnlyList<IReadOnlyList<string>> found)
    {
        var keys = 2 + query.Breakdown.Fields.Count;
        return found.ToDictionary(
            row => new StateKey(row[0], DateOnly.Parse(row[1]), string.Join('\n', row.Skip(2).Take(query.Breakdown.Fields.Count))),
            row => string.Join(' ', row.Skip(keys).Select(text => text.Length == 0 ? "-" : $"{Math.Round(double.Parse(text), 9)}")));
    }

    /// <summary>Compares every cell of every area, period and code, both ways, and gives how many there were.</summary>
    public static int AssertEqual(NationStates native, MergedStates other)
    {
        var compared = 0;
        foreach (var (basis, b) in native.Plan.Bases.Select((basis, b) => (basis, b)))
        {
            foreach (var (breakdown, at) in basis.Breakdowns.Select((breakdown, at) => (breakdown, at)))
            {
                var mine = Lowest(native, breakdown, node => native.States[node][b].Counters[at].Cells, (node, i) =>
                {
                    var block = native.States[node][b].Counters[at];
                    return block.Values.AsSpan(i * block.Counters.Count, block.Counters.Count).ToArray();
                });
                // The native blocks put counters of rows first; the query has the order of the plan.
                var counters = native.States[0][b].Counters[at].Counters;
                var order = Enumerable.Range(0, counters.Count).OrderBy(k => counters[k]).ToArray();
                compared += AssertSame(
                    mine.ToDictionary(pair => pair.Key, pair => string.Join(' ', order.Select(k => pair.Value[k]))),
                    InPeriods(native, other.Counters(basis.Basis.Id, breakdown)).ToDictionary(pair => pair.Key, pair => string.Join(' ', pair.Value)),
                    $"{basis.Basis.Id} by {breakdown}");
            }

            foreach (var (at, k, by) in basis.Days.SelectMany((days, at) => days.DaysBy.Select((by, k) => (at, k, by))))
            {
                var mine = Lowest(native, by, node => native.States[node][b].Days[at][k].Cells, (node, i) =>
                {
                    var block = native.States[node][b].Days[at][k];
                    return string.Join(' ', Enumerable.Range(block.Starts[i], block.Starts[i + 1] - block.Starts[i])
                        .Select(j => $"{block.Days[j]}:{block.Events[j]}/{block.Censored[j]}"));
                });
                compared += AssertSame(
                    mine,
                    InPeriods(native, other.Days(basis.Basis.Id, by, at)).ToDictionary(
                        pair => pair.Key,
                        pair => string.Join(' ', pair.Value.Select(day => $"{day.Key}:{day.Value.Events}/{day.Value.Censored}"))),
                    $"days {at} of {basis.Basis.Id} by {by}");
            }

            for (var at = 0; at < basis.Days.Count; at++)
            {
                compared += AssertQuantiles(native, other, b, at);
            }

            for (var i = 0; i < basis.Distinct.Count; i++)
            {
                foreach (var (breakdown, at) in basis.Distinct[i].Breakdowns.Select((breakdown, at) => (breakdown, at)))
                {
                    var which = i;
                    compared += AssertSame(
                        Lowest(native, breakdown, node => native.States[node][b].Distinct[which][at].Cells,
                            (node, cell) => $"{native.States[node][b].Distinct[which][at].Values[cell]}"),
                        InPeriods(native, other.Identifiers(basis.Basis.Id, breakdown, which)).ToDictionary(pair => pair.Key, pair => $"{pair.Value.Count}"),
                        $"different {basis.Distinct[which].Identifier} of {basis.Basis.Id} by {breakdown}");
                    AssertRolledUp(native, other, b, which, at, breakdown);
                }
            }
        }

        return compared;
    }

    /// <summary>The cells of the measures, as the pass of one measure after the other makes them.</summary>
    public int AssertEqualToMeasures(NationStates native)
    {
        var encoded = EncodedRows.Of(Plan.Dataset, rows);
        var compared = 0;
        foreach (var (basis, b) in Plan.Bases.Select((basis, b) => (basis, b)))
        {
            foreach (var recipe in basis.Recipes.Where(recipe => recipe.Distinct < 0))
            {
                var cells = CellEngine.Compute(
                    PlannedMeasure.Compile(recipe.Measure, Condition.Everything, encoded, catalogue), encoded, Periods,
                    [.. Plan.Dataset.Fields.Select(field => field.Id).Where(recipe.Measure.HasCellsBy)]);
                var mine = AreaCells.TableOf(recipe.Measure.Id, Plan, AreasOf(native)).Cells;
                Assert.Equal(cells.Keys.Order(Comparer), mine.Keys.Order(Comparer));
                foreach (var (key, state) in cells)
                {
                    Assert.Equal(state with { Days = [] }, mine[key] with { Days = [] });
                    if (key.Field.Length == 0 || recipe.Measure.Formula is Formula.Days wait && wait.EndsBy == key.Field)
                    {
                        Assert.Equal(state.Days, mine[key].Days);
                    }

                    compared++;
                }
            }
        }

        return compared;
    }

    private List<AreaCells> AreasOf(NationStates native) =>
    [
        .. native.Nodes.Take(native.LowestCount).Select((node, at) => new AreaCells(
            Plan.Dataset.Id, node.Name, "synthetic", [], Periods, native.Axes, native.States[at])),
    ];

    private static readonly Comparer<CellKey> Comparer = Comparer<CellKey>.Create((one, other) =>
        string.CompareOrdinal($"{one}", $"{other}"));

    private static int AssertQuantiles(NationStates native, MergedStates other, int b, int at)
    {
        var basis = native.Plan.Bases[b];
        var compared = 0;
        foreach (var (breakdown, k) in basis.Days[at].Breakdowns.Select((breakdown, k) => (breakdown, k)))
        {
            var days = InPeriods(native, other.Days(basis.Basis.Id, breakdown, at)).ToList();
            foreach (var (node, n) in native.Nodes.Select((node, n) => (node, n)).Where(_ => native.States[0][b].Quantiles[at].Count > 0))
            {
                var names = node.Areas.Select(number => native.Nodes.Take(native.LowestCount).First(one => one.Areas[0] == number).Name).ToHashSet();
                var block = native.States[n][b].Quantiles[at][k];
                var expected = days.Where(pair => names.Contains(pair.Key.Area))
                    .GroupBy(pair => (pair.Key.Period, pair.Key.Codes))
                    .ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Value)
                        .SelectMany(day => Enumerable.Repeat(day.Key, (int)day.Value.Events)).Order().ToList());
                var found = 0;
                for (var i = 0; i < block.Cells.Length; i++)
                {
                    var (period, codes) = native.Axes.Name(block.Cells[i], breakdown);
                    var sorted = expected[(native.Axes.Periods[period].Start, string.Join('\n', codes))];
                    for (var q = 0; q < block.Quantiles.Count; q++)
                    {
                        var position = block.Quantiles[q] * (sorted.Count - 1);
                        var (below, above) = (sorted[(int)Math.Floor(position)], sorted[(int)Math.Ceiling(position)]);
                        Assert.Equal(below + ((position - Math.Floor(position)) * (above - below)), block.Values[(i * block.Quantiles.Count) + q], 9);
                        found++;
                    }
                }

                Assert.Equal(expected.Count(pair => pair.Value.Count > 0) * block.Quantiles.Count, found);
                compared += found;
            }
        }

        return compared;
    }

    private static void AssertRolledUp(NationStates native, MergedStates other, int b, int which, int at, Breakdown breakdown)
    {
        var basis = native.Plan.Bases[b];
        var sets = InPeriods(native, other.Identifiers(basis.Basis.Id, breakdown, which)).ToList();
        for (var n = 0; n < native.Nodes.Count; n++)
        {
            var names = native.Nodes[n].Areas.Select(number => native.Nodes.Take(native.LowestCount).First(one => one.Areas[0] == number).Name).ToHashSet();
            var expected = sets.Where(pair => names.Contains(pair.Key.Area)).GroupBy(pair => (pair.Key.Period, pair.Key.Codes))
                .ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Value).Distinct().Count());
            var block = native.States[n][b].Distinct[which][at];
            Assert.Equal(expected.Count, block.Cells.Length);
            for (var i = 0; i < block.Cells.Length; i++)
            {
                var (period, codes) = native.Axes.Name(block.Cells[i], breakdown);
                Assert.Equal(expected[(native.Axes.Periods[period].Start, string.Join('\n', codes))], block.Values[i]);
            }
        }
    }

    private static Dictionary<StateKey, T> Lowest<T>(
        NationStates native, Breakdown breakdown, Func<int, int[]> cellsOf, Func<int, int, T> value)
    {
        var found = new Dictionary<StateKey, T>();
        for (var n = 0; n < native.LowestCount; n++)
        {
            var cells = cellsOf(n);
            for (var i = 0; i < cells.Length; i++)
            {
                var (period, codes) = native.Axes.Name(cells[i], breakdown);
                found.Add(new StateKey(native.Nodes[n].Name, native.Axes.Periods[period].Start, string.Join('\n', codes)), value(n, i));
            }
        }

        return found;
    }

    private static IEnumerable<KeyValuePair<StateKey, T>> InPeriods<T>(NationStates native, IReadOnlyDictionary<StateKey, T> cells)
    {
        var starts = native.Axes.Periods.Select(period => period.Start).ToHashSet();
        return cells.Where(pair => starts.Contains(pair.Key.Period));
    }

    private static int AssertSame(Dictionary<StateKey, string> mine, Dictionary<StateKey, string> other, string what)
    {
        Assert.True(mine.Count == other.Count, $"{what}: {mine.Count} cells against {other.Count}.");
        foreach (var (key, value) in mine)
        {
            Assert.True(other.TryGetValue(key, out var found) && found == value, $"{what}: {key} is {value} against {other.GetValueOrDefault(key)}.");
        }

        return mine.Count;
    }
}
