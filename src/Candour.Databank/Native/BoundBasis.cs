using Candour.Databank.Columns;
using Candour.Databank.Planning;

namespace Candour.Databank.Native;

/// <summary>
/// One basis of a bound plan. Its bits are, in order: the counters of rows, each of which has a lane; the counters that
/// add weights or amounts; the rows of day and distinct counters.
/// </summary>
internal sealed class BoundBasis
{
    /// <summary>Lanes are added together in runs of this many, half a cache line of 16-bit numbers twice over.</summary>
    public const int LanesTogether = 32;

    /// <summary>So many bytes of cells stay in a near cache beside the words of the rows.</summary>
    private const int NearAtMost = 1 << 18;

    private readonly List<CoarserBreakdown> coarser;

    public BoundBasis(BasisPlan plan, EncodedColumns columns, CellAxes axes, int firstWord)
    {
        (Plan, FirstWord) = (plan, firstWord);
        var (rows, weighed) = (RowCounters(plan), WeighedCounters(plan));
        LaneCount = rows.Count;
        Bits =
        [
            .. rows.Concat(weighed).Select(at => plan.Counters[at].Selects),
            .. plan.Days.Select(days => days.Selects.And([new Ask.Waited(days.Days, OrIsOpen: true)])),
            .. plan.Distinct.Select(distinct => distinct.Selects),
        ];
        FirstDayBit = rows.Count + weighed.Count;
        FirstDistinctBit = FirstDayBit + plan.Days.Count;
        WordCount = (Math.Max(Bits.Count, 1) + 63) / 64;
        Lanes = (LaneCount + LanesTogether - 1) / LanesTogether * LanesTogether;
        PeriodColumn = columns[plan.Basis.PeriodField].Codes;
        Periods = columns.Positions(plan.Basis.PeriodField, axes.Periods);
        Weighed =
        [
            .. weighed.Select((at, index) => new WeighedBit(
                at, rows.Count + index, columns[plan.Counters[at].Weighs.Field].Codes, columns.Numbers(plan.Counters[at].Weighs.Field))),
        ];
        Breakdowns = [.. plan.Breakdowns.Select(one => new BoundBreakdown(one, plan, rows, weighed, columns, axes))];
        coarser = [.. Enumerable.Range(0, Breakdowns.Count).Select(at => CoarserBreakdown.Find(Breakdowns, at, axes)).OfType<CoarserBreakdown>()];
        Counted = [.. Enumerable.Range(0, Breakdowns.Count).Except(coarser.Select(one => one.At))];
    }

    public BasisPlan Plan { get; }

    public int FirstWord { get; }

    public int WordCount { get; }

    /// <summary>How many bits have a lane.</summary>
    public int LaneCount { get; }

    /// <summary>The lanes, rounded up to whole runs.</summary>
    public int Lanes { get; }

    public IReadOnlyList<Selection> Bits { get; }

    public int FirstDayBit { get; }

    public int FirstDistinctBit { get; }

    public PackedColumn PeriodColumn { get; }

    /// <summary>The position of the period by the code of its column; -1 for none.</summary>
    public int[] Periods { get; }

    public IReadOnlyList<WeighedBit> Weighed { get; }

    public IReadOnlyList<BoundBreakdown> Breakdowns { get; }

    /// <summary>Positions of the breakdowns whose rows are counted; each other is added up from the cells of a finer one.</summary>
    public IReadOnlyList<int> Counted { get; }

    /// <summary>Whether the cells of all breakdowns that are counted stay in a near cache.</summary>
    public bool CellsAreNear => Counted.Sum(at => (long)Breakdowns[at].Cells * Breakdowns[at].Lanes * sizeof(ushort)) <= NearAtMost;

    /// <summary>The blocks of all breakdowns of an area.</summary>
    /// <param name="counted">The block of a breakdown whose rows were counted; each is asked for once.</param>
    public IReadOnlyList<CellBlock> Whole(Func<int, CellBlock> counted)
    {
        var blocks = new CellBlock[Breakdowns.Count];
        foreach (var at in Counted)
        {
            blocks[at] = counted(at);
        }

        foreach (var one in coarser)
        {
            blocks[one.At] = one.AddUp(blocks[one.Finer]);
        }

        return blocks;
    }

    /// <summary>The counters of rows in the order of their lanes: those that the same breakdowns keep lie together, so that
    /// a breakdown adds as few runs as can be.</summary>
    internal static List<int> RowCounters(BasisPlan plan) =>
    [
        .. Positions(plan, weighed: false).OrderBy(at => string.Join('|', plan.Counters[at].Breakdowns), StringComparer.Ordinal),
    ];

    internal static List<int> WeighedCounters(BasisPlan plan) => [.. Positions(plan, weighed: true)];

    private static IEnumerable<int> Positions(BasisPlan plan, bool weighed) =>
        Enumerable.Range(0, plan.Counters.Count).Where(at => plan.Counters[at].Weighs is not Weighing.Rows == weighed);
}

/// <summary>A counter that adds more than 1 a row.</summary>
/// <param name="Counter">Its position in the plan.</param>
/// <param name="Bit">Its bit within the basis.</param>
/// <param name="Column">The column of what is added.</param>
/// <param name="Values">What each code of it adds.</param>
internal sealed record WeighedBit(int Counter, int Bit, PackedColumn Column, long[] Values);

/// <summary>One breakdown of a bound basis.</summary>
internal sealed class BoundBreakdown
{
    public BoundBreakdown(
        Breakdown breakdown, BasisPlan plan, List<int> rows, List<int> weighed, EncodedColumns columns, CellAxes axes)
    {
        Breakdown = breakdown;
        bool IsKept(int at) => plan.Counters[at].Breakdowns.Contains(breakdown);
        Runs = [.. Enumerable.Range(0, rows.Count).Where(lane => IsKept(rows[lane])).Select(lane => lane / BoundBasis.LanesTogether).Distinct()];
        Counters = CountersOf(plan, breakdown);
        LaneOf =
        [
            .. Enumerable.Range(0, rows.Count).Where(lane => IsKept(rows[lane]))
                .Select(lane => (Runs.IndexOf(lane / BoundBasis.LanesTogether) * BoundBasis.LanesTogether) + (lane % BoundBasis.LanesTogether)),
        ];
        Weighed = [.. Enumerable.Range(0, weighed.Count).Where(at => IsKept(weighed[at]))];
        Columns = [.. breakdown.Fields.Select(field => columns[field].Codes)];
        Cells = axes.CellsOf(breakdown);
    }

    /// <summary>The counters that a breakdown keeps, in the order of their values in a block.</summary>
    public static IReadOnlyList<int> CountersOf(BasisPlan plan, Breakdown breakdown) =>
    [
        .. BoundBasis.RowCounters(plan).Concat(BoundBasis.WeighedCounters(plan))
            .Where(at => plan.Counters[at].Breakdowns.Contains(breakdown)),
    ];

    public Breakdown Breakdown { get; }

    /// <summary>Which runs of lanes hold any counter that is kept.</summary>
    public List<int> Runs { get; }

    /// <summary>The counters that are kept, those of rows first.</summary>
    public IReadOnlyList<int> Counters { get; }

    /// <summary>For each kept counter of rows its lane among the kept runs.</summary>
    public int[] LaneOf { get; }

    /// <summary>Which weighed bits are kept.</summary>
    public int[] Weighed { get; }

    public PackedColumn[] Columns { get; }

    /// <summary>How many cells there are in one area.</summary>
    public int Cells { get; }

    public int Lanes => Runs.Count * BoundBasis.LanesTogether;

    /// <summary>The cell of each of some rows, given the position of its period.</summary>
    /// <param name="start">The row that distances are counted from.</param>
    /// <param name="rows">The rows, as distances from it.</param>
    /// <param name="periods">The position of the period of each.</param>
    /// <param name="into">Where the cells go.</param>
    public void CellsAt(int start, ReadOnlySpan<int> rows, ReadOnlySpan<int> periods, Span<int> into)
    {
        periods.CopyTo(into);
        foreach (var column in Columns)
        {
            column.ExtendAt(start, rows, into);
        }
    }

    /// <summary>The same for rows that follow each other; of those without a period the cell says nothing.</summary>
    public void CellsFrom(int start, ReadOnlySpan<int> periods, Span<int> into)
    {
        periods.CopyTo(into);
        foreach (var column in Columns)
        {
            foreach (ref var cell in into)
            {
                cell *= column.Codes;
            }

            column.AddTimes(start, 1, into);
        }
    }

    /// <summary>The same for rows anywhere.</summary>
    public void CellsAt(ReadOnlySpan<int> rows, ReadOnlySpan<int> periods, Span<int> into) => CellsAt(0, rows, periods, into);
}
