using Candour.Databank.Columns;

namespace Candour.Databank.Native;

/// <summary>The decided rows of one area and day counter, in the order of their days.</summary>
/// <param name="Starts">For each day where its rows begin, and at the end how many rows there are.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Periods">The position of the period of each.</param>
/// <param name="Room">Where they lie, and the cells of one breakdown after the other.</param>
internal sealed record DayOrder(int[] Starts, Memory<int> Rows, Memory<int> Periods, AreaRoom Room)
{
    /// <summary>Sorts by counting: there are only so many different days.</summary>
    public static DayOrder Of(BoundBasis basis, ReadOnlySpan<int> rows, ReadOnlySpan<int> days, AreaRoom room)
    {
        var longest = 0;
        foreach (var day in days)
        {
            longest = Math.Max(longest, day);
        }

        var starts = GroupStarts.Of(days, longest + 1);
        var next = starts.ToArray();
        var (ordered, periods) = (room.First(rows.Length), room.Second(rows.Length));
        var into = ordered.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            into[next[days[i]]++] = rows[i];
        }

        basis.PeriodColumn.MapAt(into, basis.Periods, periods.Span);
        return new DayOrder(starts, ordered, periods, room);
    }

    /// <summary>The same rows by the cells of a breakdown, until those of the next are asked for.</summary>
    public DayCells By(BoundBreakdown breakdown)
    {
        var cells = Room.Third(Rows.Length);
        breakdown.CellsAt(Rows.Span, Periods.Span, cells.Span);
        var counts = new int[breakdown.Cells];
        foreach (var cell in cells.Span)
        {
            counts[cell]++;
        }

        return new DayCells(Starts, cells, counts);
    }
}

/// <summary>The decided rows of one area, day counter and breakdown, in the order of their days.</summary>
/// <param name="Starts">For each day where its rows begin, and at the end how many rows there are.</param>
/// <param name="Cells">The cell of each row.</param>
/// <param name="Counts">How many rows each cell has.</param>
internal sealed record DayCells(int[] Starts, ReadOnlyMemory<int> Cells, int[] Counts);

/// <summary>
/// Exact quantiles of every cell by one walk over rows in the order of their days: the rank that is wanted is counted
/// down, and the day at which it is reached is the answer.
/// </summary>
internal sealed class QuantilePass
{
    private readonly IReadOnlyList<double> quantiles;
    private readonly int[] counts;
    private readonly int[] left;
    private readonly int[] target;
    private readonly int[] ranks;
    private readonly int[] reached;
    private readonly int slots;

    private QuantilePass(int cells, IReadOnlyList<double> quantiles)
    {
        this.quantiles = quantiles;
        // An interpolated quantile lies between two ranks.
        slots = 2 * quantiles.Count;
        (counts, left, target) = (new int[cells], new int[cells], new int[cells]);
        (ranks, reached) = (new int[cells * slots], new int[cells * slots]);
    }

    /// <summary>The quantiles of every cell of one breakdown over some areas; at least one.</summary>
    public static QuantileBlock Walk(IReadOnlyList<DayCells> areas, IReadOnlyList<double> quantiles)
    {
        var pass = new QuantilePass(areas[0].Counts.Length, quantiles);
        pass.Count(areas);
        pass.Walk(areas);
        return pass.Finish();
    }

    private void Count(IReadOnlyList<DayCells> areas)
    {
        foreach (var area in areas)
        {
            var own = area.Counts;
            for (var cell = 0; cell < own.Length; cell++)
            {
                counts[cell] += own[cell];
            }
        }

        for (var cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] > 0)
            {
                target[cell] = int.MaxValue;
                for (var at = 0; at < slots; at++)
                {
                    var position = quantiles[at / 2] * (counts[cell] - 1);
                    var rank = (int)(at % 2 == 0 ? Math.Floor(position) : Math.Ceiling(position));
                    ranks[(cell * slots) + at] = rank;
                    target[cell] = Math.Min(target[cell], rank);
                }

                left[cell] = target[cell] + 1;
            }
        }
    }

    private void Walk(IReadOnlyList<DayCells> areas)
    {
        var days = areas.Max(area => area.Starts.Length) - 1;
        for (var day = 0; day < days; day++)
        {
            foreach (var area in areas)
            {
                if (day + 1 < area.Starts.Length)
                {
                    foreach (var cell in area.Cells.Span[area.Starts[day]..area.Starts[day + 1]])
                    {
                        if (unchecked(--left[cell]) == 0)
                        {
                            Reach(cell, day);
                        }
                    }
                }
            }
        }
    }

    /// <summary>The wanted rank of a cell is reached; the next one is as many rows away as it is greater.</summary>
    private void Reach(int cell, int day)
    {
        var next = int.MaxValue;
        for (var at = cell * slots; at < (cell + 1) * slots; at++)
        {
            if (ranks[at] == target[cell])
            {
                reached[at] = day;
            }
            else if (ranks[at] > target[cell])
            {
                next = Math.Min(next, ranks[at]);
            }
        }

        if (next < int.MaxValue)
        {
            left[cell] = next - target[cell];
            target[cell] = next;
        }
    }

    private QuantileBlock Finish()
    {
        var cells = Enumerable.Range(0, counts.Length).Where(cell => counts[cell] > 0).ToArray();
        var values = new double[cells.Length * quantiles.Count];
        var at = 0;
        foreach (var cell in cells)
        {
            for (var q = 0; q < quantiles.Count; q++)
            {
                var position = quantiles[q] * (counts[cell] - 1);
                var (below, above) = (reached[(cell * slots) + (2 * q)], reached[(cell * slots) + (2 * q) + 1]);
                values[at++] = below + ((position - Math.Floor(position)) * (above - below));
            }
        }

        return new QuantileBlock(cells, quantiles, values);
    }
}
