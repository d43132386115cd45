using System.Data;
using System.Data.Common;
using Candour.Kernel;
using Candour.Store.Auditing;
using Dapper;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    /// <summary>
    /// Appends entries that stand for themselves, as readings do, in one transaction: many at once cost little more than one.
    /// </summary>
    public void Append(IReadOnlyList<AuditEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count > 0)
        {
            using var act = database.Begin();
            act.Commit(entries);
        }
    }

    /// <summary>The audit trail, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Audit() => [.. Audit(AuditFilter.Everything).Select(record => record.Entry)];

    /// <summary>The entries of the trail that are asked for, oldest first.</summary>
    public IReadOnlyList<AuditRecord> Audit(AuditFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            .. database.Read<AuditWords>(
                    """
                    SELECT sequence, at, who, act, subject, scope, reason FROM audit
                    WHERE at >= @Since AND (@Who = '' OR who = @Who) AND (@Act = '' OR act = @Act)
                    ORDER BY sequence
                    """,
                    new { Since = Time(filter.Since), filter.Who, filter.Act })
                .Select(row => new AuditRecord(
                    row.Sequence, new AuditEntry(Time(row.At), row.Who, row.Act, row.Subject, row.Scope, row.Reason))),
        ];
    }

    /// <summary>Signs how far the trail has come, with the workspace's key.</summary>
    public Result<SignedHead> SignHead(string keyFolder, string workspace, DateTimeOffset now) =>
        VerifyAudit([]).Then(head => AuditKeys.Sign(keyFolder, workspace, head, now));

    /// <summary>
    /// Follows the whole trail, and names the first place that is not as it was written. Without a head that was kept
    /// elsewhere, whoever could write every hash anew and cut the tail stays unseen; the heads' signatures have been checked.
    /// </summary>
    public Result<AuditHead> VerifyAudit(IReadOnlyList<SignedHead> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        var check = new ChainCheck(heads);
        try
        {
            using var connection = database.ConnectToRead();
            using var transaction = database.BeginToRead(connection);
            using (var rows = connection.ExecuteReader(
                "SELECT sequence, at, who, act, subject, scope, reason, hash FROM audit ORDER BY sequence", transaction: transaction))
            {
                while (rows.Read())
                {
                    if (rows.GetValue(0) is not long sequence || Enumerable.Range(1, 7).Any(column => rows.GetValue(column) is not string))
                    {
                        return new AuditTrailIsBroken($"at entry {check.Reached.Sequence + 1}", "its row does not hold what a row holds.");
                    }

                    var words = new AuditWords(
                        sequence, rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5),
                        rows.GetString(6));
                    if (!check.Follow(words, rows.GetString(7), out var broken))
                    {
                        return broken;
                    }
                }
            }

            return connection.Query<(long Sequence, string Hash)>("SELECT sequence, hash FROM audit_head", transaction: transaction).AsList()
                is [var said]
                ? check.End(new AuditHead(said.Sequence, said.Hash ?? ""))
                : new AuditTrailIsBroken($"after entry {check.Reached.Sequence}", "its head is missing.");
        }
        catch (Exception fault) when (fault is DbException or InvalidCastException or DataException or FormatException or OverflowException)
        {
            return new AuditTrailIsBroken($"after entry {check.Reached.Sequence}", "the database cannot read what stands there.");
        }
    }
}
