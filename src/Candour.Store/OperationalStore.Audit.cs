using Candour.Store.Auditing;

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
    public IReadOnlyList<AuditEntry> Audit() =>
    [
        .. database.Read<AuditWords>(
                "SELECT sequence, at, who, act, subject, scope, reason FROM audit ORDER BY sequence", new { })
            .Select(row => new AuditEntry(Time(row.At), row.Who, row.Act, row.Subject, row.Scope, row.Reason)),
    ];
}
