using Candour.Access;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;

namespace Candour.Publishing;

/// <summary>The public list of organisations that support people: who proposes, who decides, and what is shown.</summary>
public sealed class SupportEntries(OperationalStore store, TimeProvider clock)
{
    /// <summary>What the public sees, by place and name; those for everywhere first.</summary>
    public IReadOnlyList<SupportOrganisation> Shown => [.. store.Support().Where(one => one.State == SupportState.Shown)];

    /// <summary>What waits for a second person.</summary>
    public IReadOnlyList<SupportOrganisation> Proposed => [.. store.Support().Where(one => one.State == SupportState.Proposed)];

    public Result<SupportText> Propose(Viewer viewer, SupportText typed, string replaces)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return SupportEntry.Checked(typed).Then<SupportText>(text =>
        {
            if (replaces.Length > 0 && Shown.All(one => one.Id != replaces))
            {
                return new NoSuchSupport();
            }

            var id = Secret.NewId();
            store.ProposeSupport(id, text, replaces, Entry(viewer, "propose support", id));
            return text;
        });
    }

    public Result<SupportOrganisation> Decide(Viewer viewer, string id, bool show)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return store.DecideSupport(id, show, Entry(viewer, show ? "show support" : "refuse support", id));
    }

    public Result<SupportOrganisation> Withdraw(Viewer viewer, string id)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return store.WithdrawSupport(id, Entry(viewer, "withdraw support", id));
    }

    private AuditEntry Entry(Viewer viewer, string act, string id) => new(clock.GetUtcNow(), viewer.Person, act, id, "", "");
}
