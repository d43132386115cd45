using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Intake.Submitting;
using Candour.Kernel;

namespace Candour.Freezing;

/// <summary>The rows of one area in one reporting period.</summary>
/// <param name="Area">The area that agrees them.</param>
/// <param name="Rows">Rows that the first cohort basis places in the period.</param>
/// <param name="Content">Hash of all rows that any figure of the period counts, 64 digits; empty for none.</param>
public sealed record AreaRows(Area Area, long Rows, string Content);

/// <summary>What a snapshot holds of a reporting period, area by area.</summary>
public static class PeriodRows
{
    /// <summary>A snapshot never changes, so that what it holds is looked for once; it is forgotten with the snapshot.</summary>
    private static readonly ConditionalWeakTable<ReadableSnapshot, ConcurrentDictionary<(string Dataset, Period Period), Lazy<IReadOnlyList<AreaRows>>>> Kept = [];

    /// <summary>Each area of the level that agrees, in name order, those without a row included.</summary>
    public static IReadOnlyList<AreaRows> Of(ReadableSnapshot snapshot, Dataset dataset, Period period)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(dataset);
        return Kept.GetOrCreateValue(snapshot).GetOrAdd(
            (dataset.Id, period), _ => new Lazy<IReadOnlyList<AreaRows>>(() => Read(snapshot, dataset, period))).Value;
    }

    private static List<AreaRows> Read(ReadableSnapshot snapshot, Dataset dataset, Period period)
    {
        var hierarchy = snapshot.Catalogue.HierarchyOf(dataset);
        var areas = AreasThatAgree(hierarchy, dataset).ToList();
        if (!snapshot.Has(dataset.Id))
        {
            return areas.ConvertAll(area => new AreaRows(area, 0, ""));
        }

        var (placing, agency) = (new RowPlacing(dataset, period), snapshot.AgencyOf(dataset.Id));
        var touching = placing.Touching(snapshot.RowsOf(dataset));
        var own = areas.ConvertAll(area => touching.With(dataset.AreaField.Id, hierarchy.LowestUnder(area.Id).ToHashSet(StringComparer.Ordinal).Contains));
        var placed = own.ConvertAll(rows => placing.Placed(rows).Count);
        // Every row of a nation may have to do with a period: they are spelled out and hashed one by one, by all processors.
        return
        [
            .. Enumerable.Range(0, areas.Count).AsParallel().AsOrdered().Select(at => new AreaRows(
                areas[at], placed[at],
                own[at].Count == 0 ? "" : CanonicalRows.Hash(dataset, agency, own[at].Select(source => source.Row)).Hex)),
        ];
    }

    /// <summary>The areas of the level that agrees the data of a dataset, in name order.</summary>
    public static IEnumerable<Area> AreasThatAgree(AreaHierarchy hierarchy, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(dataset);
        return hierarchy.Areas.Where(area => area.Level == dataset.Reporting?.Level).OrderBy(area => area.Title, StringComparer.Ordinal);
    }
}
