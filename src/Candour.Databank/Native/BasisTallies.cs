using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Candour.Databank.Columns;

namespace Candour.Databank.Native;

/// <summary>The tallies of one basis while the rows of an area go by.</summary>
internal sealed class BasisTallies
{
    private readonly BoundBasis basis;
    private readonly BoundPlan plan;
    private readonly JoinedClasses kinds;
    private readonly List<BreakdownTallies> tallies;
    private readonly int[] periods = new int[VerdictSource.RowsAtOnce];
    private readonly int[] places = new int[VerdictSource.RowsAtOnce];
    private readonly ulong[] words;

    public BasisTallies(BoundBasis basis, JoinedClasses kinds, BoundPlan plan)
    {
        (this.basis, this.kinds, this.plan) = (basis, kinds, plan);
        Rows = new RowBits(basis);
        tallies = [.. basis.Counted.Select(at => new BreakdownTallies(at, basis, kinds.Count, plan))];
        words = new ulong[Rows.IsNeeded ? VerdictSource.RowsAtOnce * plan.Words : 0];
    }

    /// <summary>The rows that later passes need.</summary>
    public RowBits Rows { get; }

    /// <summary>Adds some rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="numbers">The number of the kind of each.</param>
    public void Add(int start, ReadOnlySpan<ushort> numbers)
    {
        foreach (var one in tallies)
        {
            one.Add(start, numbers, places.AsSpan(0, numbers.Length));
        }

        if (Rows.IsNeeded)
        {
            AddRows(start, numbers);
        }
    }

    /// <summary>What the rows gave; the tallies are empty again for the next area.</summary>
    public AreaCounts Finish()
    {
        var blocks = basis.Whole(at => Block(basis.Breakdowns[at], tallies.Single(one => one.At == at).Counts));
        foreach (var one in tallies)
        {
            one.Counts.AsSpan().Clear();
        }

        return new AreaCounts(blocks, Rows.Days, Rows.Distinct);
    }

    private void AddRows(int start, ReadOnlySpan<ushort> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var word = 0; word < plan.Words; word++)
            {
                words[(i * plan.Words) + word] = kinds.Table[(numbers[i] * plan.Words) + word];
            }
        }

        basis.PeriodColumn.Map(start, basis.Periods, periods.AsSpan(0, numbers.Length));
        Rows.Add(start, periods.AsSpan(0, numbers.Length), words.AsSpan(0, numbers.Length * plan.Words), plan.Words);
    }

    private CellBlock Block(BoundBreakdown breakdown, int[] counts)
    {
        var before = plan.Axes.CodesOf(breakdown.Breakdown);
        var lanes = BoundBasis.RowCounters(basis.Plan);
        // The bit of each counter that the breakdown keeps.
        var bits = breakdown.Counters.Select(counter => (basis.FirstWord * 64) + lanes.IndexOf(counter)).ToArray();
        var (cells, values) = (new List<int>(), new List<long>());
        var own = new long[bits.Length];
        for (var cell = 0; cell < breakdown.Cells; cell++)
        {
            var tallied = counts.AsSpan((before + cell) * kinds.Count, kinds.Count);
            if (tallied.ContainsAnyExcept(0))
            {
                Sum(tallied, bits, own);
                cells.Add(cell);
                values.AddRange(own);
            }
        }

        return new CellBlock([.. cells], breakdown.Counters, [.. values]);
    }

    private void Sum(ReadOnlySpan<int> tallied, int[] bits, long[] into)
    {
        into.AsSpan().Clear();
        for (var kind = 0; kind < tallied.Length; kind++)
        {
            for (var k = 0; tallied[kind] > 0 && k < bits.Length; k++)
            {
                into[k] += (long)(kinds.Table[(kind * plan.Words) + (bits[k] / 64)] >> (bits[k] % 64) & 1) * tallied[kind];
            }
        }
    }
}

/// <summary>The tallies of one breakdown: for each cell, and before them for rows without a period, one for each kind of rows.</summary>
internal sealed class BreakdownTallies
{
    private readonly BoundBreakdown breakdown;
    private readonly PackedColumn periodColumn;
    private readonly int[] first;
    private readonly int[] times;

    public BreakdownTallies(int at, BoundBasis basis, int kinds, BoundPlan plan)
    {
        (At, breakdown, periodColumn) = (at, basis.Breakdowns[at], basis.PeriodColumn);
        Counts = new int[kinds * CellsOf(breakdown, plan)];
        // Rows without a period have cells of their own before the others, so that nothing has to be asked of a row.
        first = Array.ConvertAll(basis.Periods, period => (period + 1) * plan.Axes.CodesOf(breakdown.Breakdown) * kinds);
        times = new int[breakdown.Columns.Length];
        for (var (column, tallies) = (times.Length - 1, kinds); column >= 0; column--)
        {
            times[column] = tallies;
            tallies *= breakdown.Columns[column].Codes;
        }
    }

    /// <summary>Position of the breakdown.</summary>
    public int At { get; }

    public int[] Counts { get; }

    /// <summary>How many cells are tallied of a breakdown: its own, and those of rows without a period.</summary>
    public static int CellsOf(BoundBreakdown breakdown, BoundPlan plan) => breakdown.Cells + plan.Axes.CodesOf(breakdown.Breakdown);

    /// <summary>Adds some rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="numbers">The number of the kind of each.</param>
    /// <param name="places">Room for where each is tallied.</param>
    public void Add(int start, ReadOnlySpan<ushort> numbers, Span<int> places)
    {
        periodColumn.Map(start, first, places);
        for (var column = 0; column < times.Length; column++)
        {
            breakdown.Columns[column].AddTimes(start, times[column], places);
        }

        ref var count = ref MemoryMarshal.GetArrayDataReference(Counts);
        for (var i = 0; i < places.Length; i++)
        {
            Unsafe.Add(ref count, unchecked(places[i] + numbers[i]))++;
        }
    }
}
