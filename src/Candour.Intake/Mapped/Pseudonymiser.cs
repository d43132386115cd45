using System.Security.Cryptography;
using System.Text;

namespace Candour.Intake.Mapped;

/// <summary>
/// Turns an identifier into a pseudonym: HMAC-SHA-256 under the workspace's key over namespace, link domain and value,
/// 128 bits in hexadecimal. The same identifier gives the same pseudonym, two namespaces never meet, and nobody can go
/// back without the key and the value.
/// </summary>
public sealed class Pseudonymiser(string keyId, byte[] key, string linkDomain)
{
    public string KeyId { get; } = keyId;

    public string LinkDomain { get; } = linkDomain;

    public string Of(string fieldNamespace, string value)
    {
        var message = Encoding.UTF8.GetBytes($"{fieldNamespace}\u001F{LinkDomain}\u001F{value.Trim()}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, message).AsSpan(0, 16));
    }
}
