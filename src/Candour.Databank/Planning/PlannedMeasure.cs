using Candour.Databank.Engine;
using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>What a test says of one row.</summary>
public enum Verdict : byte
{
    No,
    Yes,

    /// <summary>The tested field is missing.</summary>
    Unknown,
}

/// <summary>A test compiled for a table of rows: the verdict for each number in the field's dictionary.</summary>
public sealed record CompiledTest(string Field, IReadOnlyList<Verdict> ByCode);

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
            [.. measure.Population.And(narrowed).Tests.Select(test => Compile(test, rows, catalogue))],
            [.. measure.Numerator.Tests.Select(test => Compile(test, rows, catalogue))]);
    }

    private static CompiledTest Compile(FieldTest test, EncodedRows rows, Catalogue catalogue)
    {
        var dictionary = rows.Dictionary(test.Field);
        var wanted = test.Kind == TestKind.OneOf
            ? test.Codes.SelectMany(catalogue.CodesOf(rows.Dataset, test.Field).Expand).ToHashSet(StringComparer.Ordinal)
            : [];
        var verdicts = dictionary.Select((value, code) => test.Kind switch
        {
            TestKind.Missing => code == 0 ? Verdict.Yes : Verdict.No,
            TestKind.Recorded => code == 0 ? Verdict.No : Verdict.Yes,
            _ => code == 0 ? Verdict.Unknown : wanted.Contains(value) ? Verdict.Yes : Verdict.No,
        });
        return new CompiledTest(test.Field, [.. verdicts]);
    }
}
