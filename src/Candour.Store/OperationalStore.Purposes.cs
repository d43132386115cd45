
namespace Candour.Store;

public sealed partial class OperationalStore
{
    private const string PurposeColumns =
        "id, kind, person, given_by, dataset, hierarchy, area, month, reason, from_at, until_at, cap, shown";

    /// <summary>Gives a purpose, and tells whoever must hear of it, in one act.</summary>
    public void GivePurpose(PurposeRecord purpose, IReadOnlyList<Notice> notices, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        Act(entry, act =>
        {
            act.Execute(
                $"""
                INSERT INTO purpose ({PurposeColumns})
                VALUES (@Id, @Kind, @Person, @GivenBy, @Dataset, @Hierarchy, @Area, @Month, @Reason, @From, @Until, @Cap, @Shown)
                """,
                new
                {
                    purpose.Id, purpose.Kind, purpose.Person, purpose.GivenBy, purpose.Dataset, purpose.Hierarchy, purpose.Area,
                    purpose.Month, purpose.Reason, From = Time(purpose.From), Until = Time(purpose.Until), purpose.Cap, purpose.Shown,
                });
            act.Execute(
                "INSERT INTO notice (id, person, at, text) VALUES (@Id, @Person, @At, @Text)",
                notices.Select(notice => new { notice.Id, notice.Person, At = Time(notice.At), notice.Text }));
            return true;
        });
    }

    /// <summary>The purposes of a person, open or over.</summary>
    public IReadOnlyList<PurposeRecord> PurposesOf(string person) =>
        ReadPurposes($"SELECT {PurposeColumns} FROM purpose WHERE person = @Value ORDER BY from_at, id", person);

    /// <summary>The purposes of that id: one, or none.</summary>
    public IReadOnlyList<PurposeRecord> PurposesWithId(string id) =>
        ReadPurposes($"SELECT {PurposeColumns} FROM purpose WHERE id = @Value ORDER BY id", id);

    /// <summary>Every purpose of a kind: the report of broken glasses.</summary>
    public IReadOnlyList<PurposeRecord> PurposesOfKind(string kind) =>
        ReadPurposes($"SELECT {PurposeColumns} FROM purpose WHERE kind = @Value ORDER BY from_at DESC, id", kind);

    /// <summary>
    /// Rows up to a number are about to be shown; false when the purpose does not allow so many, and then none may be.
    /// </summary>
    public bool ShowRows(string purpose, int upTo, AuditEntry entry) => Act(entry, act => act.Execute(
        "UPDATE purpose SET shown = CASE WHEN shown > @UpTo THEN shown ELSE @UpTo END WHERE id = @Id AND cap >= @UpTo", new { Id = purpose, UpTo = upTo }) > 0);

    /// <summary>What a person is told, newest first.</summary>
    public IReadOnlyList<Notice> NoticesOf(string person) =>
    [
        .. database.Read<(string Id, string Person, string At, string Text)>(
                "SELECT id, person, at, text FROM notice WHERE person = @Person ORDER BY at DESC, id", new { Person = person })
            .Select(row => new Notice(row.Id, row.Person, Time(row.At), row.Text)),
    ];

    private IReadOnlyList<PurposeRecord> ReadPurposes(string sql, string value) =>
        [.. database.Read<PurposeRow>(sql, new { Value = value }).Select(row => row.ToRecord())];

#pragma warning disable CA1707, IDE1006 // The names are the table's columns; Dapper matches constructor parameters by name.
    private sealed record PurposeRow(
        string id, string kind, string person, string given_by, string dataset, string hierarchy, string area, string month,
        string reason, string from_at, string until_at, long cap, long shown)
    {
        public PurposeRecord ToRecord() => new(
            id, kind, person, given_by, dataset, hierarchy, area, month, reason, Time(from_at), Time(until_at), (int)cap, (int)shown);
    }
#pragma warning restore CA1707, IDE1006
}
