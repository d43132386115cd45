using System.Globalization;
using Candour.Databank.Sql;
using Candour.Tests.Databank;

namespace Candour.Bench;

/// <summary>ClickHouse in a process of its own: codes of low cardinality, results thrown away by itself.</summary>
internal sealed class ClickHouse : ICompetitor
{
    private readonly ClickHouseProcess process = ClickHouseProcess.Start(Path.GetFullPath("."));

    public ClickHouse(Nation nation, Settings settings)
    {
        process.Ask($"SET max_threads = {settings.Threads.ToString(CultureInfo.InvariantCulture)}");
        var files = Path.Combine(Path.GetDirectoryName(nation.Files[0])!, "*.parquet");
        process.Ask(TypedRows.Statement(nation.Dataset, "rows", $"file('{files}', Parquet)", [], Dialect));
    }

    public SqlDialect Dialect { get; } = new SqlDialect.ClickHouse();

    public void Make(string statement) => process.Ask($"{statement} FORMAT Null");

    public IReadOnlyList<IReadOnlyList<string>> Read(string statement) => process.Ask(statement);

    public void Dispose() => process.Dispose();
}
