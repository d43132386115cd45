using Candour.Store.Databases;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    /// <summary>One act and its audit entry, in one transaction; when the act answers false nothing is written, not even the entry.</summary>
    private bool Act(AuditEntry entry, Func<Act, bool> decide)
    {
        using var act = database.Begin();
        if (!decide(act))
        {
            return false;
        }

        act.Commit(entry);
        return true;
    }
}
