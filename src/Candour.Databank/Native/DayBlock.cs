namespace Candour.Databank.Native;

/// <summary>
/// Events and censorings by day for the cells of one day counter: what survival is estimated from, and what can be added
/// to the same of another area or shard.
/// </summary>
/// <param name="Cells">The numbers of the cells, in order.</param>
/// <param name="Starts">Where the days of each cell begin, and at the end how many there are.</param>
/// <param name="Days">The days, in order within a cell.</param>
/// <param name="Events">How many were decided on that day.</param>
/// <param name="Censored">How many were last seen open on it.</param>
public sealed record DayBlock(int[] Cells, int[] Starts, int[] Days, long[] Events, long[] Censored)
{
    /// <summary>The block of some rows that are weighed; of those that count 1 each it is made by <see cref="DaysOfCells"/>.</summary>
    /// <param name="cellOf">The cell of each row.</param>
    /// <param name="says">The key of each row: twice its days, and one more where it was decided.</param>
    /// <param name="weights">What each row weighs.</param>
    internal static DayBlock Of(int[] cellOf, int[] says, long[] weights)
    {
        var keys = new long[cellOf.Length];
        var order = new int[cellOf.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)cellOf[i] << 32) | (uint)(says[i] >> 1);
            order[i] = i;
        }

        Array.Sort(keys, order);
        var building = new Building();
        for (var i = 0; i < keys.Length;)
        {
            var (first, events, censored) = (i, 0L, 0L);
            for (; i < keys.Length && keys[i] == keys[first]; i++)
            {
                var (decided, weight) = (says[order[i]] & 1, weights[order[i]]);
                events += decided * weight;
                censored += (1 - decided) * weight;
            }

            building.Add((int)(keys[first] >> 32), (int)(keys[first] & uint.MaxValue), events, censored);
        }

        return building.Finish();
    }

    /// <summary>Takes pairs in the order of their cells and days, each once.</summary>
    internal sealed class Building
    {
        private readonly List<int> cells = [];
        private readonly List<int> starts = [];
        private int[] days = [];
        private long[] events = [];
        private long[] censored = [];
        private int count;

        public void Add(int cell, int day, long decided, long open)
        {
            if (cells.Count == 0 || cells[^1] != cell)
            {
                cells.Add(cell);
                starts.Add(count);
            }

            if (count == days.Length)
            {
                MakeRoom(1);
            }

            (days[count], events[count], censored[count]) = (day, decided, open);
            count++;
        }

        /// <summary>Makes room for some more pairs at once.</summary>
        public void MakeRoom(int more)
        {
            if (count + more > days.Length)
            {
                var size = Math.Max(count + more, 2 * days.Length);
                Array.Resize(ref days, size);
                Array.Resize(ref events, size);
                Array.Resize(ref censored, size);
            }
        }

        public DayBlock Finish()
        {
            starts.Add(count);
            return days.Length == count
                ? new DayBlock([.. cells], [.. starts], days, events, censored)
                : new DayBlock([.. cells], [.. starts], days[..count], events[..count], censored[..count]);
        }
    }
}

/// <summary>Exact interpolated quantiles of the days of decided rows; a cell without a decided row is not there.</summary>
/// <param name="Cells">The numbers of the cells, in order.</param>
/// <param name="Quantiles">Which quantiles.</param>
/// <param name="Values">For each cell the days at each quantile.</param>
public sealed record QuantileBlock(int[] Cells, IReadOnlyList<double> Quantiles, double[] Values);

/// <summary>How many different identifiers; a cell without any is not there.</summary>
/// <param name="Cells">The numbers of the cells, in order.</param>
/// <param name="Values">How many different ones each has.</param>
public sealed record DistinctBlock(int[] Cells, int[] Values);
