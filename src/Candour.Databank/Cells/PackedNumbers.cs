using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace Candour.Databank.Cells;

/// <summary>A run of whole numbers in a file: how many, how many bytes each takes, and then they, the lowest byte first.</summary>
internal static class PackedNumbers
{
    /// <summary>So many bytes are written together.</summary>
    private const int Together = 64 * 1024;

    /// <summary>Writes a run a piece at a time: of all the runs of a nation copies would take as much memory as they.</summary>
    public static void Write<T>(Stream stream, T[] numbers)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var width = numbers.Length == 0 ? 1 : Width(numbers);
        var piece = ArrayPool<byte>.Shared.Rent(Together);
        BinaryPrimitives.WriteInt32LittleEndian(piece, numbers.Length);
        piece[4] = (byte)width;
        var at = 5;
        foreach (var number in numbers)
        {
            if (at + width > Together)
            {
                stream.Write(piece, 0, at);
                at = 0;
            }

            var value = long.CreateTruncating(number);
            switch (width)
            {
                case 1:
                    piece[at] = (byte)value;
                    break;
                case 2:
                    BinaryPrimitives.WriteUInt16LittleEndian(piece.AsSpan(at), (ushort)value);
                    break;
                case 4:
                    BinaryPrimitives.WriteUInt32LittleEndian(piece.AsSpan(at), (uint)value);
                    break;
                default:
                    BinaryPrimitives.WriteInt64LittleEndian(piece.AsSpan(at), value);
                    break;
            }

            at += width;
        }

        stream.Write(piece, 0, at);
        ArrayPool<byte>.Shared.Return(piece);
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
    private static int Width<T>(T[] numbers)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (least, most) = (T.MaxValue, T.MinValue);
        foreach (var number in numbers)
        {
            least = T.Min(least, number);
            most = T.Max(most, number);
        }

        return T.IsNegative(least) ? 8 : long.CreateTruncating(most) switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, <= uint.MaxValue => 4, _ => 8 };
    }
}
