using Candour.Databank.Columns;
using Candour.Databank.Planning;

namespace Candour.Databank.Native;

/// <summary>What is made of the rows of one day counter: quantiles of the decided ones, and days for survival.</summary>
internal sealed class DayStates(BoundBasis basis, EncodedColumns columns, int at, IReadOnlyList<RowSet> rowsOfAreas)
{
    private readonly DayCounter counter = basis.Plan.Days[at];

    private IReadOnlyList<BoundBreakdown> Kept { get; } = NativeEngine.Kept(basis, basis.Plan.Days[at].Breakdowns);

    /// <summary>For each node the quantiles by breakdown: a pass of its own for every roll-up, for they do not add up.</summary>
    public IReadOnlyList<QuantileBlock>[] Quantiles(IReadOnlyList<int[]> under, Action<IEnumerable<int>, Action<int>> each)
    {
        if (counter.Weighs is not Weighing.Rows)
        {
            return [.. under.Select(_ => (IReadOnlyList<QuantileBlock>)[])];
        }

        var orders = new DayOrder[rowsOfAreas.Count];
        each(Enumerable.Range(0, orders.Length), area => orders[area] = Order(rowsOfAreas[area].ToArray()));
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
        var blocks = new DayBlock[rowsOfAreas.Count];
        each(Enumerable.Range(0, blocks.Length), area => blocks[area] = Whole(rowsOfAreas[area].ToArray()));
        return blocks;
    }

    private DayBlock Whole(int[] rows)
    {
        var (days, decided) = Waits(rows);
        var cells = new int[rows.Length];
        basis.PeriodColumn.MapAt(rows, basis.Periods, cells);
        return DayBlock.Of(cells, days, decided, Weights(rows));
    }

    private DayOrder Order(int[] rows)
    {
        var (days, decided) = Waits(rows);
        var count = 0;
        var own = new int[rows.Length];
        var ownDays = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (decided[i])
            {
                (own[count], ownDays[count]) = (rows[i], days[i]);
                count++;
            }
        }

        return DayOrder.Of(basis, own[..count], ownDays[..count]);
    }

    /// <summary>The days of rows that have days, and whether each was decided.</summary>
    private (int[] Days, bool[] Decided) Waits(int[] rows)
    {
        var (from, to) = (columns[counter.Days.From], columns[counter.Days.To]);
        var open = counter.Days.OpenUntil.Length == 0 ? to : columns[counter.Days.OpenUntil];
        var (begun, days, seen) = (new int[rows.Length], new int[rows.Length], new int[rows.Length]);
        from.Codes.CopyAt(rows, begun);
        to.Codes.CopyAt(rows, days);
        open.Codes.CopyAt(rows, seen);
        var decided = new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            decided[i] = days[i] != 0;
            days[i] = (decided[i] ? days[i] + to.FirstDay : seen[i] + open.FirstDay) - begun[i] - from.FirstDay;
        }

        return (days, decided);
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
