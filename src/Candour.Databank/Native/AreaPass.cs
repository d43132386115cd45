using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Candour.Databank.Native;

/// <summary>What one pass over the rows of an area gives for one basis.</summary>
/// <param name="Blocks">The counters, by breakdown in the order of the plan.</param>
/// <param name="DayRows">For each day counter the rows that have days and a period.</param>
/// <param name="DistinctRows">For each distinct counter its rows with a period.</param>
internal sealed record AreaCounts(
    IReadOnlyList<CellBlock> Blocks, IReadOnlyList<int[]> DayRows, IReadOnlyList<int[]> DistinctRows);

/// <summary>Picks the pass for a path of lanes.</summary>
internal static class AreaPass
{
    public static IReadOnlyList<AreaCounts> Run(BoundPlan plan, int first, int end, LanePath path) => path switch
    {
        LanePath.Vector512 => new AreaPass<Lanes512>(plan).Run(first, end),
        LanePath.Vector256 => new AreaPass<Lanes256>(plan).Run(first, end),
        LanePath.Vector128 => new AreaPass<Lanes128>(plan).Run(first, end),
        _ => new AreaPass<LanesOneByOne>(plan).Run(first, end),
    };
}

/// <summary>
/// One pass over the rows of one area. The words of a row are the AND of what its codes allow; they are spread into lanes
/// once and added to the row's cell of every breakdown.
/// </summary>
internal sealed class AreaPass<TLanes>(BoundPlan plan)
    where TLanes : struct, ILanes
{
    /// <summary>So few rows that no 16-bit lane can overflow before they are added to the totals.</summary>
    private const int RowsTogether = ushort.MaxValue;

    /// <summary>So few rows that their lanes stay in the near caches.</summary>
    private const int RowsInABlock = 256;

    public IReadOnlyList<AreaCounts> Run(int first, int end)
    {
        var sums = plan.Bases.Select(basis => new BasisSums(basis)).ToList();
        var words = new ulong[Math.Min(end - first, RowsTogether) * plan.Words];
        for (var start = first; start < end; start += RowsTogether)
        {
            var count = Math.Min(RowsTogether, end - start);
            var own = words.AsSpan(0, count * plan.Words);
            Decide(start, count, own);
            foreach (var sum in sums)
            {
                Add(sum, start, count, own);
                sum.Keep();
            }
        }

        return [.. sums.Select(sum => sum.Finish())];
    }

    private void Decide(int start, int count, Span<ulong> words)
    {
        words.Fill(ulong.MaxValue);
        foreach (var (column, table) in plan.Direct)
        {
            column.And(start, table, plan.Words, words);
        }

        var verdicts = new byte[count];
        foreach (var (source, table) in plan.Made)
        {
            source.Fill(start, verdicts);
            new Columns.PackedColumn<byte>(verdicts, VerdictSource.Kinds).And(0, table, plan.Words, words);
        }
    }

    private void Add(BasisSums sum, int start, int count, ReadOnlySpan<ulong> words)
    {
        var basis = sum.Basis;
        var periods = new int[RowsInABlock];
        var cells = new int[RowsInABlock];
        var placed = new int[RowsInABlock];
        var lanes = new ushort[RowsInABlock * basis.WordCount * 64];
        for (var at = 0; at < count; at += RowsInABlock)
        {
            var own = Math.Min(RowsInABlock, count - at);
            basis.PeriodColumn.Map(start + at, basis.Periods, periods.AsSpan(0, own));
            var rows = 0;
            for (var i = 0; i < own; i++)
            {
                if (periods[i] >= 0)
                {
                    placed[rows++] = i;
                }
            }

            var ofBlock = words.Slice(at * plan.Words, own * plan.Words);
            var here = placed.AsSpan(0, rows);
            Spread(basis, ofBlock, here, lanes);
            for (var b = 0; b < basis.Breakdowns.Count; b++)
            {
                var breakdown = basis.Breakdowns[b];
                breakdown.CellsOf(start + at, periods.AsSpan(0, own), cells.AsSpan(0, own));
                sum.AddLanes<TLanes>(b, here, cells, lanes, basis.WordCount * 64);
                sum.AddWeighed(b, start + at, here, cells, ofBlock, plan.Words);
            }

            sum.AddRows(start + at, here, ofBlock, plan.Words);
        }
    }

    private void Spread(BoundBasis basis, ReadOnlySpan<ulong> words, ReadOnlySpan<int> placed, ushort[] lanes)
    {
        ref var to = ref MemoryMarshal.GetArrayDataReference(lanes);
        for (var i = 0; i < placed.Length; i++)
        {
            for (var word = 0; word < basis.WordCount; word++)
            {
                TLanes.Expand(
                    words[unchecked((placed[i] * plan.Words) + basis.FirstWord + word)],
                    ref Unsafe.Add(ref to, unchecked(((i * basis.WordCount) + word) * 64)));
            }
        }
    }
}
