using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Candour.Databank.Native;

/// <summary>The sums of one basis while the rows of an area go by.</summary>
internal sealed class BasisSums
{
    private readonly BreakdownSums[] sums;
    private readonly List<int>[] dayRows;
    private readonly List<int>[] distinctRows;

    public BasisSums(BoundBasis basis)
    {
        Basis = basis;
        sums = [.. basis.Breakdowns.Select(breakdown => new BreakdownSums(breakdown))];
        dayRows = [.. basis.Plan.Days.Select(_ => new List<int>())];
        distinctRows = [.. basis.Plan.Distinct.Select(_ => new List<int>())];
    }

    public BoundBasis Basis { get; }

    /// <summary>Adds the lanes of some rows to their cells.</summary>
    /// <param name="breakdown">Position of the breakdown.</param>
    /// <param name="placed">The rows of the block that have a period.</param>
    /// <param name="cells">The cell of each row of the block.</param>
    /// <param name="lanes">The lanes of the placed rows, one row after the other.</param>
    /// <param name="stride">How many lanes a row has.</param>
    public void AddLanes<TLanes>(int breakdown, ReadOnlySpan<int> placed, int[] cells, ushort[] lanes, int stride)
        where TLanes : struct, ILanes
    {
        var sum = sums[breakdown];
        ref var small = ref MemoryMarshal.GetArrayDataReference(sum.Small);
        ref var from = ref MemoryMarshal.GetArrayDataReference(lanes);
        var runs = CollectionsMarshal.AsSpan(sum.Breakdown.Runs);
        var width = sum.Breakdown.Lanes;
        for (var i = 0; i < placed.Length; i++)
        {
            var cell = cells[placed[i]];
            sum.RowsSince[cell]++;
            ref var to = ref Unsafe.Add(ref small, unchecked((nint)cell * width));
            ref var row = ref Unsafe.Add(ref from, unchecked((nint)i * stride));
            for (var run = 0; run < runs.Length; run++)
            {
                TLanes.Add(
                    ref Unsafe.Add(ref to, run * BoundBasis.LanesTogether),
                    ref Unsafe.Add(ref row, runs[run] * BoundBasis.LanesTogether));
            }
        }
    }

    /// <summary>Adds weights and amounts. That no sum can overflow was checked before.</summary>
    public void AddWeighed(
        int breakdown, int start, ReadOnlySpan<int> placed, int[] cells, ReadOnlySpan<ulong> words, int stride)
    {
        var sum = sums[breakdown];
        for (var k = 0; k < sum.Breakdown.Weighed.Length; k++)
        {
            var bit = Basis.Weighed[sum.Breakdown.Weighed[k]];
            var word = Basis.FirstWord + (bit.Bit / 64);
            foreach (var row in placed)
            {
                if ((words[(row * stride) + word] >> (bit.Bit % 64) & 1) != 0)
                {
                    sum.Large[(cells[row] * sum.Breakdown.Weighed.Length) + k] += bit.Values[bit.Column[start + row]];
                }
            }
        }
    }

    /// <summary>Remembers the rows whose days or identifiers are needed later.</summary>
    public void AddRows(int start, ReadOnlySpan<int> placed, ReadOnlySpan<ulong> words, int stride)
    {
        for (var k = 0; k < dayRows.Length; k++)
        {
            Collect(Basis.FirstDayBit + k, start, placed, words, stride, dayRows[k]);
        }

        for (var k = 0; k < distinctRows.Length; k++)
        {
            Collect(Basis.FirstDistinctBit + k, start, placed, words, stride, distinctRows[k]);
        }
    }

    /// <summary>Adds the 16-bit lanes to the totals, before they can overflow.</summary>
    public void Keep()
    {
        foreach (var sum in sums)
        {
            sum.Keep();
        }
    }

    public AreaCounts Finish() => new(
        [.. sums.Select(sum => sum.Finish())],
        [.. dayRows.Select(rows => rows.ToArray())],
        [.. distinctRows.Select(rows => rows.ToArray())]);

    private void Collect(int bit, int start, ReadOnlySpan<int> placed, ReadOnlySpan<ulong> words, int stride, List<int> into)
    {
        var word = Basis.FirstWord + (bit / 64);
        foreach (var row in placed)
        {
            if ((words[unchecked((row * stride) + word)] >> (bit % 64) & 1) != 0)
            {
                into.Add(start + row);
            }
        }
    }
}

/// <summary>The sums of one breakdown.</summary>
internal sealed class BreakdownSums(BoundBreakdown breakdown)
{
    private readonly int[] totals = new int[breakdown.Cells * breakdown.Lanes];
    private readonly int[] rows = new int[breakdown.Cells];

    public BoundBreakdown Breakdown { get; } = breakdown;

    /// <summary>The lanes of each cell since they were last added to the totals.</summary>
    public ushort[] Small { get; } = new ushort[breakdown.Cells * breakdown.Lanes];

    /// <summary>How many rows each cell had since then.</summary>
    public int[] RowsSince { get; } = new int[breakdown.Cells];

    /// <summary>The weights and amounts of each cell.</summary>
    public long[] Large { get; } = new long[breakdown.Cells * breakdown.Weighed.Length];

    public void Keep()
    {
        for (var cell = 0; cell < RowsSince.Length; cell++)
        {
            if (RowsSince[cell] == 0)
            {
                continue;
            }

            rows[cell] += RowsSince[cell];
            RowsSince[cell] = 0;
            var from = Small.AsSpan(cell * Breakdown.Lanes, Breakdown.Lanes);
            var to = totals.AsSpan(cell * Breakdown.Lanes, Breakdown.Lanes);
            for (var lane = 0; lane < from.Length; lane++)
            {
                to[lane] = unchecked(to[lane] + from[lane]);
            }

            from.Clear();
        }
    }

    public CellBlock Finish()
    {
        var cells = new List<int>();
        for (var cell = 0; cell < rows.Length; cell++)
        {
            if (rows[cell] > 0)
            {
                cells.Add(cell);
            }
        }

        var values = new long[cells.Count * Breakdown.Counters.Count];
        var at = 0;
        foreach (var cell in cells)
        {
            foreach (var lane in Breakdown.LaneOf)
            {
                values[at++] = totals[(cell * Breakdown.Lanes) + lane];
            }

            for (var k = 0; k < Breakdown.Weighed.Length; k++)
            {
                values[at++] = Large[(cell * Breakdown.Weighed.Length) + k];
            }
        }

        return new CellBlock([.. cells], Breakdown.Counters, values);
    }
}
