using Candour.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Candour.SignIn;

/// <summary>The password is not one that may be chosen.</summary>
public sealed record PasswordIsWeak() : Refusal(
    $"A password has {Passwords.Shortest} to {Passwords.Longest} signs and is not the login: choose another, three or four words for example.");

/// <summary>Passwords, kept as PBKDF2 with HMAC-SHA-512 and a salt each (the framework's own hasher).</summary>
public static class Passwords
{
    public const int Shortest = 14;

    public const int Longest = 128;

    private static readonly PasswordHasher<string> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    /// <summary>Checked when there is no account, so that its lack cannot be told from the time.</summary>
    private static readonly string NobodysHash = Hash(Secret.New());

    public static Result<string> Chosen(string login, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length is >= Shortest and <= Longest && !string.Equals(typed, login, StringComparison.OrdinalIgnoreCase)
            ? typed
            : new PasswordIsWeak();
    }

    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>Whether the password is that of the hash; an empty hash is nobody's, and takes as long.</summary>
    public static bool Is(string typed, string hash)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(hash);
        var right = Hasher.VerifyHashedPassword("", hash.Length > 0 ? hash : NobodysHash, typed) != PasswordVerificationResult.Failed;
        return right && hash.Length > 0;
    }
}
