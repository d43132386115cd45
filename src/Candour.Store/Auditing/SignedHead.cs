using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Candour.Kernel;

namespace Candour.Store.Auditing;

/// <summary>
/// The head of an audit trail at a moment, signed: kept where whoever runs the database cannot change it, it shows later
/// that nothing up to that entry was altered, and that the tail was not cut.
/// </summary>
/// <param name="Workspace">Whose trail it is.</param>
/// <param name="Sequence">How many entries the trail had; 0 for none.</param>
/// <param name="Hash">The hash of the last of them.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Key">Which key signed it: its number and the start of its fingerprint.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256, in base 64.</param>
public sealed record SignedHead(string Workspace, long Sequence, string Hash, string At, string Key, string Signature)
{
    /// <summary>The bytes that are signed: each field with its length before it.</summary>
    internal byte[] Signed()
    {
        using var bytes = new MemoryStream();
        Span<byte> number = stackalloc byte[8];
        bytes.Write("candour audit head 1\n"u8);
        foreach (var field in (ReadOnlySpan<string>)
            [Workspace, Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), Hash, At, Key])
        {
            var text = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt64BigEndian(number, text.Length);
            bytes.Write(number);
            bytes.Write(text);
        }

        return bytes.ToArray();
    }

    /// <summary>The head as a line of JSON, as <c>candour audit head</c> prints it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HeadContext.Default.SignedHead);

    /// <summary>Reads a head that was printed.</summary>
    public static Result<SignedHead> Read(string path)
    {
        if (!File.Exists(path))
        {
            return new HeadIsNotReadable(path);
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), HeadContext.Default.SignedHead) is
            { Workspace: not null, Hash: not null, At: not null, Key: not null, Signature: not null } head
                ? head
                : new HeadIsNotReadable(path);
        }
        catch (JsonException)
        {
            return new HeadIsNotReadable(path);
        }
    }
}

/// <summary>The file holds no head.</summary>
public sealed record HeadIsNotReadable(string File) : Refusal(
    $"The file {File} does not hold a head of an audit trail: name one that 'candour audit head' wrote.");

/// <summary>The head is not what was signed.</summary>
public sealed record HeadIsForged(long Sequence) : Refusal(
    $"The signature of the head of entry {Sequence} is wrong: the head was altered, or signed by somebody else. Take it from "
    + "where it was first kept.");

/// <summary>The head is of another trail, or signed with a key that is not here.</summary>
public sealed record HeadIsOfAnother(string Workspace, string Key) : Refusal(
    $"The head is of the workspace {Workspace}, signed with key {Key}, which is not among the public keys of this workspace: "
    + "name a head of this one, or put the public key back.");

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SignedHead))]
internal sealed partial class HeadContext : JsonSerializerContext;
