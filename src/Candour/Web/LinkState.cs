using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Candour.Store;
using Microsoft.AspNetCore.Http.Extensions;

namespace Candour.Web;

/// <summary>
/// What a page was asked, as an opaque word in its link: a history, a log or a message that holds the link says nothing of the
/// area, the month or the group that somebody looked at. The same question has the same word, so links can be kept and
/// compared; only this deployment can open it, and whoever follows it sees what their own scope allows.
/// </summary>
/// <remarks>AES-256-GCM whose nonce is taken from an HMAC of the question, so that no nonce serves two questions.</remarks>
public sealed class LinkState
{
    /// <summary>The parameter that carries it.</summary>
    public const string Parameter = "view";

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] sealing;
    private readonly byte[] naming;

    public LinkState(byte[] key)
    {
        sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "candour links, sealing"u8.ToArray());
        naming = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "candour links, naming"u8.ToArray());
    }

    /// <summary>With the key that lies among the workspace's keys; made when there is none. A demonstration's is known to all.</summary>
    public static LinkState Of(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (workspace.Kind == WorkspaceKind.Demo)
        {
            return new LinkState(SHA256.HashData("candour demonstration"u8));
        }

        var path = Path.Combine(workspace.KeyFolder, $"{workspace.KeyId}-links.key");
        if (!File.Exists(path))
        {
            Candour.Store.Keys.SecretFile.Create(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }

        return new LinkState(Convert.FromHexString(File.ReadAllText(path).Trim()));
    }

    /// <summary>The word for a question; empty for none.</summary>
    public string Seal(QueryBuilder asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var plain = Encoding.UTF8.GetBytes(asked.ToString());
        if (plain.Length == 0)
        {
            return "";
        }

        var nonce = HMACSHA256.HashData(naming, plain)[..NonceBytes];
        var whole = new byte[NonceBytes + plain.Length + TagBytes];
        nonce.CopyTo(whole, 0);
        using var cipher = new AesGcm(sealing, TagBytes);
        cipher.Encrypt(nonce, plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length));
        return Base64Url.EncodeToString(whole);
    }

    /// <summary>The question behind a word; false for one that was not made here, or was changed.</summary>
    public bool TryOpen(string word, [NotNullWhen(true)] out string? asked)
    {
        ArgumentNullException.ThrowIfNull(word);
        asked = null;
        if (!Base64Url.IsValid(word) || Base64Url.DecodeFromChars(word) is not { Length: > NonceBytes + TagBytes } whole)
        {
            return false;
        }

        var plain = new byte[whole.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(sealing, TagBytes);
            cipher.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), plain);
        }
        catch (CryptographicException)
        {
            return false;
        }

        asked = Encoding.UTF8.GetString(plain);
        return true;
    }
}
