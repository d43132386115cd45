using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Intake.Checks;

/// <summary>
/// Runs the data-quality checks of <c>definitions/checks/</c> over the rows of one submission. A row of which a check says
/// something is kept; the person is told.
/// </summary>
public static class CheckRunning
{
    /// <summary>So many rows of one check are named by their line; the rest are counted.</summary>
    public const int MostListed = 50;

    /// <summary>What every check of the dataset finds, check by check in the order of their names.</summary>
    public static IReadOnlyList<Finding> Findings(IReadOnlyList<MappedRow> rows, Dataset dataset, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            .. catalogue.Checks.Values.Where(check => check.Dataset == dataset.Id).OrderBy(check => check.Id, StringComparer.Ordinal)
                .SelectMany(check => Listed(check, Found(check, rows, dataset, catalogue))),
            .. CodesInUse.Findings(rows, dataset, catalogue).Take(MostListed),
        ];
    }

    /// <summary>Everything that one check finds.</summary>
    public static IReadOnlyList<CheckFinding> Found(
        Check check, IReadOnlyList<MappedRow> rows, Dataset dataset, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(dataset);
        return check.Rule switch
        {
            CheckRule.Consistency rule => Consistency(rule, rows, dataset, catalogue),
            CheckRule.Order rule => Order(rule, rows, dataset),
            CheckRule.Same rule => Same(rule, rows, dataset),
            CheckRule.Outliers rule => AreaPeriods.FarFromTheOthers(rule, rows, dataset),
            CheckRule.MissingShare rule => AreaPeriods.OftenMissing(rule, rows, dataset),
            CheckRule.Lag rule => AreaPeriods.RecordedLate(rule, rows, dataset),
            _ => throw new InvalidOperationException($"No check for {check.Rule.GetType().Name}."),
        };
    }

    private static List<CheckFinding> Consistency(
        CheckRule.Consistency rule, IReadOnlyList<MappedRow> rows, Dataset dataset, Catalogue catalogue)
    {
        var when = new RowCondition(rule.When, dataset, catalogue);
        var must = new RowCondition(rule.Must, dataset, catalogue);
        return
        [
            .. rows.Where(row => when.Decide(row.Values) == Verdict.Yes && must.Decide(row.Values) == Verdict.No)
                .Select(row => new CheckFinding(row.Line, "")),
        ];
    }

    private static List<CheckFinding> Order(CheckRule.Order rule, IReadOnlyList<MappedRow> rows, Dataset dataset)
    {
        var dates = rule.Dates.Select(dataset.IndexOf).ToArray();
        return [.. rows.Where(row => RunsBackwards(row, dates)).Select(row => new CheckFinding(row.Line, ""))];
    }

    /// <summary>Dates are written yyyy-mm-dd, so their order is that of their texts.</summary>
    private static bool RunsBackwards(MappedRow row, int[] dates)
    {
        var latest = "";
        foreach (var index in dates)
        {
            var date = row.Values[index];
            if (date.Length == 0)
            {
                continue;
            }

            if (string.CompareOrdinal(date, latest) < 0)
            {
                return true;
            }

            latest = date;
        }

        return false;
    }

    /// <summary>One finding for each set of rows that are equal where things that are not the same seldom are.</summary>
    private static List<CheckFinding> Same(CheckRule.Same rule, IReadOnlyList<MappedRow> rows, Dataset dataset)
    {
        var fields = rule.Fields.Select(dataset.IndexOf).ToArray();
        return
        [
            .. rows.Where(row => fields.All(index => row.Values[index].Length > 0))
                .GroupBy(row => string.Join('\u001F', fields.Select(index => row.Values[index])), StringComparer.Ordinal)
                .Where(same => same.Skip(1).Any())
                .Select(same => new CheckFinding(same.Skip(1).First().Line, $" It stands on lines {string.Join(", ", same.Take(5).Select(row => row.Line))}.")),
        ];
    }

    private static IEnumerable<Finding> Listed(Check check, IReadOnlyList<CheckFinding> found)
    {
        foreach (var one in found.Take(MostListed))
        {
            yield return new Finding(check.Id, check.Severity, one.Line, "", "", $"{check.Title}.{one.Where} {check.Do}");
        }

        if (found.Count > MostListed)
        {
            yield return new Finding(
                check.Id, check.Severity, 0, "", "",
                $"{check.Title}: {found.Count - MostListed} more like the {MostListed} above. {check.Do}", found.Count - MostListed);
        }
    }
}

/// <summary>One thing that a check found.</summary>
/// <param name="Line">Physical line of the row; 0 when it is about an area and period.</param>
/// <param name="Where">Where else to look, as a sentence that begins with a blank; empty when the line says it.</param>
public sealed record CheckFinding(long Line, string Where);
