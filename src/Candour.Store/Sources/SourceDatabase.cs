using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Candour.Kernel;
using Candour.Store.Keys;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Candour.Store.Sources;

/// <summary>
/// A database of somebody else's that rows are pulled from. It is opened so that it refuses to write, and one query is asked of it,
/// which its administrator wrote into the settings; nothing of it comes from a person at a page or a keyboard.
/// </summary>
public abstract record SourceDatabase(string Name, string Query)
{
    /// <summary>So long a source may think before its first row, in seconds.</summary>
    public const int MostSeconds = 600;

    /// <summary>A SQLite file.</summary>
    public sealed record SqliteFile(string Name, string Query, string File) : SourceDatabase(Name, Query);

    /// <summary>A database on a PostgreSQL server.</summary>
    /// <param name="Name">What the source is called.</param>
    /// <param name="Query">What is asked.</param>
    /// <param name="Connection">Host, database and user, without a password.</param>
    /// <param name="PasswordFile">A file of mode 600 with the password; empty when the server asks for none.</param>
    public sealed record PostgreSqlServer(string Name, string Query, string Connection, string PasswordFile) : SourceDatabase(Name, Query)
    {
        /// <summary>Whether a connection string can be read and names a host and a database.</summary>
        public static bool IsAddress(string connection)
        {
            try
            {
                return new NpgsqlConnectionStringBuilder(connection) is { Host.Length: > 0, Database.Length: > 0 };
            }
            catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
            {
                return false;
            }
        }
    }

    /// <summary>Hands the rows of one moment of the database to a reader of them.</summary>
    public Result<long> Read(Func<DbDataReader, Result<long>> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        if (!Connect().Try(out var connection, out var refusal))
        {
            return refusal;
        }

        using (connection)
        {
            try
            {
                connection.Open();
                using var moment = Begin(connection);
                using var rows = (DbDataReader)connection.ExecuteReader(Query, transaction: moment, commandTimeout: MostSeconds);
                return take(rows);
            }
            catch (Exception fault) when (fault is DbException or SocketException or TimeoutException or InvalidOperationException)
            {
                // What the server says may hold values of rows: only its code is repeated.
                return new SourceCannotBeRead(Name, (fault as DbException)?.SqlState ?? fault.GetType().Name);
            }
        }
    }

    private static DbTransaction Begin(DbConnection connection)
    {
        if (connection is SqliteConnection)
        {
            connection.Execute("PRAGMA query_only = ON");
            return ((SqliteConnection)connection).BeginTransaction(deferred: true);
        }

        var moment = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        connection.Execute("SET TRANSACTION READ ONLY", transaction: moment);
        return moment;
    }

    private Result<DbConnection> Connect()
    {
        switch (this)
        {
            case SqliteFile sqlite:
                return new SqliteConnection(new SqliteConnectionStringBuilder
                {
                    DataSource = sqlite.File, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
                }.ToString());
            case PostgreSqlServer { PasswordFile: { Length: > 0 } file } when !System.IO.File.Exists(file) || SecretFile.IsOpenToOthers(file):
                return new SourceSecretIsNotSafe(Name, file);
            case PostgreSqlServer server:
                return new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.Connection)
                {
                    Password = server.PasswordFile.Length > 0 ? SecretFile.Read(server.PasswordFile) : null,
                    ApplicationName = "candour", IncludeErrorDetail = false, Pooling = false,
                    Options = "-c default_transaction_read_only=on",
                }.ToString());
            default:
                throw new InvalidOperationException("There are two kinds of source.");
        }
    }
}

/// <summary>The source does not answer, or not what it was asked.</summary>
public sealed record SourceCannotBeRead(string Source, string Code) : Refusal(
    $"The source '{Source}' could not be read (its database says {Code}): nothing was taken. See that the database runs, that its user may "
    + "read what the query in the settings names, and that the query is one SELECT.");

/// <summary>The file with the password is missing, or others may read it.</summary>
public sealed record SourceSecretIsNotSafe(string Source, string File) : Refusal(
    $"The password of the source '{Source}' is expected in {File}, which is missing or open to others: make it a file of mode 600.");
