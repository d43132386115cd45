using System.Runtime.InteropServices;

namespace Candour.Databank.Native;

/// <summary>
/// How many rows of each cell, area and roll-up hold an identifier that another row of the same already holds. A thread has
/// its own; they add up.
/// </summary>
internal sealed class Repeats
{
    /// <summary>Of so few rows what is needed on the way fits on the stack.</summary>
    private const int FewRows = 64;

    private readonly IReadOnlyList<BoundBreakdown> kept;
    private readonly int[][] nodesOf;
    private readonly int[] seenBy;
    private readonly List<long> byPeriod = [];
    private readonly List<long> byCell = [];
    private int group;

    /// <summary>Nothing yet.</summary>
    /// <param name="kept">The breakdowns.</param>
    /// <param name="nodesOf">For each lowest area the nodes that it lies under, its own among them.</param>
    /// <param name="nodes">How many nodes there are.</param>
    public Repeats(IReadOnlyList<BoundBreakdown> kept, int[][] nodesOf, int nodes)
    {
        (this.kept, this.nodesOf) = (kept, nodesOf);
        seenBy = new int[nodes];
        Counts = [.. kept.Select(one => new int[nodes * one.Cells])];
    }

    /// <summary>By breakdown: for each node and then each cell how many rows repeat.</summary>
    public int[][] Counts { get; }

    /// <summary>Adds the rows of one identifier; two or more.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="areas">The lowest area of each.</param>
    /// <param name="periods">The position of the period of each.</param>
    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> areas, ReadOnlySpan<int> periods)
    {
        if (rows.Length == 2 && periods[0] != periods[1])
        {
            return;
        }

        var ordered = Ordered(byPeriod, periods);
        for (var begin = 0; begin < ordered.Length;)
        {
            var end = EndOf(ordered, begin);
            if (end - begin > 1)
            {
                AddPeriod((int)(ordered[begin] >> 32), ordered[begin..end], rows, areas);
            }

            begin = end;
        }
    }

    private void AddPeriod(int period, ReadOnlySpan<long> together, ReadOnlySpan<int> rows, ReadOnlySpan<int> areas)
    {
        Span<int> positions = together.Length <= FewRows ? stackalloc int[together.Length] : new int[together.Length];
        Span<int> own = together.Length <= FewRows ? stackalloc int[together.Length] : new int[together.Length];
        Span<int> cells = together.Length <= FewRows ? stackalloc int[together.Length] : new int[together.Length];
        for (var i = 0; i < together.Length; i++)
        {
            positions[i] = unchecked((int)together[i]);
            own[i] = rows[positions[i]];
        }

        for (var b = 0; b < kept.Count; b++)
        {
            cells.Fill(period);
            foreach (var column in kept[b].Columns)
            {
                column.ExtendAt(0, own, cells);
            }

            AddBreakdown(b, cells, positions, areas);
        }
    }

    private void AddBreakdown(int breakdown, ReadOnlySpan<int> cells, ReadOnlySpan<int> positions, ReadOnlySpan<int> areas)
    {
        if (cells.Length == 2 && cells[0] != cells[1])
        {
            return;
        }

        var ordered = Ordered(byCell, cells);
        for (var begin = 0; begin < ordered.Length;)
        {
            var end = EndOf(ordered, begin);
            if (end - begin > 1)
            {
                group++;
                foreach (var key in ordered[begin..end])
                {
                    AddRow(breakdown, (int)(key >> 32), areas[positions[unchecked((int)key)]]);
                }
            }

            begin = end;
        }
    }

    /// <summary>The first row under a node is no repeat there; every later one is.</summary>
    private void AddRow(int breakdown, int cell, int area)
    {
        foreach (var node in nodesOf[area])
        {
            if (seenBy[node] == group)
            {
                Counts[breakdown][(node * kept[breakdown].Cells) + cell]++;
            }

            seenBy[node] = group;
        }
    }

    /// <summary>Numbers with their positions, in order: the number above, the position below.</summary>
    private static ReadOnlySpan<long> Ordered(List<long> into, ReadOnlySpan<int> numbers)
    {
        into.Clear();
        for (var i = 0; i < numbers.Length; i++)
        {
            into.Add(((long)numbers[i] << 32) | (uint)i);
        }

        var ordered = CollectionsMarshal.AsSpan(into);
        ordered.Sort();
        return ordered;
    }

    private static int EndOf(ReadOnlySpan<long> ordered, int begin)
    {
        var end = begin + 1;
        while (end < ordered.Length && ordered[end] >> 32 == ordered[begin] >> 32)
        {
            end++;
        }

        return end;
    }
}
