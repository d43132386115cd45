using System.Buffers.Binary;
using System.Text;
using Candour.Kernel;

namespace Candour.Intake.Reading.Workbooks;

/// <summary>One part of a zip container, as its directory states it.</summary>
/// <param name="Name">The name, never used as a path.</param>
/// <param name="Packed">Bytes in the container.</param>
/// <param name="Unpacked">Bytes it states it unpacks to.</param>
/// <param name="Offset">Where its header lies.</param>
internal sealed record ZipPart(string Name, long Packed, long Unpacked, long Offset);

/// <summary>
/// Reads the directory of a zip container before anything is unpacked, and refuses what no program that writes workbooks makes:
/// names that climb, the same part twice, parts that lie over each other, encryption, unknown methods, and parts that unpack to
/// far more than they are.
/// </summary>
internal static class ZipDirectory
{
    /// <summary>A part of less than this is never a bomb.</summary>
    public const long NoBombBelow = 4 * 1024 * 1024;

    /// <summary>Unpacked over packed that no sheet of records reaches.</summary>
    public const long MostRatio = 200;

    private const int MostParts = 10_000;
    private const long MostUnpacked = 4L * 1024 * 1024 * 1024;
    private const int EndRecord = 22;
    private const int Comment = 65_535;

    public static Result<IReadOnlyList<ZipPart>> Read(string file, Stream content)
    {
        try
        {
            return Parts(file, content);
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentOutOfRangeException or OverflowException)
        {
            return new ZipDamaged(file, "its directory points outside of it");
        }
    }

    private static Result<IReadOnlyList<ZipPart>> Parts(string file, Stream content)
    {
        var tail = Bytes(content, Math.Max(0, content.Length - EndRecord - Comment), (int)Math.Min(content.Length, EndRecord + Comment));
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndRecord > tail.Length)
        {
            return new ZipDamaged(file, "its directory is missing: it is cut short, or it is none");
        }

        long count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        long length = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (count == 0xFFFF || length == 0xFFFFFFFF || offset == 0xFFFFFFFF)
        {
            var locator = tail.AsSpan(0, end).LastIndexOf("PK\x06\x07"u8);
            if (locator < 0)
            {
                return new ZipDamaged(file, "its directory is incomplete");
            }

            var large = Bytes(content, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8)), 56);
            count = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(32));
            length = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(40));
            offset = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(48));
        }

        if (count > MostParts || length > 16 * 1024 * 1024)
        {
            return new CompressionRatio(file, "it states more parts than any workbook has");
        }

        return Entries(file, Bytes(content, offset, (int)length), (int)count)
            .Then(parts => NotOverlapping(file, content, parts, offset));
    }

    private static Result<IReadOnlyList<ZipPart>> Entries(string file, byte[] directory, int count)
    {
        var parts = new List<ZipPart>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (at, all) = (0, 0L);
        for (var i = 0; i < count; i++)
        {
            var entry = directory.AsSpan(at);
            if (entry.Length < 46 || !entry.StartsWith("PK\x01\x02"u8))
            {
                return new ZipDamaged(file, "its directory is broken");
            }

            int flags = BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]);
            int method = BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]);
            int name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            int extra = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]);
            int comment = BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
            var part = WithLarge(
                new ZipPart(
                    Encoding.UTF8.GetString(entry.Slice(46, name)), BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[42..])),
                entry.Slice(46 + name, extra));
            if (Climbs(part.Name))
            {
                return new ZipEntryName(file);
            }

            if ((flags & 1) != 0)
            {
                return new EncryptedWorkbook(file);
            }

            if (method is not (0 or 8))
            {
                return new ZipDamaged(file, "a part of it is packed in a way that no workbook is");
            }

            if (!names.Add(part.Name))
            {
                return new ZipDamaged(file, "it holds the same part twice");
            }

            all += part.Unpacked;
            if ((part.Unpacked > NoBombBelow && part.Unpacked > MostRatio * Math.Max(1, part.Packed)) || all > MostUnpacked)
            {
                return new CompressionRatio(file, "a part of it states that it unpacks to far more than it is");
            }

            parts.Add(part);
            at += 46 + name + extra + comment;
        }

        return parts;
    }

    /// <summary>Each part lies before the next, and its own header says the same name as the directory.</summary>
    private static Result<IReadOnlyList<ZipPart>> NotOverlapping(
        string file, Stream content, IReadOnlyList<ZipPart> parts, long directory)
    {
        var free = 0L;
        foreach (var part in parts.OrderBy(part => part.Offset))
        {
            var header = Bytes(content, part.Offset, 30);
            if (!header.AsSpan().StartsWith("PK\x03\x04"u8))
            {
                return new ZipDamaged(file, "its directory names a part that is not there");
            }

            int name = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26));
            int extra = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
            if (Encoding.UTF8.GetString(Bytes(content, part.Offset + 30, name)) != part.Name)
            {
                return new ZipDamaged(file, "its directory and its parts have different names");
            }

            var last = checked(part.Offset + 30 + name + extra + part.Packed);
            if (part.Offset < free || last > directory)
            {
                return new CompressionRatio(file, "parts of it lie over each other");
            }

            free = last;
        }

        return new Result<IReadOnlyList<ZipPart>>.Accepted(parts);
    }

    /// <summary>Sizes beyond four gigabytes stand in an extra field.</summary>
    private static ZipPart WithLarge(ZipPart part, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (id == 1)
            {
                var value = extra.Slice(4, length);
                long Take(long small, ref ReadOnlySpan<byte> rest)
                {
                    if (small != 0xFFFFFFFF)
                    {
                        return small;
                    }

                    var large = BinaryPrimitives.ReadInt64LittleEndian(rest);
                    rest = rest[8..];
                    return large < 0 ? long.MaxValue : large;
                }

                var unpacked = Take(part.Unpacked, ref value);
                var packed = Take(part.Packed, ref value);
                return part with { Unpacked = unpacked, Packed = packed, Offset = Take(part.Offset, ref value) };
            }

            extra = extra[Math.Min(extra.Length, 4 + length)..];
        }

        return part;
    }

    private static bool Climbs(string name) =>
        name.Length == 0 || name[0] is '/' or '\\' || name.Contains('\\', StringComparison.Ordinal) || name.Any(char.IsControl)
        || (name.Length > 1 && name[1] == ':') || name.Split('/').Any(step => step is ".." or ".");

    private static byte[] Bytes(Stream content, long offset, int length)
    {
        if (offset < 0 || offset + length > content.Length)
        {
            throw new EndOfStreamException();
        }

        var bytes = new byte[length];
        content.Position = offset;
        content.ReadExactly(bytes);
        return bytes;
    }
}
