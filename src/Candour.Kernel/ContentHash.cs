using System.Security.Cryptography;
using System.Text;

namespace Candour.Kernel;

/// <summary>
/// SHA-256 as 64 lower-case hexadecimal digits: the name of things that never change (submissions, snapshots).
/// </summary>
public readonly record struct ContentHash
{
    private readonly string? hex;

    private ContentHash(string hex) => this.hex = hex;

    public string Hex => hex ?? throw new InvalidOperationException("A content hash was never given its value.");

    /// <summary>The first twelve digits, for people; never for look-ups.</summary>
    public string Abbreviated => Hex[..12];

    public static ContentHash Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static ContentHash Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static ContentHash OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return new ContentHash(Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Reads a hash back; anything but 64 hexadecimal digits is not one.</summary>
    public static bool TryParse(string text, out ContentHash hash)
    {
        ArgumentNullException.ThrowIfNull(text);
        var right = text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
        hash = right ? new ContentHash(text) : default;
        return right;
    }

    public override string ToString() => Hex;
}
