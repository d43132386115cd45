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

    /// <summary>The snapshot that readers see; none before the first is computed.</summary>
    public SnapshotRecord? CurrentSnapshot() =>
        ReadSnapshot(
            "SELECT id, definitions, made_at FROM snapshot WHERE ordinal IS NOT NULL ORDER BY ordinal DESC LIMIT 1", new { });

    /// <summary>The snapshot pinned last, computed or not; none before the first.</summary>
    public SnapshotRecord? LatestSnapshot() =>
        ReadSnapshot("SELECT id, definitions, made_at FROM snapshot ORDER BY pinned DESC LIMIT 1", new { });

    public SnapshotRecord? FindSnapshot(ContentHash id) =>
        ReadSnapshot("SELECT id, definitions, made_at FROM snapshot WHERE id = @Id", new { Id = id.Hex });

    /// <summary>Every computed snapshot, the one that became current last first.</summary>
    public IReadOnlyList<SnapshotRecord> Snapshots() =>
    [
        .. database.Read<string>("SELECT id FROM snapshot WHERE ordinal IS NOT NULL ORDER BY ordinal DESC", new { })
            .Select(id => FindSnapshot(Hash(id))!),
    ];

    private SnapshotRecord? ReadSnapshot(string sql, object parameters)
    {
        var row = database.Read<(string Id, string Definitions, string MadeAt)>(sql, parameters)
            .Select(found => ((string Id, string Definitions, string MadeAt)?)found)
            .FirstOrDefault();
        if (row is not { } snapshot)
        {
            return null;
        }

        var submissions = database.Read<string>(
            "SELECT submission FROM snapshot_submission WHERE snapshot = @Id ORDER BY submission", new { snapshot.Id });
        return new SnapshotRecord(
            Hash(snapshot.Id), Hash(snapshot.Definitions), Time(snapshot.MadeAt), [.. submissions.Select(Hash)]);
    }
}
