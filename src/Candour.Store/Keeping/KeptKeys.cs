using System.Globalization;
using System.Security.Cryptography;
using Candour.Kernel;
using Candour.Store.Keys;

namespace Candour.Store.Keeping;

/// <summary>A key that files are sealed with, and the name that tells nothing about it.</summary>
internal sealed record KeptKey(string Name, byte[] Secret);

/// <summary>
/// The keys that files in the workspace are sealed with: 256 random bits each, outside the workspace, made when the first file
/// is kept. A demonstration, which takes only public and invented data, has a key that everybody knows.
/// </summary>
internal static class KeptKeys
{
    private const string Ending = ".key";
    private const string DemoName = "kept-demo";

    /// <summary>The key for what is sealed now; made when there is none yet.</summary>
    public static Result<KeptKey> InUse(Workspace workspace)
    {
        if (workspace.Kind == WorkspaceKind.Demo)
        {
            return Demo;
        }

        var ring = Ring(workspace);
        var numbers = ring.Numbers(Ending);
        if (numbers.Count == 0)
        {
            try
            {
                SecretFile.Create(ring.PathOf(1, Ending), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
            }
            catch (IOException) when (File.Exists(ring.PathOf(1, Ending)))
            {
                // Another process made it at the same moment; its key is as good.
            }
        }

        return Read(ring, numbers.Append(1).Max());
    }

    /// <summary>The key of a sealed file, found by the name that stands in it.</summary>
    public static Result<KeptKey> Named(Workspace workspace, string name)
    {
        if (workspace.Kind == WorkspaceKind.Demo)
        {
            return name == DemoName ? Demo : new KeptKeyIsMissing(name, workspace.Folder);
        }

        var ring = Ring(workspace);
        foreach (var number in ring.Numbers(Ending))
        {
            if (!Read(ring, number).Try(out var key, out var refusal))
            {
                return refusal;
            }

            if (key.Name == name)
            {
                return key;
            }
        }

        return new KeptKeyIsMissing(name, ring.Folder);
    }

    private static KeptKey Demo => new(DemoName, SHA256.HashData("the key of the demonstration's files is no secret"u8));

    private static Result<KeptKey> Read(KeyRing ring, int number)
    {
        var path = ring.PathOf(number, Ending);
        if (SecretFile.IsOpenToOthers(path))
        {
            return new KeyIsReadByOthers(path);
        }

        var secret = Convert.FromHexString(SecretFile.Read(path));
        return new KeptKey(
            string.Create(CultureInfo.InvariantCulture, $"kept-{number}-{Convert.ToHexStringLower(SHA256.HashData(secret))[..16]}"), secret);
    }

    private static KeyRing Ring(Workspace workspace) => new(workspace.Keys, workspace.Id, "kept");
}
