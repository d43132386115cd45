using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Tests.Databank;

/// <summary>Computes the worked examples of measures.</summary>
internal static class Worked
{
    public static Answer Answer(Measure measure, WorkedExample example, Catalogue catalogue)
    {
        var dataset = catalogue.Datasets[DatasetOf(measure, example, catalogue)];
        var hierarchy = catalogue.HierarchyOf(dataset);
        var area = example.Area.Length == 0 ? hierarchy.Top
            : hierarchy.TryFind(example.Area, out var found) ? found
            : throw new InvalidOperationException($"There is no area '{example.Area}'.");
        return Answering.Of(
            new RowStates(example.Tables, catalogue), measure, dataset, hierarchy, area, example.Period, []);
    }

    /// <summary>A measure made of others is asked of the dataset of the first of them.</summary>
    private static string DatasetOf(Measure measure, WorkedExample example, Catalogue catalogue) =>
        measure.IsMadeOfRows
            ? example.Dataset
            : measure.MadeOf.Select(id => catalogue.Measures[id]).Select(made => made.IsMadeOfRows ? made : catalogue.Measures[made.MadeOf[0]])
                .SelectMany(made => made.Datasets).First(id => example.Tables.Any(table => table.Dataset == id));

    /// <summary>What came out, in the form in which it is expected.</summary>
    public static ExpectedFigure Said(Answer answer, Measure measure, Figure.Known known) => new(
        answer.Numerator, measure.Type is MeasureType.Count or MeasureType.Estimate ? 0 : answer.Denominator,
        Math.Round(known.Value, 6), answer.ReferenceNumerator, answer.ReferenceDenominator);

    /// <summary>Whether a definition, perhaps a mutated one, gives what its examples state.</summary>
    public static bool Holds(Measure measure, Catalogue catalogue) => measure.Examples.All(example =>
        Answer(measure, example, catalogue) is { Figure: Figure.Known known } answer
        && Said(answer, measure, known) is var said
        && Math.Abs(said.Value - example.Expected.Value) < 1e-6
        && said with { Value = 0 } == example.Expected with { Value = 0 });
}
