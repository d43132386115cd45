using Candour.Databank.Cells;
using Candour.Databank.Columns;
using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Databank.Snapshots;

/// <summary>One measure under any conditions, computed when it is asked for, by the engine that computes a snapshot.</summary>
internal static class DatasetSlice
{
    /// <summary>The measure of those rows alone that answer some conditions.</summary>
    public static Measure Narrowed(Measure measure, IReadOnlyList<Narrowing> where) => measure with
    {
        Population = measure.Population.And(Narrowing.Condition(where)), Breakdowns = [], Pairs = [],
    };

    /// <summary>The cells of the rows that answer the conditions, for the whole; a row that cannot say is missing.</summary>
    /// <param name="measure">A measure that has cells.</param>
    /// <param name="where">The conditions.</param>
    /// <param name="columns">The rows of the dataset.</param>
    /// <param name="periods">The shortest periods that any area has data for, in order.</param>
    /// <param name="areas">What each area has data for, as the cells of the snapshot say.</param>
    /// <param name="catalogue">The definitions.</param>
    public static CellTable Of(
        Measure measure, IReadOnlyList<Narrowing> where, EncodedColumns columns, IReadOnlyList<Period> periods,
        IReadOnlyList<AreaCells> areas, Catalogue catalogue)
    {
        var plan = PlanCompiling.Compile(columns.Dataset, [Narrowed(measure, where)], catalogue);
        var states = NativeEngine.OfThisMachine.Compute(plan, columns, periods, catalogue, StateScope.WhatAddsUp)
            .Match(made => made, refusal => throw new InvalidOperationException(refusal.Sentence));
        var of = states.Nodes.Select((node, at) => (node.Name, At: at)).ToDictionary(node => node.Name, node => node.At);
        return AreaCells.TableOf(
            measure.Id, plan, [.. areas.Select(area => area with { Axes = states.Axes, States = states.States[of[area.Area]] })]);
    }
}
