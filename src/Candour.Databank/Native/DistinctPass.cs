using Candour.Databank.Columns;

namespace Candour.Databank.Native;

/// <summary>
/// Different identifiers in every cell of every area and roll-up: rows are visited in the order of their identifiers, and
/// one is new to a cell when it is not the last that the cell saw. Identifiers are taken in ranges, so that the rows of
/// all areas can be brought together in the near caches; no identifier lies in two ranges.
/// </summary>
internal sealed class DistinctPass
{
    private const int IdentifiersTogether = 1 << 14;

    private readonly BoundBasis basis;
    private readonly IReadOnlyList<BoundBreakdown> kept;
    private readonly IReadOnlyList<AreaNode> nodes;
    private readonly IReadOnlyList<(int[] Rows, int[] Identifiers)> areas;
    private readonly int[][] nodesOf;

    private DistinctPass(
        BoundBasis basis, IReadOnlyList<BoundBreakdown> kept, IReadOnlyList<AreaNode> nodes,
        IReadOnlyList<(int[] Rows, int[] Identifiers)> areas)
    {
        (this.basis, this.kept, this.nodes, this.areas) = (basis, kept, nodes, areas);
        nodesOf =
        [
            .. Enumerable.Range(0, areas.Count).Select(area =>
                Enumerable.Range(0, nodes.Count).Where(node => nodes[node].Areas.Contains(nodes[area].Areas[0])).ToArray()),
        ];
    }

    /// <summary>For each breakdown and node the different identifiers of each cell.</summary>
    /// <param name="basis">The basis.</param>
    /// <param name="kept">The breakdowns.</param>
    /// <param name="nodes">The lowest areas first, in the order of <paramref name="rows"/>.</param>
    /// <param name="rows">For each lowest area its rows.</param>
    /// <param name="identifier">The column of the identifier.</param>
    /// <param name="threads">How many threads share the ranges.</param>
    public static DistinctBlock[][] Run(
        BoundBasis basis, IReadOnlyList<BoundBreakdown> kept, IReadOnlyList<AreaNode> nodes, IReadOnlyList<int[]> rows,
        PackedColumn identifier, int threads)
    {
        var pass = new DistinctPass(basis, kept, nodes, [.. rows.Select(own => Sorted(own, identifier))]);
        var ranges = (identifier.Codes + IdentifiersTogether - 1) / IdentifiersTogether;
        var sums = new Sums[Math.Max(1, Math.Min(threads, ranges))];
        Parallel.For(0, sums.Length, thread =>
        {
            sums[thread] = new Sums(kept, nodes.Count);
            pass.Run(sums[thread], (int)((long)ranges * thread / sums.Length), (int)((long)ranges * (thread + 1) / sums.Length));
        });
        return Finish(sums, kept, nodes.Count);
    }

    private void Run(Sums sums, int firstRange, int endRange)
    {
        var next = areas.Select(area => FirstFrom(area.Identifiers, firstRange * IdentifiersTogether)).ToArray();
        for (var range = firstRange; range < endRange; range++)
        {
            var first = range * IdentifiersTogether;
            var found = new List<(int Identifier, int Row, int Area)>();
            for (var area = 0; area < areas.Count; area++)
            {
                var (rows, identifiers) = areas[area];
                for (; next[area] < rows.Length && identifiers[next[area]] < first + IdentifiersTogether; next[area]++)
                {
                    found.Add((identifiers[next[area]] - first, rows[next[area]], area));
                }
            }

            Visit(sums, Ordered(found), first);
        }
    }

    private void Visit(Sums sums, (int Identifier, int Row, int Area)[] ordered, int first)
    {
        var rows = Array.ConvertAll(ordered, one => one.Row);
        // 0 is the mark of a cell that saw none.
        var marks = Array.ConvertAll(ordered, one => one.Identifier + first + 1);
        var periods = new int[rows.Length];
        var cells = new int[rows.Length];
        basis.PeriodColumn.MapAt(rows, basis.Periods, periods);
        for (var b = 0; b < kept.Count; b++)
        {
            kept[b].CellsAt(rows, periods, cells);
            var size = kept[b].Cells;
            var starts = nodesOf.Select(own => own.Select(node => node * size).ToArray()).ToArray();
            var seen = sums.Seen[b].AsSpan();
            for (var i = 0; i < cells.Length; i++)
            {
                var (cell, mark) = (cells[i], marks[i]);
                foreach (var start in starts[ordered[i].Area])
                {
                    ref var one = ref seen[unchecked(start + cell)];
                    if (one.Last != mark)
                    {
                        one = new Seen(mark, one.Count + 1);
                    }
                }
            }
        }
    }

    private static (int Identifier, int Row, int Area)[] Ordered(List<(int Identifier, int Row, int Area)> found)
    {
        var starts = new int[IdentifiersTogether + 1];
        foreach (var (identifier, _, _) in found)
        {
            starts[identifier + 1]++;
        }

        for (var at = 1; at < starts.Length; at++)
        {
            starts[at] += starts[at - 1];
        }

        var ordered = new (int, int, int)[found.Count];
        foreach (var one in found)
        {
            ordered[starts[one.Identifier]++] = one;
        }

        return ordered;
    }

    /// <summary>The rows of an area are in this order already when the columns were sorted by the identifier.</summary>
    private static (int[] Rows, int[] Identifiers) Sorted(int[] rows, PackedColumn identifier)
    {
        var identifiers = new int[rows.Length];
        identifier.CopyAt(rows, identifiers);
        for (var i = 1; i < identifiers.Length; i++)
        {
            if (identifiers[i] < identifiers[i - 1])
            {
                var sorted = rows.ToArray();
                Array.Sort(identifiers, sorted);
                return (sorted, identifiers);
            }
        }

        return (rows, identifiers);
    }

    private static int FirstFrom(int[] identifiers, int first)
    {
        var (low, high) = (0, identifiers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = identifiers[middle] < first ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static DistinctBlock[][] Finish(Sums[] sums, IReadOnlyList<BoundBreakdown> kept, int nodes)
    {
        var blocks = new DistinctBlock[kept.Count][];
        for (var b = 0; b < blocks.Length; b++)
        {
            var size = kept[b].Cells;
            blocks[b] = new DistinctBlock[nodes];
            for (var node = 0; node < nodes; node++)
            {
                var (cells, values) = (new List<int>(), new List<int>());
                for (var cell = 0; cell < size; cell++)
                {
                    var count = 0;
                    foreach (var sum in sums)
                    {
                        count += sum.Seen[b][(node * size) + cell].Count;
                    }

                    if (count > 0)
                    {
                        cells.Add(cell);
                        values.Add(count);
                    }
                }

                blocks[b][node] = new DistinctBlock([.. cells], [.. values]);
            }
        }

        return blocks;
    }

    /// <summary>What a cell has seen.</summary>
    /// <param name="Last">The mark of the identifier seen last.</param>
    /// <param name="Count">How many different ones.</param>
    private readonly record struct Seen(int Last, int Count);

    private sealed class Sums(IReadOnlyList<BoundBreakdown> kept, int nodes)
    {
        public Seen[][] Seen { get; } = [.. kept.Select(one => new Seen[nodes * one.Cells])];
    }
}
