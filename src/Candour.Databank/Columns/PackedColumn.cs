using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Candour.Databank.Columns;

/// <summary>
/// A column of small numbers in the fewest bytes that hold them: one for up to 256 different numbers, two for up to
/// 65,536, four for more. 0 stands for missing.
/// </summary>
public abstract class PackedColumn
{
    private protected PackedColumn(int count, int codes) => (Count, Codes) = (count, codes);

    public int Count { get; }

    /// <summary>How many different numbers there can be; every number lies below.</summary>
    public int Codes { get; }

    /// <summary>How many bytes a row takes.</summary>
    public abstract int Width { get; }

    public abstract int this[int row] { get; }

    /// <summary>The column as it lies in memory.</summary>
    public abstract ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Packs numbers.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="codes">How many different ones there can be.</param>
    /// <param name="pieces">The numbers, a piece at a time; a piece may be used again for the next.</param>
    internal static PackedColumn Of(int count, int codes, IEnumerable<ReadOnlyMemory<int>> pieces) => codes switch
    {
        <= byte.MaxValue + 1 => new PackedColumn<byte>(Narrowed<byte>(count, pieces), codes),
        <= ushort.MaxValue + 1 => new PackedColumn<ushort>(Narrowed<ushort>(count, pieces), codes),
        _ => new PackedColumn<int>(Narrowed<int>(count, pieces), codes),
    };

    /// <summary>The same rows in another order.</summary>
    internal abstract PackedColumn Ordered(int[] order);

    /// <summary>The numbers of some rows.</summary>
    internal abstract void Copy(int start, Span<int> into);

    /// <summary>What a table says of the numbers of some rows.</summary>
    internal abstract void Map<T>(int start, ReadOnlySpan<T> table, Span<T> into);

    /// <summary>Makes the numbers of cells finer: each becomes itself times the codes of this column, plus its code.</summary>
    /// <param name="start">The row that distances are counted from.</param>
    /// <param name="rows">The rows of the cells, as distances from it.</param>
    /// <param name="cells">The numbers of the cells.</param>
    internal abstract void ExtendAt(int start, ReadOnlySpan<int> rows, Span<int> cells);

    /// <summary>Adds the numbers of some rows, each so many times.</summary>
    internal abstract void AddTimes(int start, int times, Span<int> into);

    /// <summary>What a table says of the numbers of rows anywhere.</summary>
    internal abstract void MapAt(ReadOnlySpan<int> rows, ReadOnlySpan<int> table, Span<int> into);

    /// <summary>The numbers of rows anywhere.</summary>
    internal abstract void CopyAt(ReadOnlySpan<int> rows, Span<int> into);

    /// <summary>Adds what a table says of the numbers of some rows.</summary>
    internal abstract void AddMapped(int start, ReadOnlySpan<ushort> table, Span<ushort> into);

    /// <summary>Adds what steps say of the numbers of some rows.</summary>
    internal abstract void AddSteps(int start, ReadOnlySpan<CodeStep> steps, Span<ushort> into);

    private static T[] Narrowed<T>(int count, IEnumerable<ReadOnlyMemory<int>> pieces)
        where T : IBinaryInteger<T>
    {
        var narrow = new T[count];
        var row = 0;
        foreach (var piece in pieces)
        {
            foreach (var number in piece.Span)
            {
                narrow[row++] = T.CreateChecked(number);
            }
        }

        return narrow;
    }
}

internal sealed class PackedColumn<TCode>(ReadOnlyMemory<TCode> stored, int codes) : PackedColumn(stored.Length, codes)
    where TCode : unmanaged, IBinaryInteger<TCode>
{
    public override int Width => Marshal.SizeOf<TCode>();

    public override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(stored.Span);

    public override int this[int row] => int.CreateTruncating(stored.Span[row]);

    internal override PackedColumn Ordered(int[] order)
    {
        var moved = new TCode[order.Length];
        var from = stored.Span;
        for (var row = 0; row < moved.Length; row++)
        {
            moved[row] = from[order[row]];
        }

        return new PackedColumn<TCode>(moved, Codes);
    }

    internal override void Copy(int start, Span<int> into)
    {
        var from = stored.Span.Slice(start, into.Length);
        if (typeof(TCode) == typeof(int))
        {
            MemoryMarshal.Cast<TCode, int>(from).CopyTo(into);
            return;
        }

        for (var i = Vector.IsHardwareAccelerated ? CopyTogether(from, into) : 0; i < from.Length; i++)
        {
            into[i] = int.CreateTruncating(from[i]);
        }
    }

    internal override void Map<T>(int start, ReadOnlySpan<T> table, Span<T> into)
    {
        var from = stored.Span.Slice(start, into.Length);
        for (var i = 0; i < from.Length; i++)
        {
            into[i] = table[int.CreateTruncating(from[i])];
        }
    }

    internal override void ExtendAt(int start, ReadOnlySpan<int> rows, Span<int> cells)
    {
        var from = stored.Span[start..];
        for (var i = 0; i < rows.Length; i++)
        {
            cells[i] = unchecked((cells[i] * Codes) + int.CreateTruncating(from[rows[i]]));
        }
    }

    internal override void AddTimes(int start, int times, Span<int> into)
    {
        var from = stored.Span.Slice(start, into.Length);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = unchecked(into[i] + (int.CreateTruncating(from[i]) * times));
        }
    }

    internal override void MapAt(ReadOnlySpan<int> rows, ReadOnlySpan<int> table, Span<int> into)
    {
        var from = stored.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            into[i] = table[int.CreateTruncating(from[rows[i]])];
        }
    }

    internal override void CopyAt(ReadOnlySpan<int> rows, Span<int> into)
    {
        var from = stored.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            into[i] = int.CreateTruncating(from[rows[i]]);
        }
    }

    internal override void AddMapped(int start, ReadOnlySpan<ushort> table, Span<ushort> into)
    {
        var from = stored.Span.Slice(start, into.Length);
        for (var i = 0; i < from.Length; i++)
        {
            into[i] += table[int.CreateTruncating(from[i])];
        }
    }

    internal override void AddSteps(int start, ReadOnlySpan<CodeStep> steps, Span<ushort> into) =>
        CodeStep.Add(stored.Span.Slice(start, into.Length), steps, into);

    private static int CopyTogether(ReadOnlySpan<TCode> codes, Span<int> into)
    {
        ref var from = ref MemoryMarshal.GetReference(codes);
        ref var to = ref MemoryMarshal.GetReference(into);
        var together = typeof(TCode) == typeof(byte) ? Vector<byte>.Count : Vector<ushort>.Count;
        var end = codes.Length - (codes.Length % together);
        for (var i = 0; i < end; i += together)
        {
            if (typeof(TCode) == typeof(byte))
            {
                Vector.Widen(Vector.LoadUnsafe(ref Unsafe.As<TCode, byte>(ref from), (nuint)i), out var first, out var second);
                Store(first, ref to, i);
                Store(second, ref to, i + Vector<ushort>.Count);
            }
            else
            {
                Store(Vector.LoadUnsafe(ref Unsafe.As<TCode, ushort>(ref from), (nuint)i), ref to, i);
            }
        }

        return end;
    }

    private static void Store(Vector<ushort> codes, ref int to, int at)
    {
        Vector.Widen(codes, out var first, out var second);
        Vector.AsVectorInt32(first).StoreUnsafe(ref to, (nuint)at);
        Vector.AsVectorInt32(second).StoreUnsafe(ref to, (nuint)(at + Vector<int>.Count));
    }
}
