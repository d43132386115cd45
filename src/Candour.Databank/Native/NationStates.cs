using Candour.Databank.Planning;

namespace Candour.Databank.Native;

/// <summary>The states of one basis for one area or roll-up.</summary>
/// <param name="Counters">By breakdown, in the order of the plan.</param>
/// <param name="Quantiles">By day counter and then by its breakdowns; empty for a counter that is weighed.</param>
/// <param name="Days">By day counter and then by the breakdowns whose days it keeps; of the lowest areas alone, for they can be added up.</param>
/// <param name="Distinct">By distinct counter and then by its breakdowns.</param>
public sealed record BasisStates(
    IReadOnlyList<CellBlock> Counters,
    IReadOnlyList<IReadOnlyList<QuantileBlock>> Quantiles,
    IReadOnlyList<IReadOnlyList<DayBlock>> Days,
    IReadOnlyList<IReadOnlyList<DistinctBlock>> Distinct);

/// <summary>The states of every area and roll-up of a dataset.</summary>
/// <param name="Plan">What was counted.</param>
/// <param name="Axes">What the cells are numbered by.</param>
/// <param name="Nodes">The areas with rows, and then the roll-ups.</param>
/// <param name="States">For each node the states of each basis.</param>
public sealed record NationStates(
    DatasetPlan Plan, CellAxes Axes, IReadOnlyList<AreaNode> Nodes, IReadOnlyList<IReadOnlyList<BasisStates>> States)
{
    /// <summary>How many of the nodes, from the first on, are areas of the lowest level.</summary>
    public int LowestCount { get; init; } = Nodes.Count;

    /// <summary>How the rows were counted: by lanes or by tallies.</summary>
    public Counting CountedBy { get; init; }
}
