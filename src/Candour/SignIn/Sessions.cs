using System.Collections.Concurrent;
using Candour.Access;
using Candour.Store;

namespace Candour.SignIn;

/// <summary>
/// The sessions of everybody who has signed in. What is known of one is asked of the store again after half a second, so
/// that a changed role, a departure or a sign-out ends it everywhere within a second.
/// </summary>
public sealed class Sessions(OperationalStore store, TimeProvider clock)
{
    private const int Kept = 10_000;

    /// <summary>How often the store is told that somebody is still there.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Visitor Visitor, DateTimeOffset AskedAt)> known = new(StringComparer.Ordinal);

    /// <summary>Begins a session and answers its secret, which only the person's browser keeps.</summary>
    public string Start(PersonRecord person, string scope)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (secret, now) = (Secret.New(), clock.GetUtcNow());
        store.StartSession(Secret.Hash(secret), person.Id, now, new AuditEntry(now, person.Id, "sign in", person.Id, scope, ""));
        return secret;
    }

    /// <summary>The visitor with that secret; nobody when the session is over, or never was.</summary>
    public Visitor Find(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var (hash, now) = (Secret.Hash(secret), clock.GetUtcNow());
        if (known.TryGetValue(hash, out var before) && now - before.AskedAt < SessionRules.Freshness && now >= before.AskedAt)
        {
            return before.Visitor;
        }

        if (known.Count > Kept)
        {
            known.Clear();
        }

        var visitor = Ask(hash, now);
        known[hash] = (visitor, now);
        return visitor;
    }

    /// <summary>The person has proved who they are again.</summary>
    public void Confirm(Visitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var now = clock.GetUtcNow();
        store.ConfirmSession(visitor.Session, now, new AuditEntry(now, visitor.Viewer.Person, "confirm", visitor.Viewer.Person, "", ""));
        known.TryRemove(visitor.Session, out _);
    }

    /// <summary>The person leaves.</summary>
    public void End(Visitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var now = clock.GetUtcNow();
        store.EndSession(visitor.Session, now, new AuditEntry(now, visitor.Viewer.Person, "sign out", visitor.Viewer.Person, "", ""));
        known.TryRemove(visitor.Session, out _);
    }

    private Visitor Ask(string hash, DateTimeOffset now)
    {
        if (store.FindSession(hash) is not { Person.IsActive: true } found
            || new Session(found.StartedAt, found.SeenAt, found.ConfirmedAt) is not { } session
            || !SessionRules.IsAlive(session, now))
        {
            return Visitor.Nobody;
        }

        if (now - found.SeenAt > Told)
        {
            store.SeeSession(hash, now);
        }

        return new Visitor(
            Viewer.On(Day(now), found.Person.Id, found.Person.Name, store.AssignmentsOf(found.Person.Id).Select(Assignments.Of)),
            hash,
            SessionRules.IsConfirmed(session, now),
            store.PurposesOf(found.Person.Id).Any(purpose =>
                purpose.Kind == nameof(PurposeKind.BreakGlass) && purpose.From <= now && now < purpose.Until),
            found.Person.Kind == SignInKind.Sample,
            store.NoticesOf(found.Person.Id) is [var newest, ..] ? newest.Id : "");
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
