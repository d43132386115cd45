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
    /// <summary>Up to so many pairs of a cell and a day each pair has a place of its own; beyond it the rows are sorted.</summary>
    private const long PlacesAtMost = 1L << 22;

    /// <summary>The block of some rows.</summary>
    /// <param name="cellOf">The cell of each row.</param>
    /// <param name="days">The days of each row.</param>
    /// <param name="decided">Whether each row was decided.</param>
    /// <param name="weights">What each row weighs; empty when each counts 1.</param>
    internal static DayBlock Of(int[] cellOf, int[] days, bool[] decided, long[] weights)
    {
        var (cells, span) = (0, 0);
        for (var i = 0; i < cellOf.Length; i++)
        {
            (cells, span) = (Math.Max(cells, cellOf[i] + 1), Math.Max(span, days[i] + 1));
        }

        return (long)cells * span <= PlacesAtMost
            ? Placed(cellOf, days, decided, weights, cells, span) : Sorted(cellOf, days, decided, weights);
    }

    /// <summary>Every pair of a cell and a day has its place: there are few of both, and many rows.</summary>
    private static DayBlock Placed(int[] cellOf, int[] days, bool[] decided, long[] weights, int cellCount, int span)
    {
        // The decided of all pairs, and then the open.
        var pairs = cellCount * span;
        var rows = new int[2 * pairs];
        var sums = new long[weights.Length == 0 ? 0 : rows.Length];
        for (var i = 0; i < cellOf.Length; i++)
        {
            var place = unchecked((cellOf[i] * span) + days[i] + (decided[i] ? 0 : pairs));
            rows[place]++;
            if (sums.Length > 0)
            {
                sums[place] += weights[i];
            }
        }

        var building = new Building();
        for (var place = 0; place < pairs; place++)
        {
            if ((rows[place] | rows[pairs + place]) != 0)
            {
                building.Begin(place / span, place % span);
                building.Add(
                    sums.Length > 0 ? sums[place] : rows[place], sums.Length > 0 ? sums[pairs + place] : rows[pairs + place]);
            }
        }

        return building.Finish();
    }

    private static DayBlock Sorted(int[] cellOf, int[] days, bool[] decided, long[] weights)
    {
        var keys = new long[cellOf.Length];
        var order = new int[cellOf.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)cellOf[i] << 32) | (uint)days[i];
            order[i] = i;
        }

        Array.Sort(keys, order);
        var building = new Building();
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                building.Begin((int)(keys[i] >> 32), (int)(keys[i] & uint.MaxValue));
            }

            var weight = weights.Length == 0 ? 1 : weights[order[i]];
            building.Add(decided[order[i]] ? weight : 0, decided[order[i]] ? 0 : weight);
        }

        return building.Finish();
    }

    /// <summary>Takes pairs in the order of their cells and days.</summary>
    private sealed class Building
    {
        private readonly List<int> cells = [];
        private readonly List<int> starts = [];
        private readonly List<int> days = [];
        private readonly List<long> events = [];
        private readonly List<long> censored = [];

        public void Begin(int cell, int day)
        {
            if (cells.Count == 0 || cells[^1] != cell)
            {
                cells.Add(cell);
                starts.Add(days.Count);
            }

            days.Add(day);
            events.Add(0);
            censored.Add(0);
        }

        public void Add(long decided, long open)
        {
            events[^1] += decided;
            censored[^1] += open;
        }

        public DayBlock Finish()
        {
            starts.Add(days.Count);
            return new DayBlock([.. cells], [.. starts], [.. days], [.. events], [.. censored]);
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
