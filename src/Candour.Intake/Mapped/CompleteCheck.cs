using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake.Mapped;

/// <summary>
/// Notices a file that was cut short between two rows: a whole one has a row for every area in each of its periods.
/// </summary>
internal static class CompleteCheck
{
    public static IEnumerable<Finding> Findings(
        CompleteRule rule, Dataset dataset, AreaHierarchy hierarchy, IReadOnlyList<MappedRow> rows)
    {
        var area = dataset.IndexOf(dataset.AreaField.Id);
        var period = dataset.IndexOf(dataset.Bases[0].PeriodField);
        var where = rule.Where.Select(pair => (Index: dataset.IndexOf(pair.Key), Code: pair.Value)).ToList();
        var present = rows.Where(row => where.TrueForAll(pair => row.Values[pair.Index] == pair.Code))
            .Select(row => (Area: row.Values[area], Period: row.Values[period])).ToHashSet();
        var said = rule.Where.Count == 0 ? "" : $" with {string.Join(" and ", rule.Where.Select(pair => $"{pair.Key} {pair.Value}"))}";
        foreach (var one in rows.Select(row => row.Values[period]).Distinct().Order(StringComparer.Ordinal))
        {
            var lacking = hierarchy.Lowest.Where(a => !present.Contains((a.Id, one))).Select(a => a.Title).ToList();
            if (lacking.Count > 0)
            {
                yield return FieldReader.Error(
                    "AREA_MISSING", 0, "", "",
                    $"A whole file has rows{said} for every {hierarchy.LowestLevel} in {one}, and this one has none for "
                    + $"{string.Join(", ", lacking.Take(3))}{(lacking.Count > 3 ? $" and {lacking.Count - 3} more" : "")}: "
                    + "it is cut short. Ask the sender for the whole file.");
            }
        }
    }
}
