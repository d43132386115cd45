namespace Candour.Access;

/// <summary>What is remembered of failed attempts at one account.</summary>
/// <param name="Failures">Failed attempts in a row.</param>
/// <param name="LockedUntil">No attempt is looked at before this time; <see cref="DateTimeOffset.MinValue"/> when open.</param>
public sealed record Lockout(int Failures, DateTimeOffset LockedUntil)
{
    /// <summary>Attempts in a row that lock an account.</summary>
    public const int Allowed = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public static Lockout None { get; } = new(0, DateTimeOffset.MinValue);

    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;

    /// <summary>After one more failed attempt.</summary>
    public Lockout Failed(DateTimeOffset now) =>
        Failures + 1 >= Allowed ? new Lockout(0, now + Lasts) : this with { Failures = Failures + 1 };
}
