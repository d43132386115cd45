using Candour.Kernel;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Candour.Store;

/// <summary>
/// The operational store of a workspace: SQLite in WAL mode with full synchronisation. Every act and its audit entry
/// commit in one transaction, or neither does. Opening never damages a store that is not ours or not of our version.
/// </summary>
public sealed partial class OperationalStore
{
    private readonly string connectionString;

    private OperationalStore(string path) => connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = false,
    }.ToString();

    /// <summary>Opens a store, or makes it where there is none, and brings it to the known version.</summary>
    public static Result<OperationalStore> Open(string path)
    {
        if (File.Exists(path) && new FileInfo(path).Length > 0)
        {
            var version = VersionOf(path);
            if (version < 0)
            {
                return new StoreIsNotReadable(Path.GetFileName(path));
            }

            if (version > Migrator.KnownVersion)
            {
                return new StoreIsNewer(version, Migrator.KnownVersion);
            }
        }

        var store = new OperationalStore(path);
        using var connection = store.Connect();
        connection.Execute("PRAGMA journal_mode = WAL");
        Migrator.Run(connection);
        return store;
    }

    /// <summary>The version, read without a write; -1 when the file is no SQLite database.</summary>
    private static long VersionOf(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
            connection.Open();
            return connection.ExecuteScalar<long>("PRAGMA user_version");
        }
        catch (SqliteException)
        {
            return -1;
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON");
        return connection;
    }

    private static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Write(SqliteConnection connection, SqliteTransaction transaction, AuditEntry entry) =>
        connection.Execute(
            "INSERT INTO audit (at, who, act, subject, reason) VALUES (@At, @Who, @Act, @Subject, @Reason)",
            new { At = Time(entry.At), entry.Who, entry.Act, entry.Subject, entry.Reason },
            transaction);

    /// <summary>The audit trail, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Audit()
    {
        using var connection = Connect();
        return
        [
            .. connection.Query<(string At, string Who, string Act, string Subject, string Reason)>(
                    "SELECT at, who, act, subject, reason FROM audit ORDER BY sequence")
                .Select(row => new AuditEntry(Time(row.At), row.Who, row.Act, row.Subject, row.Reason)),
        ];
    }
}
