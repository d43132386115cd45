using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;

namespace Candour.Intake.Guiding;

/// <summary>Counts what the cells of one column look like.</summary>
internal sealed class ColumnCount(int index, string name)
{
    /// <summary>Beyond so many rows, columns are known well enough, except for the values that codes may have.</summary>
    private const int MostLookedAt = 20_000;

    private readonly HashSet<string> values = new(StringComparer.Ordinal);
    private bool hasMore;
    private long filled;
    private long numbers;
    private long references;
    private DayCounts days;

    public string Name => name;

    public void Take(Cell cell)
    {
        if (cell.IsBlank)
        {
            return;
        }

        var text = cell.Text.Trim();
        Keep(text);
        if (filled++ >= MostLookedAt)
        {
            return;
        }

        numbers += text.Length <= 20 && decimal.TryParse(
            text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _) ? 1 : 0;
        references += text.Length <= 60 && text.Any(char.IsAsciiDigit) && !text.Any(char.IsWhiteSpace) ? 1 : 0;
        if (cell.Kind is CellKind.Date or CellKind.DateAndTime)
        {
            days = days with { Iso = days.Iso + 1 };
        }
        else if (cell.Kind == CellKind.Text && text.Length is >= 8 and <= 40)
        {
            CountDay(text);
        }
    }

    /// <summary>What was counted; shares are of the rows that were looked at.</summary>
    public SurveyedColumn Counted() => new(
        index, name, Math.Min(filled, MostLookedAt), hasMore ? [] : [.. values.Order(StringComparer.Ordinal)], hasMore, numbers, days, references);

    private void CountDay(string text)
    {
        var (iso, dayFirst, monthFirst) = (Is(text, DateWriting.Iso), Is(text, DateWriting.DayFirst), Is(text, DateWriting.MonthFirst));
        days = new DayCounts(
            days.Iso + (iso ? 1 : 0), days.DayFirst + (dayFirst ? 1 : 0), days.MonthFirst + (monthFirst ? 1 : 0),
            days.OnlyDayFirst + (dayFirst && !monthFirst && !iso ? 1 : 0), days.OnlyMonthFirst + (monthFirst && !dayFirst && !iso ? 1 : 0));
    }

    private void Keep(string text)
    {
        if (hasMore)
        {
            return;
        }

        // Once it is no column of codes, nothing of it stays in memory: it may be one of names.
        hasMore = text.Length > SurveyedColumn.LongestValue || (values.Add(text) && values.Count > SurveyedColumn.MostValues);
        if (hasMore)
        {
            values.Clear();
        }
    }

    private static bool Is(string text, DateWriting order) => DateCell.Read(text, order).Reading is DateReading.Day or DateReading.DayAndTime;
}
