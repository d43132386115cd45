using Candour.Databank.Engine;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Databank.Snapshots;

/// <summary>A row behind a figure, and what it adds to it.</summary>
/// <param name="rows">The rows of the dataset.</param>
/// <param name="place">Which of them it is.</param>
/// <param name="part">What it adds to numerator, denominator and missing.</param>
public readonly struct CountedRow(SourceRows rows, int place, RowPart part)
{
    /// <summary>The row and its submission, spelled out when it is asked for: behind a figure of a nation there are millions.</summary>
    public SourceRow Source => rows[place];

    /// <summary>What it adds to numerator, denominator and missing.</summary>
    public RowPart Part => part;
}

/// <summary>Walks a figure back to the rows it was made from, with the engine's own reading of each row.</summary>
public static class Lineage
{
    /// <summary>Every row that a figure counts, in the order of submission and line; their parts add up to its state.</summary>
    public static IReadOnlyList<CountedRow> Of(
        ReadableSnapshot snapshot,
        Measure measure,
        Dataset dataset,
        IReadOnlyList<string> areas,
        Period period,
        IReadOnlyList<KeyValuePair<string, string>> where)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(where);
        var rows = snapshot.RowsOf(dataset);
        return
        [
            .. snapshot.Rows(dataset).Counted(measure, areas, period, Narrowing.Of(where))
                .Select(counted => new CountedRow(rows, counted.Row, counted.Part)),
        ];
    }
}
