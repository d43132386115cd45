using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Candour.Kernel;
using Candour.Store.Keys;

namespace Candour.Store.Backups;

/// <summary>A key for backups, with the name that tells nothing about it.</summary>
internal sealed record BackupKey(string Name, byte[] Secret)
{
    /// <summary>A key for one file alone, bound to everything its header says.</summary>
    public byte[] For(BackupHeader header) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Secret, 32, Convert.FromBase64String(header.Salt), Encoding.UTF8.GetBytes("candour backup 1\n" + header.ToJson()));
}

/// <summary>
/// The keys that backups of a workspace are encrypted with: 256 random bits each, outside the workspace. A rotation makes a
/// new one; the older ones are kept as long as a backup under them is.
/// </summary>
public static class BackupKeys
{
    private const string Ending = ".key";

    /// <summary>Makes the next key and gives its name.</summary>
    public static string Rotate(string folder, string workspace)
    {
        var ring = Ring(folder, workspace);
        var number = ring.Numbers(Ending).Append(0).Max() + 1;
        var secret = RandomNumberGenerator.GetBytes(32);
        SecretFile.Create(ring.PathOf(number, Ending), Convert.ToHexStringLower(secret));
        return Name(number, secret);
    }

    internal static Result<BackupKey> InUse(string folder, string workspace)
    {
        var ring = Ring(folder, workspace);
        var number = ring.Numbers(Ending).Append(0).Max();
        return number == 0
            ? new NoSuchKey(ring.PathOf(1, Ending), "candour backup rotate-key")
            : Read(ring, number);
    }

    /// <summary>The key of a backup, found by the name in its header.</summary>
    internal static Result<BackupKey> Of(string file, BackupHeader header, string folder)
    {
        var ring = Ring(folder, header.Workspace);
        foreach (var number in ring.Numbers(Ending))
        {
            if (!Read(ring, number).Try(out var key, out var refusal))
            {
                return refusal;
            }

            if (key.Name == header.Key)
            {
                return key;
            }
        }

        return new BackupKeyIsMissing(file, header.Workspace, header.Key, folder);
    }

    private static Result<BackupKey> Read(KeyRing ring, int number)
    {
        var path = ring.PathOf(number, Ending);
        if (SecretFile.IsOpenToOthers(path))
        {
            return new KeyIsReadByOthers(path);
        }

        var secret = Convert.FromHexString(SecretFile.Read(path));
        return new BackupKey(Name(number, secret), secret);
    }

    private static KeyRing Ring(string folder, string workspace) => new(folder, workspace, "backup");

    private static string Name(int number, byte[] secret) => string.Create(
        CultureInfo.InvariantCulture, $"backup-{number}-{Convert.ToHexStringLower(SHA256.HashData(secret))[..16]}");
}
