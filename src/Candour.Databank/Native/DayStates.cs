using System.Buffers;
using System.Numerics;
using Candour.Databank.Columns;
using Candour.Databank.Planning;

namespace Candour.Databank.Native;

/// <summary>What is made of the rows of one day counter: quantiles of the decided ones, and days for survival.</summary>
internal sealed class DayStates(BoundBasis basis, EncodedColumns columns, int at, IReadOnlyList<RowSet> rowsOfAreas)
{
    /// <summary>So few rows that what is known of them stays in the nearest cache.</summary>
    private const int RowsTogether = VerdictSource.RowsAtOnce;

    private readonly DayCounter counter = basis.Plan.Days[at];
    private readonly EncodedColumn from = columns[basis.Plan.Days[at].Days.From];
    private readonly EncodedColumn to = columns[basis.Plan.Days[at].Days.To];
    private readonly EncodedColumn open = columns[
        basis.Plan.Days[at].Days.OpenUntil.Length == 0 ? basis.Plan.Days[at].Days.To : basis.Plan.Days[at].Days.OpenUntil];

    private IReadOnlyList<BoundBreakdown> Breakdowns { get; } = NativeEngine.Kept(basis, basis.Plan.Days[at].Breakdowns);

    /// <summary>For each node the quantiles by breakdown: a pass of its own for every roll-up, for they do not add up.</summary>
    public IReadOnlyList<QuantileBlock>[] Quantiles(
        IReadOnlyList<int[]> under, IReadOnlyList<AreaRoom> rooms, Action<IEnumerable<int>, Action<int>> each)
    {
        if (counter.Weighs is not Weighing.Rows)
        {
            return [.. under.Select(_ => (IReadOnlyList<QuantileBlock>)[])];
        }

        var orders = new DayOrder[rowsOfAreas.Count];
        each(Enumerable.Range(0, orders.Length), area => orders[area] = Order(rowsOfAreas[area], rooms[area]));
        var blocks = under.Select(_ => new QuantileBlock[Breakdowns.Count]).ToArray();
        // One breakdown after the other: the cells of all of them at once would take several times the memory of the columns.
        for (var breakdown = 0; breakdown < Breakdowns.Count; breakdown++)
        {
            var (at, cells) = (breakdown, new DayCells[orders.Length]);
            each(Enumerable.Range(0, orders.Length), area => cells[area] = orders[area].By(Breakdowns[at]));
            // The largest walks first, so that the threads end together.
            each(
                Enumerable.Range(0, under.Count).OrderByDescending(node => under[node].Length),
                node => blocks[node][at] = QuantilePass.Walk([.. under[node].Select(area => cells[area])], counter.Quantiles));
        }

        return blocks;
    }

    /// <summary>For each area events and censorings by day, by the breakdowns whose days are kept.</summary>
    public IReadOnlyList<DayBlock>[] Kept(Action<IEnumerable<int>, Action<int>> each)
    {
        var kept = NativeEngine.Kept(basis, counter.DaysBy);
        var blocks = new IReadOnlyList<DayBlock>[rowsOfAreas.Count];
        each(Enumerable.Range(0, blocks.Length), area => blocks[area] = counter.Weighs is Weighing.Rows
            ? Counted(rowsOfAreas[area], kept) : Weighed(rowsOfAreas[area], kept));
        return blocks;
    }

    private List<DayBlock> Counted(RowSet set, IReadOnlyList<BoundBreakdown> kept)
    {
        var (count, longest) = (set.Count, LongestAtMost);
        var counting = kept.Select(one => new DaysOfCells(one.Cells, longest, count)).ToList();
        var (keys, periods, cells) = (new int[RowsTogether], new int[RowsTogether], new int[RowsTogether]);
        var waits = new Waits(from, to, open);
        // Most rows have days, so that all of them are looked at, many at once, and those without are passed over.
        for (var start = set.First; start < set.End; start += RowsTogether)
        {
            var size = Math.Min(RowsTogether, set.End - start);
            waits.Keys(start, keys.AsSpan(0, size));
            basis.PeriodColumn.Map(start, basis.Periods, periods.AsSpan(0, size));
            for (var at = 0; at < kept.Count; at++)
            {
                kept[at].CellsFrom(start, periods.AsSpan(0, size), cells.AsSpan(0, size));
                counting[at].Add(set.Bits(start, size), cells, keys);
            }
        }

        var blocks = counting.ConvertAll(one => one.Finish());
        counting.ForEach(one => one.Dispose());
        return blocks;
    }

    /// <summary>No row can have waited longer than from the first day of the one column to the last day of the others.</summary>
    private int LongestAtMost => Math.Max(0, Math.Max(LastDay(to), LastDay(open)) - from.FirstDay);

    private static int LastDay(EncodedColumn column) => column.FirstDay + column.Codes.Codes - 2;

    private List<DayBlock> Weighed(RowSet set, IReadOnlyList<BoundBreakdown> kept)
    {
        var (rows, keys) = (new int[set.Count], new int[set.Count]);
        Collect(set, onlyDecided: false, rows, keys);
        var periods = new int[rows.Length];
        basis.PeriodColumn.MapAt(rows, basis.Periods, periods);
        var (values, column) = (columns.Numbers(counter.Weighs.Field), columns[counter.Weighs.Field].Codes);
        var weights = Array.ConvertAll(rows, row => values[column[row]]);
        return
        [
            .. kept.Select(one =>
            {
                var cells = new int[rows.Length];
                one.CellsAt(rows, periods, cells);
                return DayBlock.Of(cells, keys, weights);
            }),
        ];
    }

    private DayOrder Order(RowSet set, AreaRoom room)
    {
        var most = set.Count;
        var (rows, days) = (ArrayPool<int>.Shared.Rent(most), ArrayPool<int>.Shared.Rent(most));
        var count = Collect(set, onlyDecided: true, rows, days);
        foreach (ref var day in days.AsSpan(0, count))
        {
            day >>= 1;
        }

        var order = DayOrder.Of(basis, rows.AsSpan(0, count), days.AsSpan(0, count), room);
        ArrayPool<int>.Shared.Return(rows);
        ArrayPool<int>.Shared.Return(days);
        return order;
    }

    /// <summary>The rows of a set, or the decided of them alone, and the key of each.</summary>
    /// <returns>How many there were.</returns>
    private int Collect(RowSet set, bool onlyDecided, Span<int> rows, Span<int> keys)
    {
        var (own, waits, found) = (new int[RowsTogether], new Waits(from, to, open), 0);
        for (var start = set.First; start < set.End; start += RowsTogether)
        {
            var size = Math.Min(RowsTogether, set.End - start);
            waits.Keys(start, own.AsSpan(0, size));
            var bits = set.Bits(start, size);
            for (var word = 0; word < bits.Length; word++)
            {
                for (var left = bits[word]; left != 0; left &= left - 1)
                {
                    var row = (word * RowSet.RowsTogether) + BitOperations.TrailingZeroCount(left);
                    // What is not kept is written over by the next.
                    (rows[found], keys[found]) = (start + row, own[row]);
                    found += onlyDecided ? own[row] & 1 : 1;
                }
            }
        }

        return found;
    }
}
