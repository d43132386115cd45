using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Candour.Databank.Native;

/// <summary>What one pass over the rows of an area gives for one basis.</summary>
/// <param name="Blocks">The counters, by breakdown in the order of the plan.</param>
/// <param name="DayRows">For each day counter the rows that have days and a period.</param>
/// <param name="DistinctRows">For each distinct counter its rows with a period.</param>
internal sealed record AreaCounts(
    IReadOnlyList<CellBlock> Blocks, IReadOnlyList<int[]> DayRows, IReadOnlyList<int[]> DistinctRows);

/// <summary>
/// One pass over the rows of one area. The words of a row are the AND of what its codes allow; they are spread into lanes
/// once and added to the row's cell of every breakdown. A pass is used again for the next area, so that its sums stay where
/// they are in memory; two threads never share one.
/// </summary>
internal abstract class AreaPass
{
    public static AreaPass Of(BoundPlan plan, LanePath path) => path switch
    {
        LanePath.Vector512 => new AreaPass<Lanes512>(plan),
        LanePath.Vector256 => new AreaPass<Lanes256>(plan),
        LanePath.Vector128 => new AreaPass<Lanes128>(plan),
        _ => new AreaPass<LanesOneByOne>(plan),
    };

    /// <summary>What the rows from the first to before the end give, by basis.</summary>
    public abstract IReadOnlyList<AreaCounts> Run(int first, int end);
}

/// <summary>The pass that adds so many lanes together.</summary>
internal sealed class AreaPass<TLanes>(BoundPlan plan) : AreaPass
    where TLanes : struct, ILanes
{
    /// <summary>So few rows that the words of a basis are still near when the next basis reads its own.</summary>
    private const int RowsTogether = 8 * 1024;

    /// <summary>So few rows that their words and lanes stay in the nearest caches.</summary>
    private const int RowsInABlock = 256;

    private readonly List<BasisSums> sums = [.. plan.Bases.Select(basis => new BasisSums(basis))];
    private readonly ulong[] words = new ulong[RowsTogether * plan.Words];
    private readonly byte[] verdicts = new byte[RowsInABlock];
    private readonly int[] periods = new int[RowsInABlock];
    private readonly int[] cells = new int[RowsInABlock];
    private readonly int[] placed = new int[RowsInABlock];
    private readonly ushort[] lanes = new ushort[RowsInABlock * plan.Bases.Select(basis => basis.WordCount).DefaultIfEmpty().Max() * 64];

    public override IReadOnlyList<AreaCounts> Run(int first, int end)
    {
        for (var start = first; start < end; start += RowsTogether)
        {
            var count = Math.Min(RowsTogether, end - start);
            var own = words.AsSpan(0, count * plan.Words);
            for (var at = 0; at < count; at += RowsInABlock)
            {
                var rows = Math.Min(RowsInABlock, count - at);
                Decide(start + at, rows, own.Slice(at * plan.Words, rows * plan.Words));
            }

            foreach (var sum in sums)
            {
                Add(sum, start, count, own);
            }
        }

        return [.. sums.Select(sum => sum.Finish())];
    }

    private void Decide(int start, int count, Span<ulong> own)
    {
        own.Fill(ulong.MaxValue);
        foreach (var (column, table) in plan.Direct)
        {
            column.And(start, table, plan.Words, own);
        }

        foreach (var (source, table) in plan.Made)
        {
            source.Fill(start, verdicts.AsSpan(0, count));
            Columns.PackedColumn<byte>.And(verdicts.AsSpan(0, count), table, plan.Words, own);
        }
    }

    private void Add(BasisSums sum, int start, int count, ReadOnlySpan<ulong> own)
    {
        var basis = sum.Basis;
        for (var at = 0; at < count; at += RowsInABlock)
        {
            var size = Math.Min(RowsInABlock, count - at);
            basis.PeriodColumn.Map(start + at, basis.Periods, periods.AsSpan(0, size));
            var rows = 0;
            for (var i = 0; i < size; i++)
            {
                if (periods[i] >= 0)
                {
                    placed[rows++] = i;
                }
            }

            var ofBlock = own.Slice(at * plan.Words, size * plan.Words);
            var here = placed.AsSpan(0, rows);
            Spread(basis, ofBlock, here);
            for (var b = 0; b < basis.Breakdowns.Count; b++)
            {
                var breakdown = basis.Breakdowns[b];
                breakdown.CellsOf(start + at, periods.AsSpan(0, size), cells.AsSpan(0, size));
                sum.AddLanes<TLanes>(b, here, cells, lanes, basis.WordCount * 64);
                sum.AddWeighed(b, start + at, here, cells, ofBlock, plan.Words);
            }

            sum.AddRows(start + at, here, ofBlock, plan.Words);
        }
    }

    private void Spread(BoundBasis basis, ReadOnlySpan<ulong> own, ReadOnlySpan<int> here)
    {
        ref var to = ref MemoryMarshal.GetArrayDataReference(lanes);
        for (var i = 0; i < here.Length; i++)
        {
            for (var word = 0; word < basis.WordCount; word++)
            {
                TLanes.Expand(
                    own[unchecked((here[i] * plan.Words) + basis.FirstWord + word)],
                    ref Unsafe.Add(ref to, unchecked(((i * basis.WordCount) + word) * 64)));
            }
        }
    }
}
