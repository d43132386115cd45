using System.Numerics;

namespace Candour.Databank.Native;

/// <summary>Some of the rows of an area, a bit each.</summary>
internal sealed class RowSet
{
    private readonly int first;
    private readonly ulong[] bits;

    /// <summary>None of the rows from the first to before the end.</summary>
    public RowSet(int first, int end) => (this.first, bits) = (first, new ulong[(end - first + 63) / 64]);

    public void Add(int row) => bits[(row - first) / 64] |= 1UL << ((row - first) % 64);

    /// <summary>The rows, in order.</summary>
    public int[] ToArray()
    {
        var rows = new int[bits.Sum(BitOperations.PopCount)];
        var at = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
            {
                rows[at++] = first + (word * 64) + BitOperations.TrailingZeroCount(left);
            }
        }

        return rows;
    }
}
