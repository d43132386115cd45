using System.Globalization;
using System.Text.RegularExpressions;

namespace Candour.Kernel;

/// <summary>
/// A span of whole months. Half-open: it starts on its first day and ends before <see cref="End"/>.
/// Written the way the field writes it: <c>2014-07</c> a month, <c>2014-Q3</c> a calendar quarter, <c>2014</c> a
/// calendar year, <c>2018/19-Q3</c> a quarter of a financial year (April to March), <c>2018/19</c> a financial year,
/// <c>2014-01..2018-03</c> a range from the first period's start to the last period's end.
/// </summary>
public readonly partial record struct Period : IComparable<Period>
{
    private Period(DateOnly start, DateOnly end) => (Start, End) = (start, end);

    /// <summary>No record that this product reads is older; an earlier year is a slip of the pen.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year that can be written.</summary>
    public const int LastYear = 2199;

    /// <summary>First day, always the first of a month.</summary>
    public DateOnly Start { get; }

    /// <summary>The day after the last day, always the first of a month.</summary>
    public DateOnly End { get; }

    public int Months => ((End.Year - Start.Year) * 12) + End.Month - Start.Month;

    public static Period Month(int year, int month) => Of(new DateOnly(year, month, 1), 1);

    /// <summary>Quarter 1 to 4 of the calendar year.</summary>
    public static Period CalendarQuarter(int year, int quarter) => Of(new DateOnly(year, (3 * quarter) - 2, 1), 3);

    /// <summary>Quarter 1 (April to June) to 4 (January to March) of the financial year that begins in
    /// <paramref name="startYear"/>.</summary>
    public static Period FinancialQuarter(int startYear, int quarter) =>
        Of(new DateOnly(startYear, 4, 1).AddMonths(3 * (quarter - 1)), 3);

    public static Period CalendarYear(int year) => Of(new DateOnly(year, 1, 1), 12);

    public static Period FinancialYear(int startYear) => Of(new DateOnly(startYear, 4, 1), 12);

    /// <summary>From the first day of one to the last day of the other; <paramref name="first"/> must not end after
    /// <paramref name="last"/>.</summary>
    public static Period Between(Period first, Period last) =>
        first.Start < last.End
            ? new Period(first.Start, last.End)
            : throw new ArgumentException("A range must not end before it starts.", nameof(last));

    /// <summary><paramref name="months"/> whole months from <paramref name="start"/>, the first of a month.</summary>
    public static Period Of(DateOnly start, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(start.Day, 1);
        return new Period(start, start.AddMonths(months));
    }

    /// <summary>The month a day lies in.</summary>
    public static Period MonthOf(DateOnly day) => Month(day.Year, day.Month);

    public bool Contains(Period other) => Start <= other.Start && other.End <= End;

    public bool Contains(DateOnly day) => Start <= day && day < End;

    public bool Overlaps(Period other) => Start < other.End && other.Start < End;

    /// <summary>The consecutive parts of <paramref name="months"/> months each; the length must divide evenly.</summary>
    public IReadOnlyList<Period> Split(int months)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Months % months, 0);
        var first = Start;
        return [.. Enumerable.Range(0, Months / months).Select(i => Of(first.AddMonths(i * months), months))];
    }

    public int CompareTo(Period other) => (Start, End).CompareTo((other.Start, other.End));

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>The shortest of the field's ways of writing it.</summary>
    public override string ToString() => (Months, Start.Month) switch
    {
        (1, _) => MonthText(Start),
        (3, 4 or 7 or 10) => $"{FinancialText(Start.Year)}-Q{(Start.Month - 1) / 3}",
        (3, 1) => $"{FinancialText(Start.Year - 1)}-Q4",
        (12, 1) => Start.Year.ToString("0000", CultureInfo.InvariantCulture),
        (12, 4) => FinancialText(Start.Year),
        _ => $"{MonthText(Start)}..{MonthText(End.AddMonths(-1))}",
    };

    /// <summary>For permanent references and links: like <see cref="ToString"/>, with <c>_</c> for the slash.</summary>
    public string ToReference() => ToString().Replace('/', '_');

    /// <summary>In words: "July to September 2018", "April 2018 to March 2019", "November 2015".</summary>
    public string InWords()
    {
        var last = End.AddMonths(-1);
        return Months == 1 ? Words(Start, true)
            : Start.Year == last.Year ? $"{Words(Start, false)} to {Words(last, true)}"
            : $"{Words(Start, true)} to {Words(last, true)}";

        static string Words(DateOnly day, bool withYear) =>
            day.ToString(withYear ? "MMMM yyyy" : "MMMM", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads any of the written forms, the reference form included.</summary>
    public static bool TryParse(string text, out Period period)
    {
        ArgumentNullException.ThrowIfNull(text);
        var range = text.Split("..");
        if (range.Length == 2 && TryParse(range[0], out var first) && TryParse(range[1], out var last)
            && first.Start < last.End)
        {
            period = Between(first, last);
            return true;
        }

        var match = Written().Match(text);
        period = default;
        if (!match.Success)
        {
            return false;
        }

        var year = Number("year");
        if (year is < FirstYear or > LastYear)
        {
            return false;
        }

        if (match.Groups["next"].Success)
        {
            if (Number("next") != (year + 1) % 100)
            {
                return false;
            }

            period = match.Groups["quarter"].Success ? FinancialQuarter(year, Number("quarter")) : FinancialYear(year);
            return !match.Groups["month"].Success;
        }

        period = match.Groups["quarter"].Success ? CalendarQuarter(year, Number("quarter"))
            : match.Groups["month"].Success ? Month(year, Number("month"))
            : CalendarYear(year);
        return true;

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})([/_](?<next>[0-9]{2}))?(-(Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    private static string MonthText(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string FinancialText(int startYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{startYear:0000}/{(startYear + 1) % 100:00}");
}
