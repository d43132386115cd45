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
        var reader = Read();
        reader.Next(rows);
        return rows;
    }

    /// <summary>Reads the rows in order, some at a time.</summary>
    public Reader Read() => new(this);

    /// <summary>Where reading stands.</summary>
    public struct Reader(RowSet rows)
    {
        private int word = -1;
        private ulong left;

        /// <summary>The next rows.</summary>
        /// <returns>How many there were; fewer than there is room for when there are no more.</returns>
        public int Next(Span<int> into)
        {
            var count = 0;
            while (count < into.Length)
            {
                if (left == 0)
                {
                    if (++word >= rows.bits.Length)
                    {
                        break;
                    }

                    left = rows.bits[word];
                }
                else
                {
                    into[count++] = rows.First + (word * RowsTogether) + BitOperations.TrailingZeroCount(left);
                    left &= left - 1;
                }
            }

            return count;
        }
    }
}
