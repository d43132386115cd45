namespace Candour.Access;

/// <summary>A visit that began with a sign-in.</summary>
/// <param name="StartedAt">When the person signed in.</param>
/// <param name="SeenAt">When they last asked for anything.</param>
/// <param name="ConfirmedAt">When they last proved who they are: at sign-in, and again before a grave act.</param>
public sealed record Session(DateTimeOffset StartedAt, DateTimeOffset SeenAt, DateTimeOffset ConfirmedAt);

/// <summary>How long a session lasts; all decisions are functions of the clock.</summary>
public static class SessionRules
{
    /// <summary>A screen left alone locks after this time.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    /// <summary>No session lives longer than a working day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <summary>A grave act needs a confirmation no older than this.</summary>
    public static readonly TimeSpan Confirmation = TimeSpan.FromMinutes(5);

    /// <summary>How old what is known of a session may be: a changed role ends it within this time.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether the session still carries its person.</summary>
    public static bool IsAlive(Session session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return now - session.SeenAt < Idle && now - session.StartedAt < Longest && session.StartedAt <= now;
    }

    /// <summary>Whether the person proved who they are just now.</summary>
    public static bool IsConfirmed(Session session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return IsAlive(session, now) && now - session.ConfirmedAt < Confirmation;
    }
}
