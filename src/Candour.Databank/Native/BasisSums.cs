using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Candour.Databank.Native;

/// <summary>The sums of one basis while the rows of an area go by.</summary>
internal sealed class BasisSums
{
    private readonly Dictionary<int, BreakdownSums> sums;

    public BasisSums(BoundBasis basis)
    {
        (Basis, Rows) = (basis, new RowBits(basis));
        sums = basis.Counted.ToDictionary(at => at, at => new BreakdownSums(basis.Breakdowns[at]));
    }

    public BoundBasis Basis { get; }

    /// <summary>The rows that later passes need.</summary>
    public RowBits Rows { get; }

    /// <summary>Adds the lanes of some rows to their cells.</summary>
    /// <param name="breakdown">Position of the breakdown.</param>
    /// <param name="cells">The cell of each row.</param>
    /// <param name="lanes">The lanes of the rows, one row after the other.</param>
    /// <param name="stride">How many lanes a row has.</param>
    public void AddLanes<TLanes>(int breakdown, ReadOnlySpan<int> cells, ushort[] lanes, int stride)
        where TLanes : struct, ILanes
    {
        var sum = sums[breakdown];
        ref var small = ref MemoryMarshal.GetArrayDataReference(sum.Small);
        ref var from = ref MemoryMarshal.GetArrayDataReference(lanes);
        ref var since = ref MemoryMarshal.GetArrayDataReference(sum.RowsSince);
        var runs = CollectionsMarshal.AsSpan(sum.Breakdown.Runs);
        var width = sum.Breakdown.Lanes;
        var together = runs.Length * BoundBasis.LanesTogether == Basis.Lanes;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = (nint)cells[i];
            ref var to = ref Unsafe.Add(ref small, unchecked(cell * width));
            ref var row = ref Unsafe.Add(ref from, unchecked((nint)i * stride));
            if (together)
            {
                for (var lane = 0; lane < width; lane += BoundBasis.LanesTogether)
                {
                    TLanes.Add(ref Unsafe.Add(ref to, lane), ref Unsafe.Add(ref row, lane));
                }
            }
            else
            {
                for (var run = 0; run < runs.Length; run++)
                {
                    TLanes.Add(
                        ref Unsafe.Add(ref to, run * BoundBasis.LanesTogether),
                        ref Unsafe.Add(ref row, runs[run] * BoundBasis.LanesTogether));
                }
            }

            if (++Unsafe.Add(ref since, cell) == ushort.MaxValue)
            {
                sum.Keep((int)cell);
            }
        }
    }

    /// <summary>Adds the words of some rows to their cells: where only one breakdown is counted, their lanes need not be written.</summary>
    /// <param name="breakdown">Position of the breakdown.</param>
    /// <param name="rows">The rows, as distances from that of the first word.</param>
    /// <param name="cells">The cell of each.</param>
    /// <param name="words">The words.</param>
    /// <param name="stride">How many words a row has.</param>
    public void AddWords<TLanes>(int breakdown, ReadOnlySpan<int> rows, ReadOnlySpan<int> cells, ReadOnlySpan<ulong> words, int stride)
        where TLanes : struct, ILanes
    {
        var sum = sums[breakdown];
        ref var small = ref MemoryMarshal.GetArrayDataReference(sum.Small);
        ref var since = ref MemoryMarshal.GetArrayDataReference(sum.RowsSince);
        ref var halves = ref Unsafe.As<ulong, uint>(ref MemoryMarshal.GetReference(words));
        var runs = CollectionsMarshal.AsSpan(sum.Breakdown.Runs);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = (nint)cells[i];
            ref var to = ref Unsafe.Add(ref small, unchecked(cell * sum.Breakdown.Lanes));
            ref var row = ref Unsafe.Add(ref halves, unchecked(2 * (((nint)rows[i] * stride) + Basis.FirstWord)));
            for (var run = 0; run < runs.Length; run++)
            {
                TLanes.AddBits(ref Unsafe.Add(ref to, run * BoundBasis.LanesTogether), Unsafe.Add(ref row, runs[run]));
            }

            if (++Unsafe.Add(ref since, cell) == ushort.MaxValue)
            {
                sum.Keep((int)cell);
            }
        }
    }

    /// <summary>Adds weights and amounts. That no sum can overflow was checked before.</summary>
    /// <param name="breakdown">Position of the breakdown.</param>
    /// <param name="start">The first of the rows whose words are given.</param>
    /// <param name="rows">The rows, as distances from it.</param>
    /// <param name="cells">The cell of each row.</param>
    /// <param name="words">The words.</param>
    /// <param name="stride">How many words a row has.</param>
    public void AddWeighed(
        int breakdown, int start, ReadOnlySpan<int> rows, ReadOnlySpan<int> cells, ReadOnlySpan<ulong> words, int stride)
    {
        var sum = sums[breakdown];
        for (var k = 0; k < sum.Breakdown.Weighed.Length; k++)
        {
            var bit = Basis.Weighed[sum.Breakdown.Weighed[k]];
            var word = Basis.FirstWord + (bit.Bit / 64);
            for (var i = 0; i < rows.Length; i++)
            {
                if ((words[(rows[i] * stride) + word] >> (bit.Bit % 64) & 1) != 0)
                {
                    sum.Large[(cells[i] * sum.Breakdown.Weighed.Length) + k] += bit.Values[bit.Column[start + rows[i]]];
                }
            }
        }
    }

    /// <summary>What the rows gave; the sums are empty again for the next area.</summary>
    public AreaCounts Finish() => new(Basis.Whole(at => sums[at].Finish()), Rows.Days, Rows.Distinct);
}

/// <summary>The sums of one breakdown.</summary>
internal sealed class BreakdownSums(BoundBreakdown breakdown)
{
    /// <summary>What the lanes of a cell held before they were about to overflow; of few cells, the largest.</summary>
    private readonly Dictionary<int, long[]> kept = [];

    public BoundBreakdown Breakdown { get; } = breakdown;

    /// <summary>The lanes of each cell since they were last kept.</summary>
    public ushort[] Small { get; } = new ushort[breakdown.Cells * breakdown.Lanes];

    /// <summary>How many rows each cell had since then: at 65,535 no lane of it has overflowed yet.</summary>
    public int[] RowsSince { get; } = new int[breakdown.Cells];

    /// <summary>The weights and amounts of each cell.</summary>
    public long[] Large { get; } = new long[breakdown.Cells * breakdown.Weighed.Length];

    /// <summary>Adds the 16-bit lanes of a cell to what was kept of it.</summary>
    public void Keep(int cell)
    {
        if (!kept.TryGetValue(cell, out var totals))
        {
            kept[cell] = totals = new long[Breakdown.Lanes];
        }

        var from = Small.AsSpan(cell * Breakdown.Lanes, Breakdown.Lanes);
        for (var lane = 0; lane < from.Length; lane++)
        {
            totals[lane] += from[lane];
        }

        from.Clear();
        RowsSince[cell] = 0;
    }

    /// <summary>The cells that any row reached; the sums are empty afterwards.</summary>
    public CellBlock Finish()
    {
        var cells = new List<int>();
        for (var cell = 0; cell < RowsSince.Length; cell++)
        {
            if (RowsSince[cell] > 0 || kept.ContainsKey(cell))
            {
                cells.Add(cell);
            }
        }

        var (laneOf, weighed) = (Breakdown.LaneOf, Breakdown.Weighed.Length);
        var values = GC.AllocateUninitializedArray<long>(cells.Count * Breakdown.Counters.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            var lanes = Small.AsSpan(cells[i] * Breakdown.Lanes, Breakdown.Lanes);
            var own = values.AsSpan(i * Breakdown.Counters.Count, Breakdown.Counters.Count);
            for (var k = 0; k < laneOf.Length; k++)
            {
                own[k] = lanes[laneOf[k]];
            }

            if (kept.Count > 0 && kept.TryGetValue(cells[i], out var totals))
            {
                for (var k = 0; k < laneOf.Length; k++)
                {
                    own[k] += totals[laneOf[k]];
                }
            }

            Large.AsSpan(cells[i] * weighed, weighed).CopyTo(own[laneOf.Length..]);
            lanes.Clear();
            RowsSince[cells[i]] = 0;
        }

        kept.Clear();
        Large.AsSpan().Clear();
        return new CellBlock([.. cells], Breakdown.Counters, values);
    }
}
