#:project ../src/Candour.Databank/Candour.Databank.csproj
#:property PublishAot=false

// The databank engine against SQL on the same rows, plan and cells:
//   dotnet run -c Release bench/databank.cs -- [--rows 1000000] [--only NAME] [--threads 2]
// NAME: native, slices, resubmit, duckdb-naive, duckdb-filter, duckdb-count-if, equality. Without it all of them.
// Rows are generated with a stored seed in the shape of the dataset `crimes`; the plan is all of its measures and, to make
// a nation's list, shares of missing fields and the 90th percentile beside each median, every measure by the same ten
// breakdowns and the whole. The native time has every roll-up in it and the writing of all cells. Medians of five runs after one to
// warm up; a competitor runs once when it takes more than a minute. The machine's own speed stands beside: one read of the
// encoded columns.

using System.Diagnostics;
using System.Globalization;
using Candour.Databank.Cells;
using Candour.Databank.Columns;
using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Databank.Sql;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;
using DuckDB.NET.Data;

var rows = Number("--rows", 1_000_000);
var threads = Number("--threads", Environment.ProcessorCount);
var only = Word("--only", "");
var catalogue = Catalogue.Load(Path.GetFullPath("definitions")).Match(loaded => loaded, refusal => throw new InvalidOperationException(refusal.Sentence));
var dataset = catalogue.Datasets["crimes"];
string[] fields =
[
    "victim_sex", "victim_age_group", "victim_ethnicity", "relationship", "victim_gender", "victim_orientation",
    "victim_disability", "victim_religion", "victim_gender_reassignment", "case_complexity",
];
var measures = Measures().ToList();
var plan = PlanCompiling.Compile(dataset, measures, catalogue);
var months = Period.Of(new DateOnly(2021, 1, 1), 60).Split(1);
Say($"{measures.Count} measures by {fields.Length + 1} breakdowns: {PlanText.Summary(plan)}");
var folder = Directory.CreateTempSubdirectory("candour-bench-").FullName;
AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
var files = new List<string>();
var oneArea = new List<MappedRow>();
var encoding = Stopwatch.StartNew();
var columns = Generated();
Say($"{rows:N0} rows generated, written as submissions and encoded in {encoding.Elapsed.TotalSeconds:F1} s: {columns.Bytes / (double)rows:F1} bytes a row; {threads} threads, {LanePaths.Widest}");
var scan = Median(5, Scan);
Say($"one read of the encoded columns: {scan * 1000:F1} ms ({columns.Bytes / scan / 1e9:F1} GB/s)");

var engine = new NativeEngine(threads, LanePaths.Widest);
NationStates? states = null;
var native = 0.0;
if (Wanted("native") || Wanted("resubmit"))
{
    var written = 0L;
    native = Median(5, () =>
    {
        states = Computed(engine, plan, columns);
        written = Written(states);
    });
    var cells = states!.States.Sum(node => node.Sum(basis => basis.Counters.Sum(block => (long)block.Values.Length)
        + basis.Quantiles.SelectMany(one => one).Sum(block => (long)block.Values.Length)
        + basis.Distinct.SelectMany(one => one).Sum(block => (long)block.Values.Length)));
    var made = Median(5, () => Computed(engine, plan, columns));
    Say($"native: {native:F3} s with {cells:N0} values of {states.Nodes.Count} areas and roll-ups, of which written {written / 1e6:F0} MB of what adds up; {native / scan:F0} reads of the columns");
    Say($"  without writing {made:F3} s; memory of the process {Environment.WorkingSet / (double)rows:F0} bytes a row");
}

if (Wanted("slices"))
{
    var measure = measures.First(one => one.Formula is Formula.Share);
    var all = PlanCompiling.Compile(dataset, measures.Select(one => one with { Breakdowns = [fields[2]], Pairs = [] }), catalogue);
    var one = PlanCompiling.Compile(dataset, [measure with { Breakdowns = [fields[2]], Pairs = [] }], catalogue);
    Say($"slice of all measures by one breakdown: {Median(5, () => Computed(engine, all, columns, StateScope.WhatAddsUp)) * 1000:F0} ms");
    Say($"slice of one measure by one breakdown: {Median(5, () => Computed(engine, one, columns, StateScope.WhatAddsUp)) * 1000:F0} ms");
}

if (Wanted("resubmit"))
{
    var again = Median(5, () => Written(Computed(engine, plan, EncodedColumns.Of(dataset, oneArea, "report"), StateScope.WhatAddsUp)));
    var full = Median(5, () => Written(Computed(engine, plan, columns, StateScope.WhatAddsUp)));
    Say($"the {oneArea.Count:N0} rows of one area encoded, computed and written again, as after a re-submitted month: {again * 1000:F0} ms of a full refresh of {full * 1000:F0} ms (1/{full / again:F0})");
}

if (only.Length == 0 || only.StartsWith("duckdb", StringComparison.Ordinal) || only == "equality")
{
    using var duck = Opened();
    if (Wanted("equality"))
    {
        states ??= Computed(engine, plan, columns);
        var watch = Stopwatch.StartNew();
        var compared = Equal(states, duck);
        Say($"equality: {compared:N0} cells of every breakdown agree with DuckDB ({watch.Elapsed.TotalSeconds:F0} s)");
    }

    Compete("duckdb-count-if", StatementsWide(new SqlDialect.DuckDb()), duck);
    Compete("duckdb-filter", [.. StatementsWide(new SqlDialect.DuckDb()).Select(one => one.Replace("count_if(", "count(*) FILTER (WHERE ", StringComparison.Ordinal))], duck);
    Compete("duckdb-naive", StatementsNaive(new SqlDialect.DuckDb()), duck);
}

void Compete(string name, IReadOnlyList<string> statements, DuckDBConnection duck)
{
    if (!Wanted(name))
    {
        return;
    }

    var times = new List<double>();
    do
    {
        var watch = Stopwatch.StartNew();
        for (var at = 0; at < statements.Count; at++)
        {
            Execute(duck, $"CREATE OR REPLACE TABLE made_{at} AS {statements[at]}");
        }

        times.Add(watch.Elapsed.TotalSeconds);
    }
    while (times.Count < 3 && times[0] < 60);
    var time = times.Order().ElementAt(times.Count / 2);
    var ratio = native > 0 ? $"; {time / native:F0} times the native time" : "; the native engine did not run here, so there is no ratio";
    Say($"{name}: {time:F1} s for {statements.Count} queries ({(times.Count == 1 ? "one run" : "median of three")}), lowest areas only, no roll-ups{ratio}");
}

IReadOnlyList<string> StatementsWide(SqlDialect dialect) =>
    [.. FinishedQuery.For(plan, catalogue, dialect, "rows").Select(query => query.Text)];

IReadOnlyList<string> StatementsNaive(SqlDialect dialect) =>
[
    .. measures.SelectMany(measure => FinishedQuery.For(PlanCompiling.Compile(dataset, [measure], catalogue), catalogue, dialect, "rows"))
        .Select(query => query.Text),
];

// The measures of crimes as they are, every one by the same breakdowns; missing shares and 90th percentiles make the list a nation's.
IEnumerable<Measure> Measures()
{
    var own = catalogue.Measures.Values.Where(one => one.Datasets.Contains("crimes") && PlannedMeasure.HasCells(one))
        .Select(one => one with { Breakdowns = fields, Pairs = [] }).ToList();
    var share = own.First(one => one.Formula is Formula.Share && one.Basis == "recorded");
    var missing = dataset.Fields.Where(field => !field.Required && field.Type is FieldType.Code or FieldType.Date or FieldType.Number)
        .Select(field => share with
        {
            Id = $"bench-missing-{field.Id}", Formula = new Formula.Share(new Condition([new FieldTest(field.Id, TestKind.Missing, [])])),
        });
    var long90 = own.Where(one => one.Formula is Formula.Days { Quantile: 0.5 })
        .Select(one => one with { Id = $"{one.Id}-bench-90", Formula = ((Formula.Days)one.Formula) with { Quantile = 0.9 } });
    var distinct = dataset.Bases.Take(2).SelectMany(basis => Enumerable.Range(0, 2).Select(at => share with
    {
        Id = $"bench-reports-{basis.Id}-{at}", Basis = basis.Id,
        Population = at == 0 ? share.Population : Condition.Everything, Formula = new Formula.Count("", "report"),
    }));
    return own.Concat(missing).Concat(long90).Concat(distinct).DistinctBy(one => one.Id);
}

EncodedColumns Generated()
{
    const int RowsInAFile = 250_000;
    var random = new Random(20251124);
    var building = new ColumnsBuilding(dataset);
    var forces = catalogue.HierarchyOf(dataset).Lowest.Select(area => area.Id).ToList();
    var codes = dataset.Fields.Select(field => field.Type == FieldType.Code
        ? catalogue.CodesOf(dataset, field.Id).Codes.Select(code => code.Id).ToArray() : []).ToList();
    var days = Enumerable.Range(0, 60 * 31).Select(day => new DateOnly(2021, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
    for (var first = 0; first < rows; first += RowsInAFile)
    {
        var chunk = Enumerable.Range(first, Math.Min(RowsInAFile, rows - first)).Select(number => Row(number, random, forces, codes, days)).ToList();
        building.Add(chunk);
        oneArea.AddRange(chunk.Where(row => row.Values[dataset.IndexOf("force")] == forces[7]));
        files.Add(Path.Combine(folder, $"{first}.parquet"));
        SubmissionFile.WriteAsync(files[^1], dataset, "synthetic", chunk, CancellationToken.None).GetAwaiter().GetResult();
    }

    return building.Finish("report");
}

MappedRow Row(int number, Random random, List<string> forces, List<string[]> codes, string[] days)
{
    var values = new string[dataset.Fields.Count];
    var recorded = random.Next(days.Length - 40);
    for (var at = 0; at < values.Length; at++)
    {
        var field = dataset.Fields[at];
        values[at] = field.Id switch
        {
            "crime" => number.ToString("x8", CultureInfo.InvariantCulture),
            "report" => random.Next(100) < 15 ? "" : random.Next((rows / 3) + 1).ToString("x8", CultureInfo.InvariantCulture),
            "force" => forces[Math.Min(random.Next(forces.Count), random.Next(forces.Count + 12)) % forces.Count],
            "recorded_date" => days[recorded],
            "reported_date" => days[Math.Max(0, recorded - random.Next(30))],
            "extract_date" => days[^1],
            _ => field.Type switch
            {
                FieldType.Date => random.Next(100) < 55 ? "" : days[Math.Min(days.Length - 1, recorded + random.Next(700))],
                FieldType.Number => random.Next(100) < 20 ? "" : (random.Next(4)).ToString(CultureInfo.InvariantCulture),
                FieldType.Code => !field.Required && random.Next(100) < 25 ? "" : codes[at][Math.Min(random.Next(codes[at].Length), random.Next(codes[at].Length))],
                _ => "",
            },
        };
    }

    return new MappedRow(number + 2, values);
}

NationStates Computed(NativeEngine with, DatasetPlan what, EncodedColumns over, StateScope scope = StateScope.Everything) =>
    with.Compute(what, over, months, catalogue, scope).Match(made => made, refusal => throw new InvalidOperationException(refusal.Sentence));

long Written(NationStates made)
{
    for (var node = 0; node < made.LowestCount; node++)
    {
        AreaFile.Write(AreaFile.PathOf(folder, dataset.Id, made.Nodes[node].Name), new AreaCells(
            dataset.Id, made.Nodes[node].Name, "synthetic", [], made.Axes.Periods, made.Axes, made.States[node]));
    }

    return AreaFile.Of(folder, dataset.Id).Sum(path => new FileInfo(path).Length);
}

// Every cell of every breakdown at the lowest level: counters, quantiles and distinct counts.
long Equal(NationStates mine, DuckDBConnection duck)
{
    var compared = 0L;
    foreach (var query in FinishedQuery.For(plan, catalogue, new SqlDialect.DuckDb(), "rows"))
    {
        var b = plan.Bases.ToList().FindIndex(one => one.Basis.Id == query.Basis.Basis.Id);
        var at = plan.Bases[b].Breakdowns.ToList().IndexOf(query.Breakdown);
        var found = Read(duck, query.Text);
        var cells = new Dictionary<string, double[]>();
        for (var node = 0; node < mine.LowestCount; node++)
        {
            var block = mine.States[node][b].Counters[at];
            var order = query.Counters.Select(counter => block.Counters.ToList().IndexOf(counter)).ToArray();
            var quantiles = query.Quantiles.Select(pair => (Block: mine.States[node][b].Quantiles[pair.Days][plan.Bases[b].Days[pair.Days].Breakdowns.ToList().IndexOf(query.Breakdown)], pair.Quantile)).ToList();
            var distinct = query.Distinct.Select(one => mine.States[node][b].Distinct[one][plan.Bases[b].Distinct[one].Breakdowns.ToList().IndexOf(query.Breakdown)]).ToList();
            for (var i = 0; i < block.Cells.Length; i++)
            {
                var cell = block.Cells[i];
                var (period, codes) = mine.Axes.Name(cell, query.Breakdown);
                cells[string.Join('|', codes.Prepend(mine.Axes.Periods[period].Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Prepend(mine.Nodes[node].Name))] =
                [
                    .. order.Select(k => (double)block.Values[(i * block.Counters.Count) + k]),
                    .. quantiles.Select(one => Array.BinarySearch(one.Block.Cells, cell) is >= 0 and var found
                        ? one.Block.Values[(found * one.Block.Quantiles.Count) + one.Block.Quantiles.ToList().IndexOf(one.Quantile)] : double.NaN),
                    .. distinct.Select(one => Array.BinarySearch(one.Cells, cell) is >= 0 and var found ? one.Values[found] : 0.0),
                ];
            }
        }

        var keys = 2 + query.Breakdown.Fields.Count;
        foreach (var row in found.Where(row => mine.Axes.Periods.Any(period => row[1] == period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))
        {
            var name = string.Join('|', row.Take(keys));
            var values = row.Skip(keys).Select(text => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            if (!cells.Remove(name, out var own) || !own.Zip(values).All(pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) < 1e-9))
            {
                throw new InvalidOperationException($"{query.Basis.Basis.Id} by {query.Breakdown}: {name} differs.");
            }

            compared += values.Length;
        }

        if (cells.Count > 0)
        {
            throw new InvalidOperationException($"{query.Basis.Basis.Id} by {query.Breakdown}: {cells.Count} cells are not in DuckDB.");
        }
    }

    return compared;
}

DuckDBConnection Opened()
{
    var duck = new DuckDBConnection("DataSource=:memory:");
    duck.Open();
    Execute(duck, $"SET threads = {threads}");
    var loading = Stopwatch.StartNew();
    var list = string.Join(", ", files.Select(file => $"'{file}'"));
    Execute(duck, TypedRows.Statement(dataset, "text_rows", $"read_parquet([{list}])", []));
    // Codes as enumerations: the competitor in good shape.
    foreach (var field in dataset.Fields.Where(field => field.Type is FieldType.Code or FieldType.Area))
    {
        Execute(duck, $"CREATE TYPE {field.Id}_codes AS ENUM (SELECT DISTINCT \"{field.Id}\" FROM text_rows WHERE \"{field.Id}\" IS NOT NULL)");
    }

    Execute(duck, "CREATE TABLE rows AS SELECT " + string.Join(", ", dataset.Fields.Select(field => field.Type is FieldType.Code or FieldType.Area
        ? $"\"{field.Id}\"::{field.Id}_codes AS \"{field.Id}\"" : $"\"{field.Id}\"")) + " FROM text_rows");
    Execute(duck, "DROP TABLE text_rows");
    Say($"DuckDB loaded the same submissions in {loading.Elapsed.TotalSeconds:F1} s");
    return duck;
}

#pragma warning disable RS0030 // The statements of a bench are its own.
void Execute(DuckDBConnection duck, string statement)
{
    using var command = duck.CreateCommand();
    command.CommandText = statement;
    command.ExecuteNonQuery();
}

List<string[]> Read(DuckDBConnection duck, string statement)
{
    using var command = duck.CreateCommand();
    command.CommandText = statement;
    using var reader = command.ExecuteReader();
    var found = new List<string[]>();
    while (reader.Read())
    {
        found.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at) switch
        {
            DBNull => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var text => text.ToString() ?? "",
        })]);
    }

    return found;
}
#pragma warning restore RS0030

// Reads every byte of every column once, on all threads.
void Scan()
{
    var sum = 0L;
    Parallel.ForEach(dataset.Fields, new ParallelOptions { MaxDegreeOfParallelism = threads }, field =>
    {
        var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, System.Numerics.Vector<long>>(columns[field.Id].Codes.Bytes);
        var own = System.Numerics.Vector<long>.Zero;
        foreach (var number in numbers)
        {
            own ^= number;
        }

        Interlocked.Add(ref sum, own[0]);
    });
    GC.KeepAlive(sum);
}

double Median(int runs, Action run)
{
    run();
    return Enumerable.Range(0, runs).Select(_ =>
    {
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalSeconds;
    }).Order().ElementAt(runs / 2);
}

bool Wanted(string name) => only.Length == 0 || only == name;

string Word(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

int Number(string name, int otherwise) => int.Parse(Word(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
