using Candour.Databank.Columns;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Databank.Native;

/// <summary>A breakdown has more cells than one machine can hold.</summary>
public sealed record CellsTooMany(string Breakdown, string Dataset) : Refusal(
    $"The breakdown '{Breakdown}' of '{Dataset}' has more cells than can be kept: take one of its fields out, or use fewer periods.");

/// <summary>Weights or amounts add up to more than a 64-bit number holds.</summary>
public sealed record SumTooLarge(string Field, string Dataset) : Refusal(
    $"The values of '{Field}' in '{Dataset}' add up to more than can be counted: check them for slips of the pen.");

/// <summary>Which states are made.</summary>
public enum StateScope
{
    /// <summary>Of the lowest areas, what can be added up: counters and days. What a snapshot keeps.</summary>
    WhatAddsUp,

    /// <summary>Of every area and roll-up, quantiles and distinct counts too, each by a pass of its own.</summary>
    Everything,
}

/// <summary>Computes a plan over encoded columns: one pass over the rows of each area, areas shared by the threads.</summary>
/// <param name="Threads">How many threads; at least 1.</param>
/// <param name="Path">How many lanes are added together.</param>
public sealed record NativeEngine(int Threads, LanePath Path)
{
    /// <summary>All the machine has.</summary>
    public static NativeEngine OfThisMachine => new(Environment.ProcessorCount, LanePaths.Widest);

    /// <summary>How rows are counted.</summary>
    public Counting Counting { get; init; } = Counting.Quicker;

    /// <summary>The states of a plan over some columns.</summary>
    public Result<NationStates> Compute(
        DatasetPlan plan, EncodedColumns columns, IReadOnlyList<Period> periods, Catalogue catalogue, StateScope scope)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(catalogue);
        var axes = CellAxes.Of(plan, columns, periods);
        return Limits.Of(plan, columns, axes) is { } refusal ? refusal
            : Compute(
                BoundPlan.Bind(plan, columns, axes, catalogue),
                AreaNode.Of(scope == StateScope.Everything ? plan.Hierarchies : [], columns), scope);
    }

    /// <summary>One pass over the rows of each of some areas, and how it counted them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="areas">The numbers of the areas, each once.</param>
    internal (IReadOnlyList<AreaCounts>[] Counts, Counting By) Pass(BoundPlan plan, IReadOnlyList<int> areas)
    {
        var kinds = Counting == Counting.Lanes ? null : TallyPass.Kinds(plan, evenFewRows: Counting == Counting.Tallies);
        var (counts, starts) = (new IReadOnlyList<AreaCounts>[areas.Count], plan.Columns.Starts);
        var passes = new System.Collections.Concurrent.ConcurrentBag<AreaPass>();
        // The largest areas first, so that the threads end together.
        Each(Enumerable.Range(0, areas.Count).OrderByDescending(at => starts[areas[at] + 1] - starts[areas[at]]).ToList(), at =>
        {
            if (!passes.TryTake(out var pass))
            {
                pass = AreaPass.Of(plan, kinds, Path);
            }

            counts[at] = pass.Run(starts[areas[at]], starts[areas[at] + 1]);
            passes.Add(pass);
        });
        return (counts, kinds is null ? Counting.Lanes : Counting.Tallies);
    }

    private NationStates Compute(BoundPlan plan, IReadOnlyList<AreaNode> nodes, StateScope scope)
    {
        var lowest = nodes.TakeWhile(node => node.Areas.Count == 1 && plan.Columns.Areas[node.Areas[0]] == node.Name).ToList();
        var (counts, by) = Pass(plan, lowest.ConvertAll(node => node.Areas[0]));
        var states = nodes.Select(_ => new List<BasisStates>()).ToList();
        var starts = plan.Columns.Starts;
        var rooms = lowest.ConvertAll(node => new AreaRoom(starts[node.Areas[0] + 1] - starts[node.Areas[0]]));
        // Taken out one after the other, so that what a basis knows of its rows is given up before the next.
        var left = counts.Select(area => new Queue<AreaCounts>(area)).ToList();
        foreach (var basis in plan.Bases)
        {
            AddBasis(basis, plan.Columns, nodes, left.ConvertAll(area => area.Dequeue()), rooms, states, scope);
        }

        return new NationStates(plan.Plan, plan.Axes, nodes, states)
        {
            LowestCount = lowest.Count, CountedBy = by,
        };
    }

    private void AddBasis(
        BoundBasis basis, EncodedColumns columns, IReadOnlyList<AreaNode> nodes, List<AreaCounts> areas,
        IReadOnlyList<AreaRoom> rooms, List<List<BasisStates>> states, StateScope scope)
    {
        var positions = Enumerable.Range(0, areas.Count).ToDictionary(at => nodes[at].Areas[0]);
        var under = nodes.Select(node => node.Areas.Select(area => positions[area]).ToArray()).ToList();
        var counters = new CellBlock[nodes.Count][];
        Each(Enumerable.Range(0, nodes.Count), node => counters[node] = node < areas.Count
            ? [.. areas[node].Blocks]
            :
            [
                .. basis.Breakdowns.Select((breakdown, at) =>
                    CellBlock.Sum([.. under[node].Select(area => areas[area].Blocks[at])], breakdown.Cells)),
            ]);
        var days = basis.Plan.Days.Select((_, at) => new DayStates(basis, columns, at, [.. areas.Select(area => area.DayRows[at])])).ToList();
        var everything = scope == StateScope.Everything;
        var quantiles = days.Where(_ => everything).Select(one => one.Quantiles(under, rooms, Each)).ToList();
        var histograms = days.Select(one => one.Kept(Each)).ToList();
        var distinct = basis.Plan.Distinct.Where(_ => everything).Select((one, at) => DistinctPass.Run(
            basis, at, nodes, [.. areas.Select(area => area.DistinctRows[at])], rooms, columns[one.Identifier].Codes, counters, Threads)).ToList();
        for (var node = 0; node < nodes.Count; node++)
        {
            states[node].Add(new BasisStates(
                counters[node],
                [.. quantiles.Select(one => one[node])],
                node < areas.Count ? [.. histograms.Select(one => one[node])] : [],
                [.. distinct.Select(one => (IReadOnlyList<DistinctBlock>)[.. one.Select(breakdown => breakdown[node])])]));
        }
    }

    internal static IReadOnlyList<BoundBreakdown> Kept(BoundBasis basis, IReadOnlyList<Breakdown> breakdowns) =>
        [.. basis.Breakdowns.Where(one => breakdowns.Contains(one.Breakdown))];

    private void Each(IEnumerable<int> positions, Action<int> compute) =>
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(positions, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Threads }, compute);
}
