using Candour.Databank.Engine;
using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>A test compiled for a table of rows.</summary>
/// <param name="Column">A small number for each row.</param>
/// <param name="ByCode">The verdict for each number.</param>
public sealed record CompiledTest(int[] Column, Verdict[] ByCode)
{
    public Verdict Of(int row) => ByCode[Column[row]];
}

/// <summary>
/// A measure compiled for the rows of one dataset. Conditions are conjunctions of tests; a conjunction is No when any
/// test is No, else Unknown when any is Unknown, else Yes.
/// </summary>
public sealed record PlannedMeasure(
    Measure Measure,
    Dataset Dataset,
    CohortBasis Basis,
    IReadOnlyList<CompiledTest> Population,
    IReadOnlyList<CompiledTest> Numerator)
{
    /// <summary>
    /// Whether a measure has cells: states that add up over areas and periods. Different identifiers do not add up,
    /// estimates must not, and agreement and samples are read from their rows.
    /// </summary>
    public static bool HasCells(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return !measure.IsSample && measure.Formula
            is Formula.Count { Distinct.Length: 0 } or Formula.Share or Formula.Days or Formula.Survey or Formula.Grade;
    }

    /// <summary>Compiles a measure, its population narrowed by further conditions.</summary>
    public static PlannedMeasure Compile(Measure measure, Condition narrowed, EncodedRows rows, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(narrowed);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(catalogue);
        var dataset = rows.Dataset;
        return new PlannedMeasure(
            measure,
            dataset,
            dataset.BasisNamed(measure.Basis)
                ?? throw new InvalidOperationException($"'{measure.Id}' does not run on '{dataset.Id}'."),
            [.. measure.Population.And(narrowed).Flat.Select(test => TestCompiling.Compile(test, rows, catalogue))],
            [.. measure.Numerator.Flat.Select(test => TestCompiling.Compile(test, rows, catalogue))]);
    }
}
