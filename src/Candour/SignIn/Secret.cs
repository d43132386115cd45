using System.Security.Cryptography;
using System.Text;

namespace Candour.SignIn;

/// <summary>Secrets that are handed out once and kept only as hashes.</summary>
public static class Secret
{
    /// <summary>256 random bits, as letters and digits that survive an address.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>A random name for a record, that tells nothing.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>A secret that a person types once: five groups of five letters, over 100 bits.</summary>
    public static string ToType()
    {
        const string letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
        var signs = RandomNumberGenerator.GetItems<char>(letters, 25);
        return string.Join('-', signs.Chunk(5).Select(group => new string(group)));
    }

    /// <summary>What is kept of a secret.</summary>
    public static string Hash(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>Whether the typed secret is the one of which the hash was kept; takes as long whether or not it is.</summary>
    public static bool Is(string typed, string hash) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Hash(Tidied(typed))), Encoding.ASCII.GetBytes(hash));

    /// <summary>As it was handed out, whatever blanks and small letters were typed.</summary>
    public static string Tidied(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Trim().ToUpperInvariant();
    }
}
