using System.Data.Common;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Databases;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Candour.Tests.Store;

/// <summary>A database for one test, with a way past the store: what its owner, or somebody who got in, could do.</summary>
public abstract class TestDatabase : IDisposable
{
    private TestDatabase()
    {
    }

    public abstract Database Database { get; }

    public abstract DbConnection ConnectPastTheStore();

    /// <summary>Gives the store a version as a later program would.</summary>
    public abstract void SetVersion(long version);

    /// <summary>Takes away the triggers that guard the trail, as its owner can.</summary>
    public abstract void DropTriggers();

    public OperationalStore Create() => OperationalStore.Create(Database).Match(store => store, Fail);

    public OperationalStore Open() => OperationalStore.Open(Database).Match(store => store, Fail);

    public int Execute(string sql, object? parameters = null)
    {
        using var connection = ConnectPastTheStore();
        return connection.Execute(sql, parameters);
    }

    public IReadOnlyList<T> Read<T>(string sql)
    {
        using var connection = ConnectPastTheStore();
        return connection.Query<T>(sql).AsList();
    }

    public abstract void Dispose();

    private static OperationalStore Fail(Refusal refusal) => throw new InvalidOperationException(refusal.Sentence);

    public sealed class OnSqlite : TestDatabase
    {
        private readonly TemporaryFolder folder = new();

        public string Path => folder.At("candour.db");

        public override Database Database => new Database.Sqlite(Path);

        public override DbConnection ConnectPastTheStore()
        {
            var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
            connection.Open();
            connection.Execute("PRAGMA synchronous = OFF");
            return connection;
        }

        public override void SetVersion(long version) => Execute($"PRAGMA user_version = {version}");

        public override void DropTriggers()
        {
            foreach (var trigger in Read<string>("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'"))
            {
                Execute($"DROP TRIGGER {trigger}");
            }
        }

        public override void Dispose() => folder.Dispose();
    }

    public sealed class OnPostgreSql(PostgresServer server) : TestDatabase
    {
        /// <summary>Its connection string.</summary>
        public string Words { get; } = server.NewDatabase();

        public override Database Database => Database.PostgreSql.At(Words)
            .Match(database => database, refusal => throw new InvalidOperationException(refusal.Sentence));

        public override DbConnection ConnectPastTheStore()
        {
            var connection = new NpgsqlConnection(Words);
            connection.Open();
            return connection;
        }

        public override void SetVersion(long version) => Execute("UPDATE store_version SET version = @version", new { version });

        public override void DropTriggers() => Execute(
            "ALTER TABLE audit DISABLE TRIGGER USER; ALTER TABLE audit_head DISABLE TRIGGER USER");

        public override void Dispose()
        {
            using var connection = new NpgsqlConnection(Words);
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
