using Candour.Databank.Sql;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Tests.Store;
using Npgsql;

namespace Candour.Tests.Databank;

/// <summary>Rows in a PostgreSQL database of their own: as texts, and typed by the product's statement.</summary>
internal sealed class PostgresRows : IDisposable
{
    private readonly NpgsqlConnection connection;

    public PostgresRows(PostgresServer server, Dataset dataset, IReadOnlyList<MappedRow> rows)
    {
        connection = new NpgsqlConnection(server.NewDatabase());
        connection.Open();
        var fields = string.Join(", ", dataset.Fields.Select(field => $"\"{field.Id}\""));
        Run($"CREATE UNLOGGED TABLE texts ({string.Join(", ", dataset.Fields.Select(field => $"\"{field.Id}\" text"))})");
        using (var writer = connection.BeginTextImport($"COPY texts ({fields}) FROM STDIN"))
        {
            foreach (var row in rows)
            {
                writer.Write(string.Join('\t', row.Values.Select(value => value.Length == 0 ? "\\N" : value)) + "\n");
            }
        }

        var periods = dataset.Fields.Where(field => field.Type == FieldType.Period)
            .SelectMany(field => rows.Select(row => row.Values[dataset.IndexOf(field.Id)])).Where(text => text.Length > 0).ToHashSet();
        Run(TypedRows.Statement(dataset, "typed", "texts", periods, new SqlDialect.PostgreSql()));
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
        NpgsqlConnection.ClearPool(connection);
    }

    private void Run(string statement)
    {
        using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(statement) } };
        batch.ExecuteNonQuery();
    }
}
