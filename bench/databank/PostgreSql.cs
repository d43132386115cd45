using System.Globalization;
using Candour.Databank.Sql;
using Candour.Intake.Submitting;
using Candour.Tests.Databank;
using Candour.Tests.Store;
using Npgsql;

namespace Candour.Bench;

/// <summary>PostgreSQL from Debian, on a socket of its own: an unlogged table, half a gigabyte to work in, results read and thrown away.</summary>
internal sealed class PostgreSql : ICompetitor
{
    private readonly PostgresProcess server = PostgresProcess.Start("work_mem=512MB", "shared_buffers=1GB");
    private readonly NpgsqlConnection connection;

    public PostgreSql(Nation nation, Settings settings)
    {
        connection = new NpgsqlConnection($"Host={server.Folder};Database=postgres;Username=postgres;Command Timeout=0");
        connection.Open();
        Run($"SET max_parallel_workers_per_gather = {(settings.Threads - 1).ToString(CultureInfo.InvariantCulture)}");
        Run($"CREATE UNLOGGED TABLE texts ({string.Join(", ", nation.Dataset.Fields.Select(field => $"\"{field.Id}\" text"))})");
        using (var writer = connection.BeginTextImport("COPY texts FROM STDIN"))
        {
            foreach (var row in nation.Files.SelectMany(file => SubmissionFile.ReadAsync(file, nation.Dataset, CancellationToken.None).GetAwaiter().GetResult()))
            {
                writer.Write(string.Join('\t', row.Values.Select(value => value.Length == 0 ? "\\N" : value)) + "\n");
            }
        }

        Run(TypedRows.Statement(nation.Dataset, "rows", "texts", [], Dialect));
        Run("DROP TABLE texts");
        Run("VACUUM ANALYZE rows");
    }

    public SqlDialect Dialect { get; } = new SqlDialect.PostgreSql();

    public void Make(string statement)
    {
        using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(statement) } };
        using var reader = batch.ExecuteReader();
        while (reader.Read())
        {
        }
    }

    public IReadOnlyList<IReadOnlyList<string>> Read(string statement)
    {
        using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(statement) } };
        using var reader = batch.ExecuteReader();
        return RowsAsTexts.Of(reader);
    }

    public void Dispose()
    {
        connection.Dispose();
        NpgsqlConnection.ClearAllPools();
        server.Dispose();
    }

    private void Run(string statement)
    {
        using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(statement) }, Timeout = 0 };
        batch.ExecuteNonQuery();
    }
}
