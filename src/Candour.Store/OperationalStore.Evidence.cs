using System.Globalization;
using Candour.Kernel;
using Candour.Store.Databases;
using Candour.Store.Evidencing;
using Candour.Store.Keeping;

namespace Candour.Store;

/// <summary>Documents that are cited: put in once, perhaps with redacted versions, and erased on the record.</summary>
public sealed partial class OperationalStore
{
    private const string EvidenceColumns =
        """
        id, title, agency, hierarchy, area, class, purpose, keep_until AS keepUntil, put_by AS putBy, put_at AS putAt,
        erased_by AS erasedBy, erased_at AS erasedAt, erased_reason AS erasedReason
        """;

    /// <summary>Every document, the newest first; those that were erased too.</summary>
    public IReadOnlyList<EvidenceRecord> Evidence()
    {
        var versions = database.Read<VersionRow>(
                "SELECT evidence, ordinal, file, sealed AS sealedAs, size, kind, put_by AS putBy, put_at AS putAt FROM evidence_version ORDER BY ordinal", new { })
            .ToLookup(row => row.Evidence, StringComparer.Ordinal);
        return
        [
            .. database.Read<EvidenceRow>($"SELECT {EvidenceColumns} FROM evidence ORDER BY put_at DESC, id", new { })
                .Select(row => row.ToRecord([.. versions[row.Id].Select(version => version.ToRecord())])),
        ];
    }

    /// <summary>One document, erased or not; refuses what was never here.</summary>
    public Result<EvidenceRecord> EvidenceOf(ContentHash id) => database.Read<EvidenceRow>(
            $"SELECT {EvidenceColumns} FROM evidence WHERE id = @Id", new { Id = id.Hex }) is [var row]
        ? row.ToRecord(
        [
            .. database.Read<VersionRow>(
                "SELECT evidence, ordinal, file, sealed AS sealedAs, size, kind, put_by AS putBy, put_at AS putAt FROM evidence_version WHERE evidence = @Id ORDER BY ordinal",
                new { Id = id.Hex }).Select(version => version.ToRecord()),
        ])
        : new NoSuchEvidence(id.Abbreviated);

    /// <summary>Whether a content may be put in: it is not kept, and was never erased.</summary>
    public Result<ContentHash> MayPutEvidence(ContentHash content) => MayPut(content, database.Read<string>);

    /// <summary>Records a document with its original; the same bytes are kept once.</summary>
    internal Result<EvidenceRecord> PutEvidence(EvidenceRecord evidence, AuditEntry entry)
    {
        using var act = database.Begin();
        if (!MayPut(evidence.Id, act.Read<string>).Try(out _, out var refusal))
        {
            return refusal;
        }

        act.Execute(
            """
            INSERT INTO evidence (id, title, agency, hierarchy, area, class, purpose, keep_until, put_by, put_at, erased_by, erased_at, erased_reason)
            VALUES (@Id, @Title, @Agency, @Hierarchy, @Area, @Class, @Purpose, @KeepUntil, @PutBy, @PutAt, '', '', '')
            """,
            new
            {
                Id = evidence.Id.Hex, evidence.Title, evidence.Agency, evidence.Hierarchy, evidence.Area, evidence.Class, evidence.Purpose,
                KeepUntil = Day(evidence.KeepUntil), evidence.PutBy, PutAt = Time(evidence.PutAt),
            });
        Add(act, evidence.Id, evidence.Versions[0]);
        act.Commit(entry);
        return evidence;
    }

    /// <summary>Records a redacted version, which is shown from now on in the place of an earlier one.</summary>
    internal Result<EvidenceRecord> AddRedacted(ContentHash id, KeptFile file, string kind, AuditEntry entry)
    {
        using var act = database.Begin();
        if (!StillHere(act, id).Then(_ => MayPut(file.Id, act.Read<string>)).Try(out _, out var refusal))
        {
            return refusal;
        }

        var last = act.Read<long>("SELECT max(ordinal) FROM evidence_version WHERE evidence = @Id", new { Id = id.Hex })[0];
        Add(act, id, new EvidenceVersion((int)last + 1, file, kind, entry.Who, entry.At));
        act.Commit(entry);
        return EvidenceOf(id);
    }

    /// <summary>
    /// Records that a document is erased, with every version: its title goes, and its files are forgotten, which the caller deletes.
    /// A file that was sent with a pack stays with the pack.
    /// </summary>
    internal Result<EvidenceRecord> EraseEvidence(ErasedEvidence erased, AuditEntry entry)
    {
        using var act = database.Begin();
        if (!StillHere(act, erased.Id).Try(out _, out var refusal))
        {
            return refusal;
        }

        act.Execute(
            "UPDATE evidence SET title = '', purpose = '', erased_by = @Who, erased_at = @At, erased_reason = @Reason WHERE id = @Id",
            new { Id = erased.Id.Hex, erased.Who, At = Time(erased.At), erased.Reason });
        act.Execute(
            """
            DELETE FROM kept_file
            WHERE id IN (SELECT file FROM evidence_version WHERE evidence = @Id) AND id NOT IN (SELECT file FROM pack_file)
            """,
            new { Id = erased.Id.Hex });
        act.Commit(entry);
        return EvidenceOf(erased.Id);
    }

    /// <summary>What was erased, the oldest first.</summary>
    public IReadOnlyList<ErasedEvidence> ErasedDocuments() =>
        [.. Evidence().Select(one => one.Erased).OfType<ErasedEvidence>().OrderBy(one => one.At).ThenBy(one => one.Id.Hex, StringComparer.Ordinal)];

    /// <summary>The names of sealed files that erased documents had and that nothing keeps any more.</summary>
    internal IReadOnlyList<string> SealedOfErased() => database.Read<string>(
        """
        SELECT evidence_version.sealed FROM evidence_version JOIN evidence ON evidence.id = evidence_version.evidence
        WHERE evidence.erased_at <> '' AND evidence_version.sealed NOT IN (SELECT sealed FROM kept_file)
        """,
        new { });

    private static Result<ContentHash> StillHere(Act act, ContentHash id) =>
        act.Read<string>("SELECT erased_at FROM evidence WHERE id = @Id", new { Id = id.Hex }) switch
        {
            [""] => id,
            [var at] => new EvidenceIsErased(id, Time(at)),
            _ => new NoSuchEvidence(id.Abbreviated),
        };

    private static Result<ContentHash> MayPut(ContentHash content, Func<string, object, IReadOnlyList<string>> read)
    {
        var named = new { Id = content.Hex };
        return read(
                """
                SELECT evidence.erased_at FROM evidence_version JOIN evidence ON evidence.id = evidence_version.evidence
                WHERE evidence_version.file = @Id
                """,
                named) switch
            {
                [{ Length: > 0 } at] => new EvidenceIsErased(content, Time(at)),
                [_] => new EvidenceIsKept(content),
                _ => read("SELECT id FROM kept_file WHERE id = @Id", named).Count > 0 ? new EvidenceIsKept(content) : content,
            };
    }

    private static void Add(Act act, ContentHash id, EvidenceVersion version)
    {
        Keep(act, version.File);
        act.Execute(
            """
            INSERT INTO evidence_version (evidence, ordinal, file, sealed, size, kind, put_by, put_at)
            VALUES (@Evidence, @Ordinal, @File, @Sealed, @Size, @Kind, @PutBy, @PutAt)
            """,
            new
            {
                Evidence = id.Hex, version.Ordinal, File = version.File.Id.Hex, Sealed = version.File.Sealed.Hex, version.File.Size, version.Kind,
                version.PutBy, PutAt = Time(version.PutAt),
            });
    }

    private sealed record VersionRow(string Evidence, long Ordinal, string File, string SealedAs, long Size, string Kind, string PutBy, string PutAt)
    {
        public EvidenceVersion ToRecord() =>
            new((int)Ordinal, new KeptFile(Hash(File), Hash(SealedAs), Size, Time(PutAt)), Kind, PutBy, Time(PutAt));
    }

    private sealed record EvidenceRow(
        string Id, string Title, string Agency, string Hierarchy, string Area, string Class, string Purpose, string KeepUntil, string PutBy,
        string PutAt, string ErasedBy, string ErasedAt, string ErasedReason)
    {
        public EvidenceRecord ToRecord(IReadOnlyList<EvidenceVersion> versions) => new(
            Hash(Id), Title, Agency, Hierarchy, Area, Class, Purpose, DateOnly.ParseExact(KeepUntil, "yyyy-MM-dd", CultureInfo.InvariantCulture), PutBy,
            Time(PutAt), versions, ErasedAt.Length == 0 ? null : new ErasedEvidence(Hash(Id), Time(ErasedAt), ErasedBy, ErasedReason));
    }
}
