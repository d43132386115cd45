using Candour.Kernel;

namespace Candour.Store;

/// <summary>Which workspace a store is for. Saying so is no act of a person and leaves no entry.</summary>
public sealed partial class OperationalStore
{
    /// <summary>Begins a store for a new workspace; one in which something was done belongs to whoever did it.</summary>
    internal Result<OperationalStore> BeginFor(string workspace)
    {
        using (var act = database.Begin())
        {
            act.Execute(
                """
                INSERT INTO workspace (one, id) VALUES (1, @Id)
                ON CONFLICT (one) DO UPDATE SET id = excluded.id WHERE (SELECT sequence FROM audit_head) = 0
                """,
                new { Id = workspace });
            act.Commit([]);
        }

        return BelongTo(workspace);
    }

    /// <summary>Refuses when the store belongs to another workspace; one of before there were owners gets its own now.</summary>
    internal Result<OperationalStore> BelongTo(string workspace)
    {
        if (Owner() is [])
        {
            using var act = database.Begin();
            act.Execute("INSERT INTO workspace (one, id) VALUES (1, @Id) ON CONFLICT (one) DO NOTHING", new { Id = workspace });
            act.Commit([]);
        }

        return Owner() is [var owner] && owner == workspace ? this : new StoreBelongsToAnother();
    }

    private IReadOnlyList<string> Owner() => database.Read<string>("SELECT id FROM workspace", new { });
}
