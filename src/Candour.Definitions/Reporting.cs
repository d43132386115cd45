using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>How long the periods are that a dataset is closed by.</summary>
public enum ReportingCycle
{
    Month,

    /// <summary>From January, April, July or October.</summary>
    Quarter,

    /// <summary>April to September and October to March.</summary>
    Half,

    /// <summary>April to March.</summary>
    FinancialYear,

    CalendarYear,
}

/// <summary>
/// The reporting calendar of a dataset: by which periods it is closed, who agrees its data, and by which day each step is due,
/// counted from the first day after the period.
/// </summary>
/// <param name="Cycle">How long a period is; never shorter than the shortest period of the dataset.</param>
/// <param name="Level">The level of the dataset's own hierarchy whose areas agree the data.</param>
/// <param name="DataDays">By then every area has returned its rows, or declared that it has none.</param>
/// <param name="AgreeDays">By then every area has agreed its data or asked for an adjustment.</param>
/// <param name="FreezeDays">The freeze date: from then on nothing changes a figure but a recorded adjustment.</param>
public sealed record Reporting(ReportingCycle Cycle, string Level, int DataDays, int AgreeDays, int FreezeDays)
{
    /// <summary>Months of one period.</summary>
    public int Months => MonthsOf(Cycle);

    /// <summary>Whole months of a period of a cycle.</summary>
    public static int MonthsOf(ReportingCycle cycle) => cycle switch
    {
        ReportingCycle.Month => 1,
        ReportingCycle.Quarter => 3,
        ReportingCycle.Half => 6,
        _ => 12,
    };

    /// <summary>The period of the cycle that holds a day.</summary>
    public Period PeriodOf(DateOnly day) => Cycle switch
    {
        ReportingCycle.CalendarYear => Period.CalendarYear(day.Year),
        ReportingCycle.FinancialYear => Period.FinancialYear(FinancialYearOf(day)),
        ReportingCycle.Half => Period.FinancialYear(FinancialYearOf(day)).Split(6).First(half => half.Contains(day)),
        ReportingCycle.Quarter => Period.CalendarYear(day.Year).Split(3).First(quarter => quarter.Contains(day)),
        _ => Period.MonthOf(day),
    };

    /// <summary>Whether a period is one of this calendar.</summary>
    public bool Has(Period period) => PeriodOf(period.Start) == period;

    /// <summary>The whole periods of the calendar that touch a range, in order.</summary>
    public IReadOnlyList<Period> PeriodsIn(Period range)
    {
        var first = PeriodOf(range.Start);
        return Period.Between(first, PeriodOf(range.End.AddDays(-1))).Split(Months);
    }

    /// <summary>The days on which the steps of a period are due.</summary>
    public Deadlines DueOf(Period period) =>
        new(period.End.AddDays(DataDays), period.End.AddDays(AgreeDays), period.End.AddDays(FreezeDays));

    private static int FinancialYearOf(DateOnly day) => day.Month < 4 ? day.Year - 1 : day.Year;
}

/// <summary>The days of one period; on the day itself a step is still in time.</summary>
/// <param name="Data">Rows are returned, or none are declared.</param>
/// <param name="Agree">Data are agreed, or an adjustment is asked for.</param>
/// <param name="Freeze">The freeze date.</param>
public sealed record Deadlines(DateOnly Data, DateOnly Agree, DateOnly Freeze);
