using System.Globalization;
using System.Security.Cryptography;
using Candour.Kernel;
using Candour.Store.Keys;

namespace Candour.Store.Auditing;

/// <summary>
/// The key that signs heads of a workspace's trail: ECDSA over P-256, outside the workspace. A rotation makes a new pair and
/// destroys the old private key; every public key is kept, so that old heads can still be checked.
/// </summary>
public static class AuditKeys
{
    private const string Private = ".key";
    private const string Public = ".pub";

    /// <summary>Makes the next key, takes the private ones before it away, and gives the new key's name.</summary>
    public static string Rotate(string folder, string workspace)
    {
        var ring = Ring(folder, workspace);
        var number = ring.Numbers(Public).Append(0).Max() + 1;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Directory.CreateDirectory(folder);
        WholeFile.Write(ring.PathOf(number, Public), System.Text.Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"));
        SecretFile.Create(ring.PathOf(number, Private), key.ExportPkcs8PrivateKeyPem());
        foreach (var old in ring.Numbers(Private).Where(old => old < number))
        {
            File.Delete(ring.PathOf(old, Private));
        }

        return Name(number, key);
    }

    internal static Result<SignedHead> Sign(string folder, string workspace, AuditHead head, DateTimeOffset now)
    {
        var ring = Ring(folder, workspace);
        var number = ring.Numbers(Private).Append(0).Max();
        var path = ring.PathOf(Math.Max(number, 1), Private);
        if (number == 0)
        {
            return new NoSuchKey(path, "candour audit rotate-key");
        }

        if (SecretFile.IsOpenToOthers(path))
        {
            return new KeyIsReadByOthers(path);
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(SecretFile.Read(path));
        var unsigned = new SignedHead(workspace, head.Sequence, head.Hash, OperationalStore.Time(now), Name(number, key), "");
        return unsigned with { Signature = Convert.ToBase64String(key.SignData(unsigned.Signed(), HashAlgorithmName.SHA256)) };
    }

    /// <summary>Accepts a head of this workspace that one of its keys signed.</summary>
    public static Result<SignedHead> Check(string folder, string workspace, SignedHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var ring = Ring(folder, workspace);
        foreach (var number in ring.Numbers(Public).Where(_ => head.Workspace == workspace))
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(ring.PathOf(number, Public)));
            if (Name(number, key) == head.Key)
            {
                return IsSigned(key, head) ? head : new HeadIsForged(head.Sequence);
            }
        }

        return new HeadIsOfAnother(head.Workspace, head.Key);
    }

    private static bool IsSigned(ECDsa key, SignedHead head)
    {
        var signature = new byte[head.Signature.Length];
        return Convert.TryFromBase64String(head.Signature, signature, out var length)
            && key.VerifyData(head.Signed(), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    private static KeyRing Ring(string folder, string workspace) => new(folder, workspace, "audit");

    private static string Name(int number, ECDsa key) => string.Create(
        CultureInfo.InvariantCulture, $"audit-{number}-{Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16]}");
}
