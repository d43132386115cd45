using System.Globalization;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Intake.Checks;

/// <summary>Checks that look at the rows of an area and period together.</summary>
internal static class AreaPeriods
{
    /// <summary>Counts far from the others of the same area. Periods in which the area has no row count as 0.</summary>
    public static List<CheckFinding> FarFromTheOthers(CheckRule.Outliers rule, IReadOnlyList<MappedRow> rows, Dataset dataset)
    {
        var groups = Grouped(rows, dataset, dataset.BasisNamed(rule.Basis)!);
        var periods = groups.SelectMany(area => area.Value.Keys).Distinct().Order().ToList();
        var found = new List<CheckFinding>();
        foreach (var (area, byPeriod) in groups)
        {
            var counts = periods.Select(period => (double)byPeriod.GetValueOrDefault(period, []).Count).ToList();
            found.AddRange(Outliers.Modified(counts, rule.Threshold).Match<IEnumerable<int>>(known => known.Unusual, _ => [], _ => [])
                .Select(index => new CheckFinding(0, $" {area} has {counts[index].ToString("0", CultureInfo.InvariantCulture)} rows in {periods[index]}.")));
        }

        return found;
    }

    public static List<CheckFinding> OftenMissing(CheckRule.MissingShare rule, IReadOnlyList<MappedRow> rows, Dataset dataset) =>
    [
        .. from area in Grouped(rows, dataset, dataset.Bases[0])
           from period in area.Value.OrderBy(pair => pair.Key)
           from field in rule.Fields
           let missing = period.Value.Count(row => row.Values[dataset.IndexOf(field)].Length == 0)
           where missing > rule.MoreThan * period.Value.Count
           select new CheckFinding(
               0, $" '{dataset.FieldNamed(field)!.Title}' is missing on {missing} of {period.Value.Count} rows of {area.Key} in {period.Key}."),
    ];

    /// <summary>Rows without either day say nothing of the lag.</summary>
    public static List<CheckFinding> RecordedLate(CheckRule.Lag rule, IReadOnlyList<MappedRow> rows, Dataset dataset)
    {
        var (from, to) = (dataset.IndexOf(rule.From), dataset.IndexOf(rule.To));
        var found = new List<CheckFinding>();
        foreach (var (area, byPeriod) in Grouped(rows, dataset, dataset.Bases[0]))
        {
            foreach (var (period, own) in byPeriod.OrderBy(pair => pair.Key))
            {
                var days = own.Where(row => row.Values[from].Length > 0 && row.Values[to].Length > 0)
                    .Select(row => (double)(Day(row.Values[to]) - Day(row.Values[from]))).Order().ToList();
                if (days.Count > 0 && Quantile.Of(days, 0.5) > rule.MoreThanDays)
                {
                    found.Add(new CheckFinding(
                        0, string.Create(CultureInfo.InvariantCulture, $" The median is {Quantile.Of(days, 0.5):0.#} days for {area} in {period}.")));
                }
            }
        }

        return found;
    }

    private static int Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static SortedDictionary<string, Dictionary<Period, List<MappedRow>>> Grouped(
        IReadOnlyList<MappedRow> rows, Dataset dataset, CohortBasis basis)
    {
        var (area, period) = (dataset.IndexOf(dataset.AreaField.Id), dataset.IndexOf(basis.PeriodField));
        var groups = new SortedDictionary<string, Dictionary<Period, List<MappedRow>>>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Values[period].Length > 0))
        {
            if (!groups.TryGetValue(row.Values[area], out var byPeriod))
            {
                groups[row.Values[area]] = byPeriod = [];
            }

            var key = Periods.Of(row.Values[period], dataset);
            if (!byPeriod.TryGetValue(key, out var own))
            {
                byPeriod[key] = own = [];
            }

            own.Add(row);
        }

        return groups;
    }
}
