using System.Buffers.Binary;

namespace Candour.Databank.Cells;

/// <summary>A run of whole numbers in a file: how many, how many bytes each takes, and then they, the lowest byte first.</summary>
internal static class PackedNumbers
{
    public static void Write(Stream stream, int[] numbers) => Write(stream, Array.ConvertAll(numbers, number => (long)number));

    public static void Write(Stream stream, long[] numbers)
    {
        var width = numbers.Length == 0 ? 1 : Width(numbers);
        var bytes = new byte[5 + (numbers.Length * width)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, numbers.Length);
        bytes[4] = (byte)width;
        var at = 5;
        foreach (var number in numbers)
        {
            switch (width)
            {
                case 1:
                    bytes[at] = (byte)number;
                    break;
                case 2:
                    BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)number);
                    break;
                case 4:
                    BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), (uint)number);
                    break;
                default:
                    BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), number);
                    break;
            }

            at += width;
        }

        stream.Write(bytes);
    }

    public static int[] ReadInts(ref Span<byte> from) => Array.ConvertAll(Read(ref from), number => (int)number);

    /// <summary>Reads a run and moves on behind it.</summary>
    public static long[] Read(ref Span<byte> from)
    {
        var numbers = new long[BinaryPrimitives.ReadInt32LittleEndian(from)];
        var width = from[4];
        from = from[5..];
        for (var at = 0; at < numbers.Length; at++)
        {
            var own = from[(at * width)..];
            numbers[at] = width switch
            {
                1 => own[0],
                2 => BinaryPrimitives.ReadUInt16LittleEndian(own),
                4 => BinaryPrimitives.ReadUInt32LittleEndian(own),
                _ => BinaryPrimitives.ReadInt64LittleEndian(own),
            };
        }

        from = from[(numbers.Length * width)..];
        return numbers;
    }

    /// <summary>Numbers below zero take eight bytes.</summary>
    private static int Width(long[] numbers)
    {
        var (least, most) = (long.MaxValue, long.MinValue);
        foreach (var number in numbers)
        {
            least = Math.Min(least, number);
            most = Math.Max(most, number);
        }

        return least < 0 ? 8 : most switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, <= uint.MaxValue => 4, _ => 8 };
    }
}
