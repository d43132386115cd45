// The databank engine against SQL on the same rows, plan and cells:
//   dotnet run --project bench/databank -c Release -- [--rows 1000000] [--only NAME,NAME] [--threads 2] [--compared 1000000]
// NAME: native, slices, resubmit, equality, duckdb-naive, duckdb-filter, duckdb-count-if, clickhouse-wide, postgresql-naive,
// postgresql-wide. Without --only all of them. The native time has every roll-up in it and the writing of all cells; databases
// give the lowest areas only. Ours: medians of five runs after a second of them to warm up; a competitor's: of three, or one run of a minute or more.
// ClickHouse: export CANDOUR_CLICKHOUSE="$(bench/clickhouse/install)". A competitor that is not installed is said to be, without a ratio.

using System.Diagnostics;
using System.Globalization;
using Candour.Bench;
using Candour.Databank.Planning;
using Candour.Databank.Sql;
using Candour.Definitions;
using Candour.Tests.Databank;
using Candour.Tests.Store;

var settings = new Settings(args);
var catalogue = Catalogue.Load(Path.GetFullPath("definitions")).Match(loaded => loaded, refusal => throw new InvalidOperationException(refusal.Sentence));
string[] contests = ["duckdb-count-if", "duckdb-filter", "duckdb-naive", "clickhouse-wide", "postgresql-wide", "postgresql-naive"];
var folder = Directory.CreateTempSubdirectory("candour-bench-").FullName;
File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);

var making = Stopwatch.StartNew();
var nation = Nation.Of(catalogue, settings.Rows, contests.Append("resubmit").Any(settings.Wants) || (settings.Wants("equality") && settings.Compared == settings.Rows) ? folder : "", settings.Threads);
Say($"{nation.Measures.Count} measures by {Nation.Breakdowns} breakdowns: {PlanText.Summary(nation.Plan)}");
Say($"{settings.Rows:N0} rows invented and encoded in {making.Elapsed.TotalSeconds:F0} s: {nation.Columns.Bytes / (double)settings.Rows:F1} bytes a row; {settings.Threads} threads, {settings.Path}");
var whileMaking = ProcessMemory.Highest();
ProcessMemory.Forget();
var ours = new Ours(nation, settings, folder);
var scan = ours.Scan();
Say($"one read of the encoded columns: {scan * 1000:F1} ms ({nation.Columns.Bytes / scan / 1e9:F1} GB/s)");

var native = 0.0;
if (settings.Wants("native"))
{
    ours.Once();
    var once = ProcessMemory.Highest();
    (native, var values, var bytes) = ours.Databank();
    Say($"native: {native:F3} s for {values:N0} values, of which written {bytes / 1e6:F0} MB that add up; {native / scan:F0} reads of the columns");
    Say($"  memory of the process while it is done, the columns, all values and the program included: at most {once / (double)settings.Rows:F0} bytes a row; done again and again, without giving back what is free in between, {ProcessMemory.Highest() / (double)settings.Rows:F0}; before, while rows were made, {whileMaking / (double)settings.Rows:F0}");
}

if (settings.Wants("slices"))
{
    var (all, one) = ours.Slices();
    Say($"slice by one breakdown: of all measures {all * 1000:F0} ms, of one {one * 1000:F0} ms");
}

if (settings.Wants("resubmit"))
{
    var (again, full) = ours.Resubmission();
    Say($"the {nation.OneArea.Count:N0} rows of one area read, encoded, computed and written again: {again:F2} s of a full refresh of {full:F1} s (1/{full / again:F0})");
}

if (settings.Wants("equality"))
{
    var sample = settings.Compared == settings.Rows ? nation : Nation.Of(catalogue, settings.Compared, Directory.CreateDirectory(Path.Combine(folder, "compared")).FullName, settings.Threads);
    var states = new Ours(sample, settings, folder).Everything();
    Against("DuckDB", isThere: true, () => new DuckDb(sample, settings), database => Compare("DuckDB", sample, states, database));
    Against("ClickHouse", ClickHouseProcess.IsInstalled, () => new ClickHouse(sample, settings), database => Compare("ClickHouse", sample, states, database));
}

Time("DuckDB", isThere: true, () => new DuckDb(nation, settings), database =>
{
    Contest("duckdb-count-if", database, Wide(database.Dialect));
    Contest("duckdb-filter", database, [.. Wide(database.Dialect).Select(one => one.Replace("count_if(", "count(*) FILTER (WHERE ", StringComparison.Ordinal))]);
    Contest("duckdb-naive", database, Naive(database.Dialect));
});
Time("ClickHouse", ClickHouseProcess.IsInstalled, () => new ClickHouse(nation, settings), database =>
    Contest("clickhouse-wide", database, Wide(database.Dialect)));
Time("PostgreSQL", PostgresProcess.IsInstalled, () => new PostgreSql(nation, settings), database =>
{
    Contest("postgresql-wide", database, Wide(database.Dialect));
    Contest("postgresql-naive", database, Naive(database.Dialect));
});

void Time(string name, bool isThere, Func<ICompetitor> open, Action<ICompetitor> run)
{
    if (contests.Any(one => one.StartsWith(name, StringComparison.OrdinalIgnoreCase) && settings.Wants(one)))
    {
        Against(name, isThere, open, run);
    }
}

void Against(string name, bool isThere, Func<ICompetitor> open, Action<ICompetitor> run)
{
    if (!isThere)
    {
        Say($"{name} is not installed here; nothing is said of it");
        return;
    }

    using var database = open();
    run(database);
}

void Compare(string name, Nation sample, Candour.Databank.Native.NationStates states, ICompetitor database)
{
    var watch = Stopwatch.StartNew();
    Say($"equality: {Equality.Compare(sample, states, database):N0} values of every breakdown of {sample.Columns.Count:N0} rows agree with {name} ({watch.Elapsed.TotalSeconds:F0} s)");
}

void Contest(string name, ICompetitor database, IReadOnlyList<string> statements)
{
    if (!settings.Wants(name))
    {
        return;
    }

    var (seconds, how) = Timing.Competitor(() =>
    {
        foreach (var statement in statements)
        {
            database.Make(statement);
        }
    });
    var ratio = native > 0 ? $"; {seconds / native:F1} times the native time" : "; the native engine did not run here, so there is no ratio";
    Say($"{name}: {seconds:F1} s for {statements.Count} queries ({how}){ratio}");
}

IReadOnlyList<string> Wide(SqlDialect dialect) => [.. FinishedQuery.For(nation.Plan, catalogue, dialect, "rows").Select(query => query.Text)];

IReadOnlyList<string> Naive(SqlDialect dialect) =>
[
    .. nation.Measures.SelectMany(measure => FinishedQuery.For(PlanCompiling.Compile(nation.Dataset, [measure], catalogue), catalogue, dialect, "rows"))
        .Select(query => query.Text),
];

void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
