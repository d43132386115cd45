using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Intake.Mapped;
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
        var (placing, area) = (new RowPlacing(dataset, period), dataset.IndexOf(dataset.AreaField.Id));
        var byPlace = snapshot.Has(dataset.Id)
            ? placing.Touching(snapshot.RowsOf(dataset)).Select(source => source.Row).ToLookup(row => row.Values[area], StringComparer.Ordinal)
            : Array.Empty<MappedRow>().ToLookup(_ => "", StringComparer.Ordinal);
        return
        [
            .. AreasThatAgree(hierarchy, dataset).Select(one =>
            {
                var rows = hierarchy.LowestUnder(one.Id).SelectMany(place => byPlace[place]).ToList();
                return new AreaRows(
                    one, rows.Count(placing.IsPlaced),
                    rows.Count == 0 ? "" : CanonicalRows.Hash(dataset, snapshot.AgencyOf(dataset.Id), rows).Hex);
            }),
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
