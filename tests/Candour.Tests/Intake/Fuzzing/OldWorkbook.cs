using System.Text;

namespace Candour.Tests.Intake.Fuzzing;

/// <summary>
/// An old binary workbook (.xls) of one sheet of text, as its format asks: records in a stream, the stream in a compound file.
/// Written here so that a test has one whose every byte is known.
/// </summary>
/// <remarks>Sources: [MS-XLS] 2.4 (records), [MS-CFB] 2.2 to 2.6 (header, sectors, directory).</remarks>
internal static class OldWorkbook
{
    private const int Sector = 512;

    /// <summary>A stream shorter than this lies elsewhere in the file.</summary>
    private const int ShortestStream = 4096;

    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint TableSector = 0xFFFFFFFD;
    private const uint Nothing = 0xFFFFFFFF;

    public static byte[] Of(string sheet, IReadOnlyList<IReadOnlyList<string>> rows) => InACompoundFile(Stream(sheet, rows));

    private static byte[] Stream(string sheet, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var bytes = new List<byte>();
        Record(bytes, 0x0809, Begin(0x0005));
        var placeOfSheet = bytes.Count + 4;
        Record(bytes, 0x0085, [0, 0, 0, 0, 0, 0, (byte)sheet.Length, 1, .. Encoding.Unicode.GetBytes(sheet)]);
        Record(bytes, 0x000A, []);
        var sheetBegins = bytes.Count;
        Record(bytes, 0x0809, Begin(0x0010));
        var columns = rows.Max(row => row.Count);
        Record(bytes, 0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Count), 0, 0, .. Short(columns), 0, 0]);
        for (var r = 0; r < rows.Count; r++)
        {
            Record(bytes, 0x0208, [.. Short(r), 0, 0, .. Short(rows[r].Count), 0xFF, 0, 0, 0, 0, 0, 0, 1, 0x0F, 0]);
        }

        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < rows[r].Count; c++)
            {
                if (rows[r][c].Length > 0)
                {
                    Record(bytes, 0x0204, [.. Short(r), .. Short(c), 0, 0, .. Short(rows[r][c].Length), 1, .. Encoding.Unicode.GetBytes(rows[r][c])]);
                }
            }
        }

        Record(bytes, 0x000A, []);
        byte[] stream = [.. bytes];
        Put(stream, placeOfSheet, (uint)sheetBegins);
        return stream;
    }

    /// <summary>What follows is the workbook (5) or a sheet of cells (16), in the form of 1997.</summary>
    private static byte[] Begin(short what) => [0x00, 0x06, .. BitConverter.GetBytes(what), 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0];

    private static void Record(List<byte> to, int kind, byte[] content)
    {
        to.AddRange(Short(kind));
        to.AddRange(Short(content.Length));
        to.AddRange(content);
    }

    private static byte[] Short(int number) => BitConverter.GetBytes((ushort)number);

    /// <summary>Sectors: the table (one or more), the directory, the stream.</summary>
    private static byte[] InACompoundFile(byte[] stream)
    {
        var length = Math.Max(ShortestStream, stream.Length);
        var ofStream = (length + Sector - 1) / Sector;
        var ofTable = 1;
        while (ofTable * (Sector / 4) < ofTable + 1 + ofStream)
        {
            ofTable++;
        }

        var file = new byte[Sector * (1 + ofTable + 1 + ofStream)];
        byte[] mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(file, 0);
        Put(file, 24, 0x0003_003E);
        Put(file, 28, 0x0009_FFFE);
        Put(file, 32, 6);
        Put(file, 44, (uint)ofTable);
        Put(file, 48, (uint)ofTable);
        Put(file, 56, ShortestStream);
        Put(file, 60, EndOfChain);
        Put(file, 68, EndOfChain);
        for (var i = 0; i < 109; i++)
        {
            Put(file, 76 + (4 * i), i < ofTable ? (uint)i : Nothing);
        }

        for (var i = 0; i < ofTable * (Sector / 4); i++)
        {
            var last = ofTable + ofStream;
            Put(file, Sector + (4 * i), i < ofTable ? TableSector : i == ofTable || i == last ? EndOfChain : i < last ? (uint)i + 1 : Nothing);
        }

        var directory = Sector * (1 + ofTable);
        Entry(file, directory, "Root Entry", kind: 5, child: 1, start: EndOfChain, length: 0);
        Entry(file, directory + 128, "Workbook", kind: 2, child: Nothing, start: (uint)ofTable + 1, length: (uint)length);
        Entry(file, directory + 256, "", kind: 0, child: Nothing, start: 0, length: 0);
        Entry(file, directory + 384, "", kind: 0, child: Nothing, start: 0, length: 0);
        stream.CopyTo(file, directory + Sector);
        return file;
    }

    private static void Entry(byte[] file, int at, string name, byte kind, uint child, uint start, uint length)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        file[at + 64] = (byte)(name.Length == 0 ? 0 : (name.Length + 1) * 2);
        file[at + 66] = kind;
        file[at + 67] = 1;
        Put(file, at + 68, Nothing);
        Put(file, at + 72, Nothing);
        Put(file, at + 76, child);
        Put(file, at + 116, start);
        Put(file, at + 120, length);
    }

    private static void Put(byte[] file, int at, uint number) => BitConverter.GetBytes(number).CopyTo(file, at);
}
