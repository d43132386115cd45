using System.Buffers;
using System.Numerics;
using Candour.Databank.Columns;

namespace Candour.Databank.Native;

/// <summary>
/// Events and censorings of rows that count 1 each, while rows come some at a time. Where there are few pairs of a cell and
/// a day, each pair is counted at its place; else the rows of each cell are put together at the end. What a row says is one
/// number, its key: twice its days, and one more where it was decided.
/// </summary>
internal sealed class DaysOfCells : IDisposable
{
    /// <summary>More places do not stay in a near cache.</summary>
    private const long PlacesAtMost = 1L << 18;

    /// <summary>More places than so many for each row take longer to look through than rows to put in order.</summary>
    private const long PlacesOfARow = 8;

    /// <summary>Of a cell of more rows every day has a place of its own; of fewer they are sorted.</summary>
    private const int FewRows = 64;

    private readonly int cells;
    private readonly int span;
    private readonly int[] places;
    private readonly int[] cellOf;
    private readonly int[] keys;
    private int count;

    /// <summary>No rows yet.</summary>
    /// <param name="cells">How many cells there are.</param>
    /// <param name="longest">No row waited more days.</param>
    /// <param name="rows">How many rows will come.</param>
    public DaysOfCells(int cells, int longest, int rows)
    {
        (this.cells, span) = (cells, 2 * (longest + 1));
        var hasPlaces = (long)cells * span <= Math.Min(PlacesAtMost, rows * PlacesOfARow);
        places = ArrayPool<int>.Shared.Rent(hasPlaces ? cells * span : 0);
        places.AsSpan().Clear();
        cellOf = ArrayPool<int>.Shared.Rent(hasPlaces ? 0 : rows);
        keys = ArrayPool<int>.Shared.Rent(hasPlaces ? 0 : rows);
    }

    /// <summary>Adds some rows.</summary>
    /// <param name="bits">Which of them belong to it, 64 of them in each number.</param>
    /// <param name="own">The cell of each.</param>
    /// <param name="says">The key of each.</param>
    public void Add(ReadOnlySpan<ulong> bits, ReadOnlySpan<int> own, ReadOnlySpan<int> says)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
            {
                var row = (word * RowSet.RowsTogether) + BitOperations.TrailingZeroCount(left);
                if (places.Length > 0)
                {
                    places[(own[row] * span) + says[row]]++;
                }
                else
                {
                    (cellOf[count], keys[count]) = (own[row], says[row]);
                    count++;
                }
            }
        }
    }

    /// <summary>What the rows gave.</summary>
    public DayBlock Finish()
    {
        var building = new DayBlock.Building();
        if (places.Length == 0)
        {
            CellByCell(building, cellOf.AsSpan(0, count), keys.AsSpan(0, count), cells, span);
        }
        else
        {
            AtPlaces(building);
        }

        return building.Finish();
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(places);
        ArrayPool<int>.Shared.Return(cellOf);
        ArrayPool<int>.Shared.Return(keys);
    }

    private void AtPlaces(DayBlock.Building building)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            Add(building, cell, places.AsSpan(cell * span, span));
        }
    }

    private static void CellByCell(DayBlock.Building building, ReadOnlySpan<int> cellOf, ReadOnlySpan<int> keys, int cells, int span)
    {
        var room = ArrayPool<int>.Shared.Rent(keys.Length);
        var ends = Together(cellOf, keys, cells, room);
        var places = new int[span];
        for (var (cell, start) = (0, 0); cell < cells; start = ends[cell++])
        {
            var own = room.AsSpan(start..ends[cell]);
            if (own.Length > FewRows)
            {
                foreach (var key in own)
                {
                    places[key]++;
                }

                Add(building, cell, places);
                places.AsSpan().Clear();
            }
            else
            {
                Sort(building, cell, own);
            }
        }

        ArrayPool<int>.Shared.Return(room);
    }

    /// <summary>Puts the keys of each cell together.</summary>
    /// <returns>Where those of each cell end.</returns>
    private static int[] Together(ReadOnlySpan<int> cellOf, ReadOnlySpan<int> keys, int cells, int[] into)
    {
        var next = GroupStarts.Of(cellOf, cells);
        for (var i = 0; i < keys.Length; i++)
        {
            into[next[cellOf[i]]++] = keys[i];
        }

        return next;
    }

    /// <summary>Adds what was counted at the places of a cell's days: of each the open and then the decided.</summary>
    private static void Add(DayBlock.Building building, int cell, ReadOnlySpan<int> places)
    {
        for (var open = 0; open < places.Length; open += 2)
        {
            if ((places[open] | places[open + 1]) != 0)
            {
                building.Add(cell, open >> 1, places[open + 1], places[open]);
            }
        }
    }

    private static void Sort(DayBlock.Building building, int cell, Span<int> own)
    {
        own.Sort();
        for (var i = 0; i < own.Length;)
        {
            var (first, decided) = (i, 0);
            for (; i < own.Length && own[i] >> 1 == own[first] >> 1; i++)
            {
                decided += own[i] & 1;
            }

            building.Add(cell, own[first] >> 1, decided, i - first - decided);
        }
    }
}
