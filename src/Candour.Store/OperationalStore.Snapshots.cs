using Candour.Kernel;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    /// <summary>Records what a snapshot is made of; recording it again only makes it the one pinned last.</summary>
    public void Record(SnapshotRecord snapshot, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        using var act = database.Begin();
        var isNew = act.Execute(
            """
            INSERT INTO snapshot (id, definitions, made_at, pinned, ordinal)
            VALUES (@Id, @Definitions, @MadeAt, (SELECT coalesce(max(pinned), 0) + 1 FROM snapshot), NULL)
            ON CONFLICT (id) DO NOTHING
            """,
            new { Id = snapshot.Id.Hex, Definitions = snapshot.Definitions.Hex, MadeAt = Time(snapshot.MadeAt) }) > 0;
        if (isNew)
        {
            act.Execute(
                "INSERT INTO snapshot_submission (snapshot, submission) VALUES (@Snapshot, @Submission)",
                snapshot.Submissions.Select(submission => new { Snapshot = snapshot.Id.Hex, Submission = submission.Hex }));
        }
        else
        {
            act.Execute(
                """
                UPDATE snapshot SET pinned = (SELECT max(pinned) + 1 FROM snapshot)
                WHERE id = @Id AND pinned < (SELECT max(pinned) FROM snapshot)
                """,
                new { Id = snapshot.Id.Hex });
        }

        act.Commit(entry);
    }

    /// <summary>Makes a snapshot the one that readers see; call it only when its cells are whole.</summary>
    public void MakeCurrent(ContentHash snapshot, AuditEntry entry)
    {
        using var act = database.Begin();
        act.Execute(
            """
            UPDATE snapshot SET ordinal = (SELECT coalesce(max(ordinal), 0) + 1 FROM snapshot)
            WHERE id = @Id AND (ordinal IS NULL OR ordinal < (SELECT max(ordinal) FROM snapshot))
            """,
            new { Id = snapshot.Hex });
        act.Commit(entry);
    }

    private const string SnapshotParts =
        "SELECT one.id, one.definitions, one.made_at, part.submission FROM snapshot one LEFT JOIN snapshot_submission part ON part.snapshot = one.id";

    private const string InOrder = "ORDER BY part.submission";

    /// <summary>The snapshot that readers see; none before the first is computed.</summary>
    public SnapshotRecord? CurrentSnapshot() =>
        ReadSnapshot($"{SnapshotParts} WHERE one.id = (SELECT id FROM snapshot WHERE ordinal IS NOT NULL ORDER BY ordinal DESC LIMIT 1) {InOrder}", new { });

    /// <summary>The snapshot pinned last, computed or not; none before the first.</summary>
    public SnapshotRecord? LatestSnapshot() =>
        ReadSnapshot($"{SnapshotParts} WHERE one.id = (SELECT id FROM snapshot ORDER BY pinned DESC LIMIT 1) {InOrder}", new { });

    public SnapshotRecord? FindSnapshot(ContentHash id) =>
        ReadSnapshot($"{SnapshotParts} WHERE one.id = @Id {InOrder}", new { Id = id.Hex });

    /// <summary>The submissions that a snapshot is made of, by id; all of them in one reading, for there may be hundreds.</summary>
    public IReadOnlyList<SubmissionRecord> SubmissionsOf(SnapshotRecord snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var found = Read(
            $"SELECT {SubmissionColumns} FROM submission WHERE id IN (SELECT submission FROM snapshot_submission WHERE snapshot = @Id) ORDER BY id",
            new { Id = snapshot.Id.Hex });
        return found.Count == snapshot.Submissions.Count ? found
            : throw new InvalidDataException("The store does not hold every submission of a snapshot.");
    }

    /// <summary>Every computed snapshot, the one that became current last first.</summary>
    public IReadOnlyList<SnapshotRecord> Snapshots() =>
    [
        .. database.Read<string>("SELECT id FROM snapshot WHERE ordinal IS NOT NULL ORDER BY ordinal DESC", new { })
            .Select(id => FindSnapshot(Hash(id))!),
    ];

    /// <summary>A snapshot with its submissions, in one reading.</summary>
    private SnapshotRecord? ReadSnapshot(string sql, object parameters)
    {
        var rows = database.Read<(string Id, string Definitions, string MadeAt, string? Submission)>(sql, parameters);
        return rows is not [var snapshot, ..] ? null : new SnapshotRecord(
            Hash(snapshot.Id), Hash(snapshot.Definitions), Time(snapshot.MadeAt), [.. rows.Select(row => row.Submission).OfType<string>().Select(Hash)]);
    }
}
