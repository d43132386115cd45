using System.Buffers;
using Candour.Databank.Columns;
using Candour.Databank.Planning;

namespace Candour.Databank.Native;

/// <summary>
/// Different identifiers in every cell of every area and roll-up: the rows of the cell, which are counted already, less
/// those whose identifier the cell has from another row. So only identifiers of several rows in one period are looked at
/// closely. Identifiers are taken in ranges, so that the rows of all areas can be brought together in the near caches; no
/// identifier lies in two ranges.
/// </summary>
internal sealed class DistinctPass
{
    private const int IdentifiersTogether = 1 << 14;

    private readonly BoundBasis basis;
    private readonly IReadOnlyList<BoundBreakdown> kept;
    private readonly IReadOnlyList<(ReadOnlyMemory<int> Rows, ReadOnlyMemory<int> Identifiers)> areas;
    private readonly int[][] nodesOf;

    private DistinctPass(
        BoundBasis basis, IReadOnlyList<BoundBreakdown> kept, IReadOnlyList<AreaNode> nodes,
        IReadOnlyList<(ReadOnlyMemory<int> Rows, ReadOnlyMemory<int> Identifiers)> areas)
    {
        (this.basis, this.kept, this.areas) = (basis, kept, areas);
        nodesOf =
        [
            .. Enumerable.Range(0, areas.Count).Select(area =>
                Enumerable.Range(0, nodes.Count).Where(node => nodes[node].Areas.Contains(nodes[area].Areas[0])).ToArray()),
        ];
    }

    /// <summary>For each breakdown and node the different identifiers of each cell.</summary>
    /// <param name="basis">The basis.</param>
    /// <param name="at">Position of the distinct counter.</param>
    /// <param name="nodes">The lowest areas first, in the order of <paramref name="rows"/>.</param>
    /// <param name="rows">For each lowest area the rows that are counted.</param>
    /// <param name="rooms">For each of them room for what is known of its rows.</param>
    /// <param name="identifier">The column of the identifier.</param>
    /// <param name="counters">For each node the counters of the basis, by breakdown.</param>
    /// <param name="threads">How many threads share the ranges.</param>
    public static DistinctBlock[][] Run(
        BoundBasis basis, int at, IReadOnlyList<AreaNode> nodes, IReadOnlyList<RowSet> rows, IReadOnlyList<AreaRoom> rooms, PackedColumn identifier,
        CellBlock[][] counters, int threads)
    {
        var kept = NativeEngine.Kept(basis, basis.Plan.Distinct[at].Breakdowns);
        var pass = new DistinctPass(basis, kept, nodes, [.. rows.Select((own, area) => Sorted(own, rooms[area], identifier))]);
        var ranges = (identifier.Codes + IdentifiersTogether - 1) / IdentifiersTogether;
        var repeats = new Repeats[Math.Max(1, Math.Min(threads, ranges))];
        Parallel.For(0, repeats.Length, thread =>
        {
            repeats[thread] = new Repeats(kept, pass.nodesOf, nodes.Count);
            pass.Run(
                repeats[thread],
                (int)((long)ranges * thread / repeats.Length), (int)((long)ranges * (thread + 1) / repeats.Length));
        });
        var counter = RowsOf(basis.Plan, basis.Plan.Distinct[at]);
        return
        [
            .. kept.Select((breakdown, b) => Enumerable.Range(0, nodes.Count).Select(node =>
                Less(counters[node][basis.Breakdowns.ToList().IndexOf(breakdown)], counter, repeats, b, node * breakdown.Cells)).ToArray()),
        ];
    }

    /// <summary>The counter of the very rows whose identifiers are counted: what is missing is made of it, so a plan has it.</summary>
    private static int RowsOf(BasisPlan plan, DistinctCounter distinct) =>
        Enumerable.Range(0, plan.Counters.Count).First(at =>
            plan.Counters[at].Weighs is Weighing.Rows && plan.Counters[at].Selects.Text == distinct.Selects.Text);

    private static DistinctBlock Less(CellBlock rows, int counter, Repeats[] repeats, int breakdown, int first)
    {
        var at = rows.Counters.ToList().IndexOf(counter);
        var (cells, values) = (new List<int>(), new List<int>());
        for (var i = 0; i < rows.Cells.Length; i++)
        {
            var count = (int)rows.Values[(i * rows.Counters.Count) + at];
            if (count > 0)
            {
                foreach (var own in repeats)
                {
                    count -= own.Counts[breakdown][first + rows.Cells[i]];
                }

                cells.Add(rows.Cells[i]);
                values.Add(count);
            }
        }

        return new DistinctBlock([.. cells], [.. values]);
    }

    private void Run(Repeats repeats, int firstRange, int endRange)
    {
        var next = areas.Select(area => FirstFrom(area.Identifiers.Span, firstRange * IdentifiersTogether)).ToArray();
        var found = new List<(int Identifier, int Row, int Area)>();
        var starts = new int[IdentifiersTogether + 1];
        for (var range = firstRange; range < endRange; range++)
        {
            var first = range * IdentifiersTogether;
            found.Clear();
            for (var area = 0; area < areas.Count; area++)
            {
                var rows = areas[area].Rows.Span;
                var identifiers = areas[area].Identifiers.Span;
                var at = next[area];
                for (; at < rows.Length && identifiers[at] < first + IdentifiersTogether; at++)
                {
                    found.Add((identifiers[at] - first, rows[at], area));
                }

                next[area] = at;
            }

            Visit(repeats, found, starts);
        }
    }

    /// <summary>Brings the rows of each identifier together.</summary>
    private void Visit(Repeats repeats, List<(int Identifier, int Row, int Area)> found, int[] starts)
    {
        starts.AsSpan().Clear();
        foreach (var (identifier, _, _) in found)
        {
            starts[identifier + 1]++;
        }

        for (var at = 1; at < starts.Length; at++)
        {
            starts[at] += starts[at - 1];
        }

        // Lent, for there are as many ranges as there are thousands of rows.
        var lent = ArrayPool<int>.Shared.Rent(3 * found.Count);
        var rows = lent.AsSpan(0, found.Count);
        var ofAreas = lent.AsSpan(found.Count, found.Count);
        var periods = lent.AsSpan(2 * found.Count, found.Count);
        foreach (var (identifier, row, area) in found)
        {
            var to = starts[identifier]++;
            (rows[to], ofAreas[to]) = (row, area);
        }

        basis.PeriodColumn.MapAt(rows, basis.Periods, periods);
        // Each identifier now begins where the one before it ended.
        var begin = 0;
        for (var identifier = 0; identifier < IdentifiersTogether; identifier++)
        {
            var end = starts[identifier];
            if (end - begin > 1)
            {
                repeats.Add(rows[begin..end], ofAreas[begin..end], periods[begin..end]);
            }

            begin = end;
        }

        ArrayPool<int>.Shared.Return(lent);
    }

    /// <summary>The rows of an area are in this order already when the columns were sorted by the identifier.</summary>
    private static (ReadOnlyMemory<int> Rows, ReadOnlyMemory<int> Identifiers) Sorted(RowSet set, AreaRoom room, PackedColumn identifier)
    {
        var count = set.Count;
        var (found, of) = (room.First(count), room.Second(count));
        var rows = found.Span;
        var identifiers = of.Span;
        set.CopyTo(rows);
        identifier.CopyAt(rows, identifiers);
        for (var i = 1; i < identifiers.Length; i++)
        {
            if (identifiers[i] < identifiers[i - 1])
            {
                identifiers.Sort(rows);
                break;
            }
        }

        return (found, of);
    }

    private static int FirstFrom(ReadOnlySpan<int> identifiers, int first)
    {
        var (low, high) = (0, identifiers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = identifiers[middle] < first ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
