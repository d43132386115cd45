using Npgsql;

[assembly: AssemblyFixture(typeof(Candour.Tests.Store.PostgresServer))]

namespace Candour.Tests.Store;

/// <summary>The PostgreSQL server of the tests. Started when a test first asks, stopped at the end, also when the tests are killed.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly Lazy<PostgresProcess> server = new(() => PostgresProcess.Start());
    private int schemas;

    /// <summary>The connection string of a database that holds nothing; each call gives another.</summary>
    public string NewDatabase()
    {
        _ = server.Value;
        var schema = $"test{Interlocked.Increment(ref schemas)}";
        using var connection = new NpgsqlConnection(Words("public"));
        connection.Open();
        using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand($"CREATE SCHEMA {schema}") } };
        batch.ExecuteNonQuery();
        return Words(schema);
    }

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            server.Value.Dispose();
        }
    }

    private string Words(string schema) =>
        $"Host={server.Value.Folder};Database=postgres;Username=postgres;Search Path={schema};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=1";
}
