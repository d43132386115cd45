using System.Globalization;
using Candour.Databank.Sql;
using Candour.Definitions;
using Candour.Tests.Databank;
using DuckDB.NET.Data;

namespace Candour.Bench;

/// <summary>DuckDB in this process, in good shape: codes are enumerations, results become tables.</summary>
internal sealed class DuckDb : ICompetitor
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public DuckDb(Nation nation, Settings settings)
    {
        connection.Open();
        Run($"SET threads = {settings.Threads.ToString(CultureInfo.InvariantCulture)}");
        var list = string.Join(", ", nation.Files.Select(file => $"'{file}'"));
        Run(TypedRows.Statement(nation.Dataset, "text_rows", $"read_parquet([{list}])", [], Dialect));
        var coded = nation.Dataset.Fields.Where(field => field.Type is FieldType.Code or FieldType.Area).Select(field => field.Id).ToHashSet();
        foreach (var field in coded)
        {
            Run($"CREATE TYPE {field}_codes AS ENUM (SELECT DISTINCT \"{field}\" FROM text_rows WHERE \"{field}\" IS NOT NULL)");
        }

        Run("CREATE TABLE rows AS SELECT " + string.Join(", ", nation.Dataset.Fields.Select(field =>
            coded.Contains(field.Id) ? $"\"{field.Id}\"::{field.Id}_codes AS \"{field.Id}\"" : $"\"{field.Id}\"")) + " FROM text_rows");
        Run("DROP TABLE text_rows");
    }

    public SqlDialect Dialect { get; } = new SqlDialect.DuckDb();

    public void Make(string statement) => Run($"CREATE OR REPLACE TABLE made AS {statement}");

    public IReadOnlyList<IReadOnlyList<string>> Read(string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        return RowsAsTexts.Of(reader);
    }

    public void Dispose() => connection.Dispose();

    private void Run(string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
