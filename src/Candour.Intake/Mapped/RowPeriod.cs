using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake.Mapped;

/// <summary>The period of a row: that of its file, or what the columns of the row say. Pure.</summary>
/// <param name="rule">Where it comes from; absent when the rows carry their own dates.</param>
/// <param name="ofFile">What the name of the file says; empty when the columns tell.</param>
/// <param name="months">How long a period of the dataset is.</param>
internal sealed class RowPeriod(PeriodRule? rule, string ofFile, int months)
{
    private static readonly string[] MonthNames = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    /// <summary>The period as it is kept, or empty with a finding.</summary>
    public FieldValue Read(Func<string, string> at, long line)
    {
        if (ofFile.Length > 0)
        {
            return new(ofFile, null);
        }

        var (from, year, part) = rule!.FinancialYear.Length > 0
            ? (rule.FinancialQuarter, at(rule.FinancialYear), $"Q{at(rule.FinancialQuarter)}")
            : rule.Quarter.Length > 0 ? (rule.Quarter, at(rule.Year), $"Q{at(rule.Quarter)}")
            : (rule.Month, at(rule.Year), MonthOf(at(rule.Month)));
        var isFinancial = year.Contains('/', StringComparison.Ordinal);
        return isFinancial == (rule.FinancialYear.Length > 0) && Period.TryParse($"{year}-{part}", out var period) && period.Months == months
            ? new(period.ToString(), null)
            : FieldReader.Wrong(
                "PERIOD_INVALID", line, from, at(from),
                rule.FinancialYear.Length > 0 ? "The financial year (like 2018/19) and quarter (1 to 4) do not name a quarter."
                : rule.Quarter.Length > 0 ? "The year (like 2018) and quarter (1 to 4) do not name a quarter."
                : "The year (like 2018) and month (1 to 12, or its English name) do not name a month.");
    }

    private static string MonthOf(string text)
    {
        var named = Array.FindIndex(MonthNames, name =>
            name.Equals(text, StringComparison.OrdinalIgnoreCase) || name[..3].Equals(text, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? (named + 1).ToString("00", CultureInfo.InvariantCulture) : text.Length == 1 ? $"0{text}" : text;
    }
}
