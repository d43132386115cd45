using System.Numerics;

namespace Candour.Databank.Native;

/// <summary>Some of the rows of an area, a bit each.</summary>
internal sealed class RowSet
{
    /// <summary>Rows are put in by this many.</summary>
    public const int RowsTogether = 64;

    private readonly ulong[] bits;

    /// <summary>None of the rows from the first to before the end.</summary>
    public RowSet(int first, int end) => (First, End, bits) = (first, end, new ulong[(end - first + RowsTogether - 1) / RowsTogether]);

    /// <summary>The first row of the area.</summary>
    public int First { get; }

    /// <summary>The row after the last of the area.</summary>
    public int End { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => bits.Sum(BitOperations.PopCount);

    /// <summary>Says of 64 rows which of them belong to it.</summary>
    /// <param name="start">The first of them, a whole number of times 64 after the first row of the area.</param>
    /// <param name="rows">A bit for each.</param>
    public void Set(int start, ulong rows) => bits[(start - First) / RowsTogether] = rows;

    /// <summary>Which of some rows belong to it, 64 of them in each number.</summary>
    /// <param name="start">The first of them, a whole number of times 64 after the first row of the area.</param>
    /// <param name="count">How many rows.</param>
    public ReadOnlySpan<ulong> Bits(int start, int count) =>
        bits.AsSpan((start - First) / RowsTogether, (count + RowsTogether - 1) / RowsTogether);

    /// <summary>The rows, in order.</summary>
    public int[] ToArray()
    {
        var rows = new int[Count];
        CopyTo(rows);
        return rows;
    }

    /// <summary>The rows, in order.</summary>
    /// <param name="into">Where they go; there must be room for all.</param>
    public void CopyTo(Span<int> into)
    {
        var at = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
            {
                into[at++] = First + (word * RowsTogether) + BitOperations.TrailingZeroCount(left);
            }
        }
    }
}
