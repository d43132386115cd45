using Candour.Kernel;
using Candour.Store.Databases;

namespace Candour.Store;

/// <summary>The public list of organisations that support people: proposed → shown or refused by a second person → withdrawn.</summary>
public sealed partial class OperationalStore
{
    private const string SupportColumns =
        "id, name, helps, place, telephone, web, hours, replaces, state, proposed_by AS proposedBy, decided_by AS decidedBy, version";

    /// <summary>Every entry there is or was, by place and name.</summary>
    public IReadOnlyList<SupportOrganisation> Support() =>
        [.. database.Read<SupportRow>($"SELECT {SupportColumns} FROM support_organisation ORDER BY place, name, id", new { }).Select(row => row.Record)];

    /// <summary>Proposes an entry, or another text in the place of one that is shown.</summary>
    public void ProposeSupport(string id, SupportText text, string replaces, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(entry);
        Act(entry, act =>
        {
            act.Execute(
                """
                INSERT INTO support_organisation (id, name, helps, place, telephone, web, hours, replaces, state, proposed_by, decided_by, version)
                VALUES (@Id, @Name, @Helps, @Place, @Telephone, @Web, @Hours, @Replaces, 'proposed', @By, '', 1)
                """,
                new { Id = id, text.Name, text.Helps, text.Place, text.Telephone, text.Web, text.Hours, Replaces = replaces, By = entry.Who });
            return true;
        });
    }

    /// <summary>Shows an entry, or refuses it, in the name of a person other than its proposer. What it replaces is withdrawn.</summary>
    public Result<SupportOrganisation> DecideSupport(string id, bool show, AuditEntry entry) =>
        ChangeSupport(id, [SupportState.Proposed], show ? SupportState.Shown : SupportState.Refused, entry, found => found.ProposedBy != entry.Who);

    /// <summary>Takes an entry back at once, whether it was decided on or not; that needs nobody else.</summary>
    public Result<SupportOrganisation> WithdrawSupport(string id, AuditEntry entry) =>
        ChangeSupport(id, [SupportState.Proposed, SupportState.Shown], SupportState.Withdrawn, entry, _ => true);

    private Result<SupportOrganisation> ChangeSupport(
        string id, IReadOnlyList<SupportState> from, SupportState to, AuditEntry entry, Func<SupportOrganisation, bool> mayDo)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var act = database.Begin();
        if (One(act, id) is not { } found || !from.Contains(found.State))
        {
            return new NoSuchSupport();
        }

        if (!mayDo(found))
        {
            return new DecidedByItsProposer(found.Text.Name);
        }

        if (!Put(act, found, to, entry.Who).Try(out _, out var refusal))
        {
            return refusal;
        }

        if (to == SupportState.Shown && One(act, found.Replaces) is { State: SupportState.Shown } replaced
            && !Put(act, replaced, SupportState.Withdrawn, entry.Who).Try(out _, out refusal))
        {
            return refusal;
        }

        act.Commit(entry);
        return found with { State = to, DecidedBy = entry.Who, Version = found.Version + 1 };
    }

    private static SupportOrganisation? One(Act act, string id) =>
        act.Read<SupportRow>($"SELECT {SupportColumns} FROM support_organisation WHERE id = @Id", new { Id = id }) is [var row] ? row.Record : null;

    private static Result<long> Put(Act act, SupportOrganisation found, SupportState to, string by) => act.Change(
        "The entry",
        "UPDATE support_organisation SET state = @State, decided_by = @By, version = version + 1 WHERE id = @Id AND version = @Version",
        new { State = to.ToString().ToLowerInvariant(), By = by, found.Id, found.Version });

    private sealed record SupportRow(
        string Id, string Name, string Helps, string Place, string Telephone, string Web, string Hours, string Replaces, string State,
        string ProposedBy, string DecidedBy, long Version)
    {
        public SupportOrganisation Record => new(
            Id, new SupportText(Name, Helps, Place, Telephone, Web, Hours), Replaces, Enum.Parse<SupportState>(State, ignoreCase: true), ProposedBy,
            DecidedBy, Version);
    }
}
