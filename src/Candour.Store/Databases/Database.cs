using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Candour.Kernel;
using Candour.Store.Auditing;
using Dapper;

namespace Candour.Store.Databases;

/// <summary>
/// The database in which an operational store lies: a SQLite file beside the submissions, or PostgreSQL on a server. The
/// two differ only in what stands in these methods; every statement above them is the same text on both.
/// </summary>
public abstract partial class Database
{
    private Database()
    {
    }

    /// <summary>The folder of its numbered migrations.</summary>
    internal abstract string Migrations { get; }

    /// <summary>Refuses a database that holds no store, or a newer one, before anything of it is changed.</summary>
    internal abstract Result<Database> Examine();

    /// <summary>Refuses a place in which no new store can be made.</summary>
    internal abstract Result<Database> ExamineNew();

    /// <summary>A connection that may write; everything acknowledged on it survives a loss of power.</summary>
    internal abstract DbConnection Connect();

    /// <summary>A connection on which the database itself refuses every write.</summary>
    internal abstract DbConnection ConnectToRead();

    /// <summary>
    /// Begins a transaction that waits until it is the only one that writes, so that what it decides from what it reads is
    /// still true when it commits.
    /// </summary>
    internal abstract DbTransaction BeginAlone(DbConnection connection);

    /// <summary>Begins a transaction that reads everything as it is at one moment, and hinders nobody.</summary>
    internal abstract DbTransaction BeginToRead(DbConnection connection);

    /// <summary>What this database needs once before its first migration, inside no transaction.</summary>
    internal abstract void Prepare(DbConnection connection);

    /// <summary>How many migrations the store has seen; 0 for none.</summary>
    internal abstract long VersionOf(DbConnection connection, DbTransaction? transaction);

    internal abstract void SetVersion(DbConnection connection, DbTransaction transaction, long version);

    /// <summary>Inserts rows of the audit trail in the way that is quickest here.</summary>
    internal abstract void Append(DbConnection connection, DbTransaction transaction, IReadOnlyList<ChainedWords> rows);

    /// <summary>The tables that the migrations made, in the order in which they were made.</summary>
    internal abstract IReadOnlyList<Table> Tables(DbConnection connection, DbTransaction transaction);

    /// <summary>A fault of the database that a person can act on, as the refusal that says how.</summary>
    internal abstract bool TryExplain(DbException fault, [NotNullWhen(true)] out Refusal? refusal);

    /// <summary>What the disk under the database did, in words; empty when the fault is not the disk's.</summary>
    internal abstract string DiskFault(DbException fault);

    /// <summary>Does something with the database; a full or failing disk below it is a fault of the disk, in words.</summary>
    internal T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException fault) when (DiskFault(fault) is { Length: > 0 } words)
        {
            throw new StoreDiskException(words, fault);
        }
    }

    /// <summary>Begins an act: a transaction alone, which commits only with its audit entry.</summary>
    internal Act Begin() => new(this);

    /// <summary>Tables from rows of table, column and place in the key (0 for none), in order.</summary>
    private static IReadOnlyList<Table> Tables(IEnumerable<(string Table, string Column, long Key)> columns) =>
    [
        .. columns.GroupBy(column => column.Table).Select(table => new Table(
            table.Key,
            [.. table.Select(column => column.Column)],
            [.. table.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Column)])),
    ];

    /// <summary>Reads on a connection of its own.</summary>
    internal IReadOnlyList<T> Read<T>(string sql, object parameters)
    {
        return OnDisk(() =>
        {
            using var connection = ConnectToRead();
            return connection.Query<T>(sql, parameters).AsList();
        });
    }
}
