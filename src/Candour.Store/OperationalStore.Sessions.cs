using Candour.Store.Databases;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    /// <summary>Begins a session; only the hash of its secret is kept.</summary>
    public void StartSession(string secretHash, string person, DateTimeOffset now, AuditEntry entry) => Act(entry, act =>
    {
        act.Execute(
            """
            INSERT INTO session (secret_hash, person, started_at, seen_at, confirmed_at, ended_at)
            VALUES (@Hash, @Person, @Now, @Now, @Now, '')
            """,
            new { Hash = secretHash, Person = person, Now = Time(now) });
        return true;
    });

    /// <summary>The session, unless it was ended or never was.</summary>
    public SessionRecord? FindSession(string secretHash)
    {
        var found = database.Read<(string Person, string StartedAt, string SeenAt, string ConfirmedAt)>(
            "SELECT person, started_at, seen_at, confirmed_at FROM session WHERE secret_hash = @Hash AND ended_at = ''",
            new { Hash = secretHash });
        return found is [var session]
            ? new SessionRecord(FindPerson(session.Person)!, Time(session.StartedAt), Time(session.SeenAt), Time(session.ConfirmedAt))
            : null;
    }

    /// <summary>The person is still there; no act of theirs, so the trail is told nothing.</summary>
    public void SeeSession(string secretHash, DateTimeOffset now)
    {
        using var act = database.Begin();
        act.Execute("UPDATE session SET seen_at = @Now WHERE secret_hash = @Hash AND ended_at = ''", new { Hash = secretHash, Now = Time(now) });
        act.Commit([]);
    }

    /// <summary>The person proved again who they are.</summary>
    public void ConfirmSession(string secretHash, DateTimeOffset now, AuditEntry entry) => Act(entry, act =>
    {
        act.Execute(
            "UPDATE session SET confirmed_at = @Now, seen_at = @Now WHERE secret_hash = @Hash AND ended_at = ''",
            new { Hash = secretHash, Now = Time(now) });
        return true;
    });

    /// <summary>The person leaves.</summary>
    public void EndSession(string secretHash, DateTimeOffset now, AuditEntry entry) => Act(entry, act =>
    {
        act.Execute(
            "UPDATE session SET ended_at = @Now WHERE secret_hash = @Hash AND ended_at = ''",
            new { Hash = secretHash, Now = Time(now) });
        return true;
    });

    /// <summary>Everything a person has open ends: what they may do has changed.</summary>
    private static void EndSessions(Act act, string person, DateTimeOffset now) =>
        act.Execute(
            "UPDATE session SET ended_at = @Now WHERE person = @Person AND ended_at = ''",
            new { Person = person, Now = Time(now) });
}
