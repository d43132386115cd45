using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Candour.Databank.Native;

/// <summary>
/// The pass that adds so many lanes together: the words of a row are the AND of what its codes allow; they are spread into
/// lanes once and added to the row's cell of every breakdown.
/// </summary>
internal sealed class LanePass<TLanes>(BoundPlan plan) : AreaPass
    where TLanes : struct, ILanes
{
    /// <summary>So few rows that their words stay in a near cache, and so many that a month of them is worth its cells.</summary>
    private const int RowsTogether = 8 * 1024;

    /// <summary>So few rows that their lanes stay in the nearest cache.</summary>
    private const int RowsInABlock = 64;

    private readonly List<BasisSums> sums = [.. plan.Bases.Select(basis => new BasisSums(basis))];
    private readonly RowWords deciding = new(plan.Deciding, plan.Words);
    private readonly ulong[] words = new ulong[RowsTogether * plan.Words];
    private readonly int[] periods = new int[RowsTogether];
    private readonly int[] ordered = new int[RowsTogether];
    private readonly int[] orderedPeriods = new int[RowsTogether];
    private readonly int[] next = new int[plan.Axes.Periods.Count + 1];
    private readonly int[] cells = new int[RowsInABlock];
    private readonly ushort[] lanes = new ushort[RowsInABlock * plan.Bases.Select(basis => basis.WordCount).DefaultIfEmpty().Max() * 64];

    public override IReadOnlyList<AreaCounts> Run(int first, int end)
    {
        foreach (var sum in sums)
        {
            sum.Rows.Begin(first, end);
        }

        for (var start = first; start < end; start += RowsTogether)
        {
            var count = Math.Min(RowsTogether, end - start);
            var own = words.AsSpan(0, count * plan.Words);
            deciding.Fill(start, count, own);
            foreach (var sum in sums)
            {
                Add(sum, start, count, own);
            }
        }

        return [.. sums.Select(sum => sum.Finish())];
    }

    /// <summary>
    /// Adds the rows that have a period; where there are many cells, month after month: the cells of a month stay in the
    /// nearest cache while its rows go by, which the cells of all months would not.
    /// </summary>
    private void Add(BasisSums sum, int start, int count, ReadOnlySpan<ulong> own)
    {
        var basis = sum.Basis;
        basis.PeriodColumn.Map(start, basis.Periods, periods.AsSpan(0, count));
        var rows = basis.CellsAreNear ? Placed(count) : Order(count);
        sum.Rows.Add(start, periods.AsSpan(0, count), own, plan.Words);
        for (var at = 0; at < rows; at += RowsInABlock)
        {
            var size = Math.Min(RowsInABlock, rows - at);
            var here = ordered.AsSpan(at, size);
            if (basis.Counted.Count > 1)
            {
                Spread(basis, own, here);
            }

            foreach (var b in basis.Counted)
            {
                basis.Breakdowns[b].CellsAt(start, here, orderedPeriods.AsSpan(at, size), cells.AsSpan(0, size));
                if (basis.Counted.Count > 1)
                {
                    sum.AddLanes<TLanes>(b, cells.AsSpan(0, size), lanes, basis.WordCount * 64);
                }
                else
                {
                    sum.AddWords<TLanes>(b, here, cells.AsSpan(0, size), own, plan.Words);
                }

                sum.AddWeighed(b, start, here, cells, own, plan.Words);
            }
        }
    }

    /// <summary>Finds the rows that have a period, in the order in which they lie.</summary>
    /// <returns>How many have one.</returns>
    private int Placed(int count)
    {
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            // What is not kept is written over by the next.
            (ordered[found], orderedPeriods[found]) = (i, periods[i]);
            found += periods[i] >= 0 ? 1 : 0;
        }

        return found;
    }

    /// <summary>Puts the rows that have a period in the order of periods.</summary>
    /// <returns>How many have one.</returns>
    private int Order(int count)
    {
        next.AsSpan().Clear();
        for (var i = 0; i < count; i++)
        {
            next[periods[i] + 1]++;
        }

        // Rows without a period lie at -1: they are left out.
        var before = 0;
        for (var period = 0; period + 1 < next.Length; period++)
        {
            (next[period], before) = (before, before + next[period + 1]);
        }

        for (var i = 0; i < count; i++)
        {
            if (periods[i] >= 0)
            {
                var to = next[periods[i]]++;
                (ordered[to], orderedPeriods[to]) = (i, periods[i]);
            }
        }

        return before;
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
