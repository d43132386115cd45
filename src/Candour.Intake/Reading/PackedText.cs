using System.IO.Compression;
using Candour.Intake.Reading.Workbooks;
using Candour.Kernel;

namespace Candour.Intake.Reading;

/// <summary>
/// Looks through a gzip file before it is read: the decompressor accepts a stream that simply stops, and one that never ends.
/// The last eight bytes state the check sum and the length of what was packed last.
/// </summary>
internal static class PackedText
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static Result<long> Check(string name, Stream content)
    {
        if (content.Length < 18)
        {
            return new TruncatedFile(name, "its compressed content ends too early");
        }

        content.Position = content.Length - 8;
        var last = new byte[8];
        content.ReadExactly(last);
        var (sum, stated) = (BitConverter.ToUInt32(last), BitConverter.ToUInt32(last, 4));
        if (!Length(name, content).Try(out var length, out var refusal))
        {
            return refusal;
        }

        // A file may hold several packed pieces one after the other; the statement is about the last of them.
        return stated <= length && Sum(content, length - stated) == sum
            ? length : new TruncatedFile(name, "its compressed content ends too early");
    }

    private static Result<long> Length(string name, Stream content)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            var length = 0L;
            content.Position = 0;
            using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                length += read;
                if (length > SourceFile.MostBytes)
                {
                    return new FileIsTooLarge(name, SourceFile.MostBytes);
                }

                if (length > ZipDirectory.NoBombBelow && length > ZipDirectory.MostRatio * content.Length)
                {
                    return new CompressionRatio(name, "it unpacks to far more than it is");
                }
            }

            return length;
        }
        catch (InvalidDataException)
        {
            return new TruncatedFile(name, "its compressed content is broken");
        }
    }

    private static uint Sum(Stream content, long from)
    {
        var buffer = new byte[64 * 1024];
        var (sum, at) = (0xFFFFFFFF, 0L);
        content.Position = 0;
        using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        for (int read; (read = unpacked.Read(buffer)) > 0; at += read)
        {
            for (var i = (int)Math.Clamp(from - at, 0, read); i < read; i++)
            {
                sum = (sum >> 8) ^ Table[(sum ^ buffer[i]) & 0xFF];
            }
        }

        return ~sum;
    }

    private static uint Entry(int number)
    {
        var value = (uint)number;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
