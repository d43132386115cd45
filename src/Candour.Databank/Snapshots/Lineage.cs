using Candour.Databank.Engine;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Databank.Snapshots;

/// <summary>A row behind a figure, and what it adds to it.</summary>
/// <param name="Source">The row and its submission.</param>
/// <param name="Part">What it adds to numerator, denominator and missing.</param>
public sealed record CountedRow(SourceRow Source, RowPart Part);

/// <summary>Walks a figure back to the rows it was made from, with the engine's own reading of each row.</summary>
public static class Lineage
{
    /// <summary>Every row that a figure counts, in the order of submission and line; their parts add up to its state.</summary>
    public static IReadOnlyList<CountedRow> Of(
        ReadableSnapshot snapshot,
        Measure measure,
        Dataset dataset,
        string area,
        Period period,
        IReadOnlyList<KeyValuePair<string, string>> where)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(where);
        var rows = snapshot.RowsOf(dataset);
        var encoded = snapshot.EncodedOf(dataset);
        var condition = new Condition([.. where.Select(pair => new FieldTest(pair.Key, TestKind.OneOf, [pair.Value]))]);
        var reader = new RowReader(
            PlannedMeasure.Compile(measure, condition, encoded, snapshot.Catalogue), encoded, period.Split(dataset.Months));
        var areas = snapshot.Catalogue.HierarchyOf(dataset).LowestUnder(area).ToHashSet(StringComparer.Ordinal);
        var areaField = dataset.IndexOf(dataset.AreaField.Id);
        var counted = new List<CountedRow>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (areas.Contains(rows[row].Row.Values[areaField]) && reader.Read(row, out _, out var part) && !part.IsAbsent)
            {
                counted.Add(new CountedRow(rows[row], part));
            }
        }

        return counted;
    }
}
