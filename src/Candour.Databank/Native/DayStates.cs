using Candour.Databank.Columns;
using Candour.Databank.Planning;

namespace Candour.Databank.Native;

/// <summary>What is made of the rows of one day counter: quantiles of the decided ones, and days for survival.</summary>
internal sealed class DayStates(BoundBasis basis, EncodedColumns columns, int at, IReadOnlyList<RowSet> rowsOfAreas)
{
    /// <summary>So few rows that what is known of them stays in the nearest cache.</summary>
    private const int RowsTogether = 1024;

    private readonly DayCounter counter = basis.Plan.Days[at];
    private readonly EncodedColumn from = columns[basis.Plan.Days[at].Days.From];
    private readonly EncodedColumn to = columns[basis.Plan.Days[at].Days.To];
    private readonly EncodedColumn open = columns[
        basis.Plan.Days[at].Days.OpenUntil.Length == 0 ? basis.Plan.Days[at].Days.To : basis.Plan.Days[at].Days.OpenUntil];

    private IReadOnlyList<BoundBreakdown> Kept { get; } = NativeEngine.Kept(basis, basis.Plan.Days[at].Breakdowns);

    /// <summary>For each node the quantiles by breakdown: a pass of its own for every roll-up, for they do not add up.</summary>
    public IReadOnlyList<QuantileBlock>[] Quantiles(IReadOnlyList<int[]> under, Action<IEnumerable<int>, Action<int>> each)
    {
        if (counter.Weighs is not Weighing.Rows)
        {
            return [.. under.Select(_ => (IReadOnlyList<QuantileBlock>)[])];
        }

        var orders = new DayOrder[rowsOfAreas.Count];
        each(Enumerable.Range(0, orders.Length), area => orders[area] = Order(rowsOfAreas[area]));
        var blocks = under.Select(_ => new QuantileBlock[Kept.Count]).ToArray();
        // One breakdown after the other: the cells of all of them at once would take several times the memory of the columns.
        for (var breakdown = 0; breakdown < Kept.Count; breakdown++)
        {
            var (at, cells) = (breakdown, new DayCells[orders.Length]);
            each(Enumerable.Range(0, orders.Length), area => cells[area] = orders[area].By(Kept[at]));
            // The largest walks first, so that the threads end together.
            each(
                Enumerable.Range(0, under.Count).OrderByDescending(node => under[node].Length),
                node => blocks[node][at] = QuantilePass.Walk([.. under[node].Select(area => cells[area])], counter.Quantiles));
        }

        return blocks;
    }

    /// <summary>For each area events and censorings by day and period.</summary>
    public DayBlock[] Whole(Action<IEnumerable<int>, Action<int>> each)
    {
        var (cells, blocks) = (basis.Periods.Max() + 1, new DayBlock[rowsOfAreas.Count]);
        var isTallied = counter.Weighs is Weighing.Rows && LongestAtMost * cells <= DayTallies.PlacesAtMost;
        each(Enumerable.Range(0, blocks.Length), area => blocks[area] = isTallied ? Tallied(rowsOfAreas[area], cells) : Sorted(rowsOfAreas[area].ToArray()));
        return blocks;
    }

    /// <summary>No row can have waited longer than from the first day of the one column to the last day of the others.</summary>
    private long LongestAtMost => Math.Max(LastDay(to), LastDay(open)) - from.FirstDay + 1;

    private static long LastDay(EncodedColumn column) => (long)column.FirstDay + column.Codes.Codes - 2;

    private DayBlock Tallied(RowSet rows, int cells)
    {
        using var tallies = new DayTallies(cells);
        var (together, days, decided) = (new int[RowsTogether], new int[RowsTogether], new int[RowsTogether]);
        var periods = new int[RowsTogether];
        var waits = new Waits(from, to, open);
        var reader = rows.Read();
        for (var count = reader.Next(together); count > 0; count = reader.Next(together))
        {
            waits.Fill(together.AsSpan(0, count), days.AsSpan(0, count), decided.AsSpan(0, count));
            basis.PeriodColumn.MapAt(together.AsSpan(0, count), basis.Periods, periods.AsSpan(0, count));
            tallies.Add(periods.AsSpan(0, count), days.AsSpan(0, count), decided.AsSpan(0, count));
        }

        return tallies.Finish();
    }

    private DayBlock Sorted(int[] rows)
    {
        var (days, decided, cells) = (new int[rows.Length], new int[rows.Length], new int[rows.Length]);
        new Waits(from, to, open).Fill(rows, days, decided);
        basis.PeriodColumn.MapAt(rows, basis.Periods, cells);
        return DayBlock.Of(cells, days, decided, Weights(rows));
    }

    private DayOrder Order(RowSet rows)
    {
        var (own, ownDays) = (new int[rows.Count], new int[rows.Count]);
        var (together, days, decided) = (new int[RowsTogether], new int[RowsTogether], new int[RowsTogether]);
        var (waits, reader, found) = (new Waits(from, to, open), rows.Read(), 0);
        for (var count = reader.Next(together); count > 0; count = reader.Next(together))
        {
            waits.Fill(together.AsSpan(0, count), days.AsSpan(0, count), decided.AsSpan(0, count));
            for (var i = 0; i < count; i++)
            {
                // What is not kept is written over by the next.
                (own[found], ownDays[found]) = (together[i], days[i]);
                found += decided[i];
            }
        }

        return DayOrder.Of(basis, own.AsSpan(0, found), ownDays.AsSpan(0, found));
    }

    private long[] Weights(int[] rows)
    {
        if (counter.Weighs is Weighing.Rows)
        {
            return [];
        }

        var values = columns.Numbers(counter.Weighs.Field);
        var column = columns[counter.Weighs.Field].Codes;
        return Array.ConvertAll(rows, row => values[column[row]]);
    }
}
