using Candour.Store.Auditing;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    /// <summary>A page of the trail, newest first.</summary>
    /// <param name="before">Only entries with a smaller number.</param>
    /// <param name="who">Only those of this person; empty for all.</param>
    /// <param name="act">Only this kind of act; empty for all.</param>
    /// <param name="many">At most so many.</param>
    public IReadOnlyList<AuditRecord> Trail(long before, string who, string act, int many) =>
    [
        .. database.Read<AuditWords>(
                """
                SELECT sequence, at, who, act, subject, scope, reason FROM audit
                WHERE sequence < @Before AND (@Who = '' OR who = @Who) AND (@Act = '' OR act = @Act)
                ORDER BY sequence DESC LIMIT @Many
                """,
                new { Before = before, Who = who, Act = act, Many = many })
            .Select(row => new AuditRecord(
                row.Sequence, new AuditEntry(Time(row.At), row.Who, row.Act, row.Subject, row.Scope, row.Reason))),
    ];
}
