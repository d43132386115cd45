using System.Data.Common;
using Candour.Kernel;
using Candour.Store.Auditing;
using Dapper;

namespace Candour.Store.Databases;

/// <summary>
/// One act on the store: a transaction that is the only one to write, and that commits only together with its audit
/// entry. Left without a commit, it leaves nothing.
/// </summary>
internal sealed class Act : IDisposable
{
    private readonly Database database;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    internal Act(Database database)
    {
        this.database = database;
        connection = database.OnDisk(database.Connect);
        try
        {
            transaction = database.OnDisk(() => database.BeginAlone(connection));
            FaultPoints.Reach(FaultPoint.ActBegun);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How many rows were changed; for a list of parameters, all of them together.</summary>
    public int Execute(string sql, object parameters) =>
        database.OnDisk(() => connection.Execute(sql, parameters, transaction));

    /// <summary>
    /// Changes one row that people edit, if it still has the version it had when they read it. The statement compares and
    /// raises that version; what is changed meanwhile is refused and never overwritten.
    /// </summary>
    public Result<long> Change(string what, string sql, object parameters) => Execute(sql, parameters) switch
    {
        1 => 1,
        0 => new ChangedMeanwhile(what),
        var rows => throw new InvalidOperationException($"A change of one row met {rows}."),
    };

    public IReadOnlyList<T> Read<T>(string sql, object parameters) =>
        database.OnDisk(() => connection.Query<T>(sql, parameters, transaction).AsList());

    /// <summary>Commits what was done and the entry that says so, or neither.</summary>
    public void Commit(AuditEntry entry) => Commit([entry]);

    /// <summary>The same for an act of several entries.</summary>
    public void Commit(IReadOnlyList<AuditEntry> entries)
    {
        database.OnDisk(() =>
        {
            AuditChain.Append(database, connection, transaction, entries);
            FaultPoints.Reach(FaultPoint.EntryWritten);
            transaction.Commit();
            return entries.Count;
        });
        FaultPoints.Reach(FaultPoint.ActCommitted);
    }

    public void Dispose() => database.OnDisk(() =>
    {
        transaction.Dispose();
        connection.Dispose();
        return 0;
    });
}
