using System.Buffers;

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
public sealed record DayBlock(int[] Cells, int[] Starts, int[] Days, int[] Events, int[] Censored)
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

            // That no sum can overflow was checked before.
            building.Add((int)(keys[first] >> 32), (int)(keys[first] & uint.MaxValue), (int)events, (int)censored);
        }

        return building.Finish();
    }

    /// <summary>
    /// Takes pairs in the order of their cells and days, each once. They are gathered in lent arrays, so that growing leaves
    /// nothing behind but the block itself.
    /// </summary>
    internal sealed class Building
    {
        private const int FewPairs = 1024;

        private readonly List<int> cells = [];
        private readonly List<int> starts = [];
        private int[] days = ArrayPool<int>.Shared.Rent(FewPairs);
        private int[] events = ArrayPool<int>.Shared.Rent(FewPairs);
        private int[] censored = ArrayPool<int>.Shared.Rent(FewPairs);
        private int count;

        public void Add(int cell, int day, int decided, int open)
        {
            if (cells.Count == 0 || cells[^1] != cell)
            {
                cells.Add(cell);
                starts.Add(count);
            }

            if (count == days.Length)
            {
                Grow(ref days);
                Grow(ref events);
                Grow(ref censored);
            }

            (days[count], events[count], censored[count]) = (day, decided, open);
            count++;
        }

        /// <summary>The block; nothing may be added afterwards.</summary>
        public DayBlock Finish()
        {
            starts.Add(count);
            return new DayBlock([.. cells], [.. starts], Kept(days), Kept(events), Kept(censored));
        }

        private void Grow(ref int[] lent)
        {
            var larger = ArrayPool<int>.Shared.Rent(2 * count);
            lent.AsSpan(0, count).CopyTo(larger);
            ArrayPool<int>.Shared.Return(lent);
            lent = larger;
        }

        private int[] Kept(int[] lent)
        {
            var kept = lent[..count];
            ArrayPool<int>.Shared.Return(lent);
            return kept;
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
