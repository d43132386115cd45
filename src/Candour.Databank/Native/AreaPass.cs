namespace Candour.Databank.Native;

/// <summary>What one pass over the rows of an area gives for one basis.</summary>
/// <param name="Blocks">The counters, by breakdown in the order of the plan.</param>
/// <param name="DayRows">For each day counter the rows that have days and a period.</param>
/// <param name="DistinctRows">For each distinct counter its rows with a period.</param>
internal sealed record AreaCounts(
    IReadOnlyList<CellBlock> Blocks, IReadOnlyList<RowSet> DayRows, IReadOnlyList<RowSet> DistinctRows);

/// <summary>How rows are counted into cells. The result is the same.</summary>
public enum Counting
{
    /// <summary>Whichever is quicker for the plan and the number of rows.</summary>
    Quicker,

    /// <summary>Every counter of a row is added to its cell.</summary>
    Lanes,

    /// <summary>Rows of a cell that all selections treat alike are tallied together, where there are few such kinds.</summary>
    Tallies,
}

/// <summary>
/// One pass over the rows of one area. A pass is used again for the next area, so that its sums stay where they are in
/// memory; two threads never share one.
/// </summary>
internal abstract class AreaPass
{
    /// <summary>A pass of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="kinds">The kinds of rows to tally; none where lanes are added.</param>
    /// <param name="path">How many lanes are added together.</param>
    public static AreaPass Of(BoundPlan plan, JoinedClasses? kinds, LanePath path) =>
        kinds is not null ? new TallyPass(plan, kinds)
            : path switch
            {
                LanePath.Vector512 => new LanePass<Lanes512>(plan),
                LanePath.Vector256 => new LanePass<Lanes256>(plan),
                LanePath.Vector128 => new LanePass<Lanes128>(plan),
                _ => new LanePass<LanesOneByOne>(plan),
            };

    /// <summary>What the rows from the first to before the end give, by basis.</summary>
    public abstract IReadOnlyList<AreaCounts> Run(int first, int end);
}
