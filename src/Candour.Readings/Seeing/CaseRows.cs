using Candour.Access;
using Candour.Databank.Snapshots;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Seeing;

/// <summary>
/// The case rows that a purpose opens: a random draw, the same each time for one purpose, so that nobody can go on drawing
/// until a certain case comes up. There is no way to ask for the rows of a person.
/// </summary>
public static class CaseRows
{
    /// <summary>
    /// The rows in the order in which they were drawn, at most as many as the purpose allows; refused when the purpose's
    /// area is not, or no longer, in the viewer's sight.
    /// </summary>
    public static Result<IReadOnlyList<SourceRow>> Of(ReadableSnapshot snapshot, Viewer viewer, Purpose purpose)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(purpose);
        var catalogue = snapshot.Catalogue;
        var needs = purpose.Kind == PurposeKind.BreakGlass ? Right.BreakGlass : Right.OpenCaseRows;
        if (!snapshot.Has(purpose.Dataset)
            || !catalogue.Hierarchies.TryGetValue(purpose.Hierarchy, out var hierarchy)
            || !hierarchy.TryFind(purpose.Area, out var area)
            || !Sight.Of(viewer, needs, catalogue).Sees(Holdings.Of(snapshot, purpose.Dataset), hierarchy.LowestUnder(area.Id)))
        {
            return new NoPurpose();
        }

        var dataset = catalogue.Datasets[purpose.Dataset];
        var areas = hierarchy.LowestUnder(area.Id).ToHashSet(StringComparer.Ordinal);
        var rows = snapshot.RowsOf(dataset)
            .With(dataset.Bases[0].PeriodField, text => text.StartsWith(purpose.Month, StringComparison.Ordinal))
            .With(dataset.AreaField.Id, areas.Contains)
            .ToList();
        return Drawn(rows, purpose.Cap, SeedOf(purpose.Id));
    }

    /// <summary>A part of Fisher and Yates's shuffle: each row is as likely as any other.</summary>
    private static List<SourceRow> Drawn(List<SourceRow> rows, int many, ulong seed)
    {
        var draws = new SeededDraws(seed);
        var taken = Math.Min(many, rows.Count);
        for (var i = 0; i < taken; i++)
        {
            var other = i + draws.Below(rows.Count - i);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }

        return rows[..taken];
    }

    private static ulong SeedOf(string purpose) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(Convert.FromHexString(ContentHash.Of(purpose).Hex));
}
