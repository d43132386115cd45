using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Candour.Intake.Mapped;

/// <summary>
/// A key as 128 bits of its SHA-256: a million of them take 40 MB whatever their length, two different keys never meet, and what a
/// source calls a person or a case is not held.
/// </summary>
internal static class KeyHash
{
    public static UInt128 Of(IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part).Append('\u001F');
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
