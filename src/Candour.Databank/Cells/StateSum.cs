namespace Candour.Databank.Cells;

/// <summary>Adds states up: of rows into a cell, of cells into an area and a longer period.</summary>
internal sealed class StateSum
{
    private readonly Dictionary<int, (long Events, long Censored)> days = [];
    private long numerator;
    private long denominator;
    private long missing;
    private long rows;
    private long absent;

    /// <summary>One row that counts.</summary>
    public void Add(long ofNumerator, long ofDenominator, long ofMissing)
    {
        numerator += ofNumerator;
        denominator += ofDenominator;
        missing += ofMissing;
        rows++;
    }

    /// <summary>One row whose count is not stated.</summary>
    public void AddAbsent() => absent++;

    public void AddDay(int day, long events, long censored)
    {
        var before = days.GetValueOrDefault(day);
        days[day] = (before.Events + events, before.Censored + censored);
    }

    public void Add(CellState state)
    {
        numerator += state.Numerator;
        denominator += state.Denominator;
        missing += state.Missing;
        rows += state.Rows;
        absent += state.Absent;
        foreach (var (day, events, censored) in state.Days)
        {
            AddDay(day, events, censored);
        }
    }

    public CellState ToState() => new(
        numerator, denominator, missing, rows, absent,
        [.. days.OrderBy(day => day.Key).Select(day => new DayCount(day.Key, day.Value.Events, day.Value.Censored))]);
}
