using System.Data.Common;
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
        connection = database.Connect();
        try
        {
            transaction = database.BeginAlone(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How many rows were changed; for a list of parameters, all of them together.</summary>
    public int Execute(string sql, object parameters) => connection.Execute(sql, parameters, transaction);

    public IReadOnlyList<T> Read<T>(string sql, object parameters) => connection.Query<T>(sql, parameters, transaction).AsList();

    /// <summary>Commits what was done and the entry that says so, or neither.</summary>
    public void Commit(AuditEntry entry) => Commit([entry]);

    /// <summary>The same for an act of several entries.</summary>
    public void Commit(IReadOnlyList<AuditEntry> entries)
    {
        AuditChain.Append(database, connection, transaction, entries);
        transaction.Commit();
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
