using System.Security.Cryptography;
using System.Text;
using Candour.Kernel;
using Candour.Store.Backups;

namespace Candour.Store.Keeping;

/// <summary>
/// Files that are kept sealed in the workspace, each under the hash of its content: encrypted and authenticated (AES-256-GCM)
/// with a key of its own, derived from one that lies outside the workspace. Written whole, before the row that names it; without
/// the row it is nothing.
/// </summary>
/// <param name="workspace">The workspace.</param>
public sealed class KeptFiles(Workspace workspace)
{
    /// <summary>The ending of a sealed file.</summary>
    internal const string Ending = ".sealed";

    private const string Format = "candour kept file 1";
    private const int SaltSize = 16;

    /// <summary>Seals a content into a file; the caller records it in the act that needs it. What is kept already is not sealed twice.</summary>
    /// <param name="content">At most 2 GB; it is held in memory.</param>
    /// <param name="now">The time.</param>
    public Result<KeptFile> Seal(byte[] content, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(content);
        var id = ContentHash.Of(content);
        if (workspace.Store.FindKept(id) is { } known && Open(known) is Result<byte[]>.Accepted)
        {
            return known;
        }

        return KeptKeys.InUse(workspace).Then<KeptFile>(key =>
        {
            var header = $"{Format} {key.Name} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltSize))}\n";
            using var whole = new MemoryStream();
            whole.Write(Encoding.ASCII.GetBytes(header));
            using (var sealing = new SealingStream(whole, KeyOf(key, header)))
            {
                sealing.Write(content);
                sealing.Finish();
            }

            var bytes = whole.ToArray();
            var sealedAs = ContentHash.Of(bytes);
            WholeFile.Write(PathOf(sealedAs), bytes);
            return new KeptFile(id, sealedAs, content.Length, now);
        });
    }

    /// <summary>The content of a kept file, compared with its hash.</summary>
    public Result<byte[]> Read(ContentHash id) => workspace.Store.FindKept(id) is not { } known ? new NoSuchKeptFile(id.Abbreviated)
        : Open(known);

    /// <summary>Deletes a sealed file that no row names; where one does, it stays.</summary>
    internal void Forget(KeptFile file)
    {
        if (workspace.Store.FindKept(file.Id) is not { } known || known.Sealed != file.Sealed)
        {
            File.Delete(PathOf(file.Sealed));
        }
    }

    private string PathOf(ContentHash sealedAs) => Path.Combine(workspace.Kept, sealedAs.Hex + Ending);

    private Result<byte[]> Open(KeptFile known)
    {
        var path = PathOf(known.Sealed);
        if (!File.Exists(path))
        {
            return new KeptFileIsDamaged(known.Id);
        }

        var bytes = File.ReadAllBytes(path);
        var end = Array.IndexOf(bytes, (byte)'\n');
        if (ContentHash.Of(bytes) != known.Sealed || end < 0
            || Encoding.ASCII.GetString(bytes, 0, end + 1) is not { } header
            || header.Split(' ') is not [.., var name, _] || !header.StartsWith(Format, StringComparison.Ordinal))
        {
            return new KeptFileIsDamaged(known.Id);
        }

        return KeptKeys.Named(workspace, name).Then<byte[]>(key =>
        {
            try
            {
                using var opening = new OpeningStream(new MemoryStream(bytes, end + 1, bytes.Length - end - 1), KeyOf(key, header));
                using var content = new MemoryStream();
                opening.CopyTo(content);
                var read = content.ToArray();
                return ContentHash.Of(read) == known.Id ? read : new KeptFileIsDamaged(known.Id);
            }
            catch (CryptographicException)
            {
                return new KeptFileIsDamaged(known.Id);
            }
        });
    }

    /// <summary>A key for one file alone, bound to everything that stands open in it.</summary>
    private static byte[] KeyOf(KeptKey key, string header) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, 32, [], Encoding.ASCII.GetBytes(header));
}
