using System.IO.Compression;
using Candour.Kernel;

namespace Candour.Intake.Reading;

/// <summary>There is no such file.</summary>
public sealed record FileNotFound(string File) : Refusal($"There is no file {File}: check the name and the folder.");

/// <summary>The file holds nothing.</summary>
public sealed record FileIsEmpty(string File) : Refusal(
    $"The file {File} is empty: ask the sender for it again.");

/// <summary>The machine does not let the file be read.</summary>
public sealed record FileCannotBeRead(string File) : Refusal(
    $"The file {File} cannot be read here: check its permissions, and that it is an ordinary file.");

/// <summary>The file is not comma-separated text.</summary>
public sealed record FileIsNotText(string File, string LooksLike) : Refusal(
    $"The file {File} is {LooksLike}, not comma-separated text: export it as CSV and try again.");

/// <summary>The compressed file ends before its end.</summary>
public sealed record FileIsCutShort(string File, string How) : Refusal(
    $"The file {File} is cut short ({How}): nothing of it was taken. Ask the sender for the whole file.");

/// <summary>The file unpacks to more than an upload may.</summary>
public sealed record FileIsTooLarge(string File, long MostBytes) : Refusal(
    $"The file {File} unpacks to more than {MostBytes / (1024 * 1024)} MB, more than one file may hold: split it and try again.");

/// <summary>
/// A file as it arrived: its bytes, unpacked where it is gzip, and the hash of the bytes before unpacking.
/// Nothing is guessed from its name except what a mapping says a name tells.
/// </summary>
/// <param name="Name">Its name with its folder's name before it, forward slashes.</param>
/// <param name="Hash">SHA-256 of the bytes as they arrived.</param>
/// <param name="Content">The bytes, unpacked.</param>
public sealed record SourceFile(string Name, ContentHash Hash, ReadOnlyMemory<byte> Content)
{
    /// <summary>The most that one file may unpack to.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    /// <summary>The name alone.</summary>
    public string ShortName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>Reads a file whole; refuses one that is missing, empty, cut short or no text.</summary>
    public static Result<SourceFile> Open(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetFileName(Path.GetDirectoryName(full)) ?? "";
        var name = folder.Length == 0 ? Path.GetFileName(full) : $"{folder}/{Path.GetFileName(full)}";
        if (!File.Exists(full))
        {
            return new FileNotFound(path);
        }

        // Pipes and devices have no length; they are never opened, because reading one may never end.
        var length = new FileInfo(full).Length;
        if (length == 0)
        {
            return new FileIsEmpty(Path.GetFileName(full));
        }

        if (length > MostBytes)
        {
            return new FileIsTooLarge(Path.GetFileName(full), MostBytes);
        }

        try
        {
            return Of(name, File.ReadAllBytes(full));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FileCannotBeRead(path);
        }
    }

    /// <summary>The same for bytes that are in memory already.</summary>
    public static Result<SourceFile> Of(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        var shortName = name[(name.LastIndexOf('/') + 1)..];
        if (bytes.Length == 0)
        {
            return new FileIsEmpty(shortName);
        }

        return Unpacked(shortName, bytes).Then<SourceFile>(content =>
            content.Length == 0 ? new FileIsEmpty(shortName)
            : Other(content.Span) is { Length: > 0 } kind ? new FileIsNotText(shortName, kind)
            : new SourceFile(name, ContentHash.Of(bytes), content));
    }

    private static Result<ReadOnlyMemory<byte>> Unpacked(string name, byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith<byte>([0x1F, 0x8B]))
        {
            return new ReadOnlyMemory<byte>(bytes);
        }

        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var content = new MemoryStream();
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MostBytes)
                {
                    return new FileIsTooLarge(name, MostBytes);
                }
            }
        }
        catch (InvalidDataException)
        {
            return new FileIsCutShort(name, "its compressed content is broken");
        }

        // The decompressor accepts a stream that simply stops; the last four bytes of a whole one state its length.
        var stated = bytes.Length < 18 ? uint.MaxValue : BitConverter.ToUInt32(bytes.AsSpan(bytes.Length - 4));
        return stated == (uint)(content.Length & uint.MaxValue)
            ? new ReadOnlyMemory<byte>(content.GetBuffer(), 0, (int)content.Length)
            : new FileIsCutShort(name, "its compressed content ends too early");
    }

    private static string Other(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK"u8) ? "a workbook or another zip container"
        : content.StartsWith("PAR1"u8) ? "a Parquet file"
        : content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? "an old workbook"
        : content.StartsWith("%PDF"u8) ? "a PDF document"
        : content.Contains((byte)0) ? "binary, or text in an encoding other than UTF-8"
        : "";
}
