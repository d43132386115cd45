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
    /// <summary>Each area of the level that agrees, in name order, those without a row included.</summary>
    public static IReadOnlyList<AreaRows> Of(ReadableSnapshot snapshot, Dataset dataset, Period period)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(dataset);
        var hierarchy = snapshot.Catalogue.HierarchyOf(dataset);
        var (placing, area) = (new RowPlacing(dataset, period), dataset.IndexOf(dataset.AreaField.Id));
        var byPlace = snapshot.Has(dataset.Id)
            ? snapshot.RowsOf(dataset).Select(source => source.Row).Where(placing.Touches).ToLookup(row => row.Values[area], StringComparer.Ordinal)
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

/// <summary>Whether a row has to do with a period: each text of a day is read once.</summary>
public sealed class RowPlacing(Dataset dataset, Period period)
{
    private readonly int first = dataset.IndexOf(dataset.Bases[0].PeriodField);
    private readonly int[] any = [.. dataset.Bases.Select(basis => dataset.IndexOf(basis.PeriodField)).Distinct()];
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal) { [""] = false };

    /// <summary>The first basis places it in the period.</summary>
    public bool IsPlaced(MappedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Lies(row.Values[first]);
    }

    /// <summary>Any basis does.</summary>
    public bool Touches(MappedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return any.Any(index => Lies(row.Values[index]));
    }

    private bool Lies(string text)
    {
        if (!known.TryGetValue(text, out var lies))
        {
            known[text] = lies = period.Overlaps(Intake.Periods.Of(text, dataset));
        }

        return lies;
    }
}
