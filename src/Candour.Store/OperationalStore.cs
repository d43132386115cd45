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
    private const int SqlitePermission = 3;
    private const int SqliteReadOnly = 8;
    private const int SqliteCorrupt = 11;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    private readonly string connectionString;

    private OperationalStore(string path) => connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = false,
    }.ToString();

    /// <summary>Makes a new store where there is none.</summary>
    public static Result<OperationalStore> Create(string path) => Ready(path);

    /// <summary>
    /// Opens a store and brings it to the known version. Refuses one that is lost, damaged, newer or not to be written here,
    /// and never makes an empty one in its place.
    /// </summary>
    public static Result<OperationalStore> Open(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return new StoreIsLost(name);
        }

        return StoreHeader.VersionOf(path) switch
        {
            StoreHeader.NotAStore => new StoreIsNotReadable(name),
            var version when version > Migrator.KnownVersion => new StoreIsNewer(version, Migrator.KnownVersion),
            _ => Ready(path),
        };
    }

    private static Result<OperationalStore> Ready(string path)
    {
        try
        {
            var store = new OperationalStore(path);
            using var connection = store.Connect();
            connection.Execute("PRAGMA journal_mode = WAL");
            return Migrator.Run(connection).Then<OperationalStore>(_ => store);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase)
        {
            return new StoreIsNotReadable(Path.GetFileName(path));
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SqlitePermission or SqliteReadOnly or SqliteCannotOpen)
        {
            return new StoreCannotBeWritten(path);
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
