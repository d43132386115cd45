using Candour.Kernel;

namespace Candour.Databank.Cells;

/// <summary>
/// All cells of one measure on one dataset in one snapshot, and for which areas and periods the dataset has data at all:
/// what is not covered is a gap, never a zero.
/// </summary>
/// <param name="Periods">The shortest periods that any submission covers, in order.</param>
/// <param name="Covered">Area and position of the period, for which there are data.</param>
/// <param name="Cells">The states; a cell that is covered and not here is a true zero.</param>
public sealed record CellTable(
    IReadOnlyList<Period> Periods,
    IReadOnlySet<(string Area, int PeriodIndex)> Covered,
    IReadOnlyDictionary<CellKey, CellState> Cells)
{
    /// <summary>
    /// Adds up the states of some areas of the lowest level over a period, for any of some codes of one breakdown field.
    /// </summary>
    /// <param name="areas">Areas of the lowest level.</param>
    /// <param name="period">The period; its shortest parts are added.</param>
    /// <param name="months">Length of the shortest period.</param>
    /// <param name="field">The breakdown field; empty for all.</param>
    /// <param name="codes">The codes to add; one empty text for all.</param>
    public CellSum Sum(IReadOnlyList<string> areas, Period period, int months, string field, IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(codes);
        var sum = CellState.Zero;
        var days = new SortedDictionary<int, (long Events, long Censored)>();
        var gaps = new List<Period>();
        var partial = new List<Period>();
        var covered = 0;
        foreach (var part in period.Split(months))
        {
            var index = IndexOf(part);
            var present = areas.Where(area => index >= 0 && Covered.Contains((area, index))).ToList();
            covered += present.Count;
            if (present.Count == 0)
            {
                gaps.Add(part);
            }
            else if (present.Count < areas.Count)
            {
                partial.Add(part);
            }

            foreach (var cell in present.SelectMany(area => codes.Select(code => new CellKey(area, index, field, code))))
            {
                if (Cells.TryGetValue(cell, out var state))
                {
                    sum = sum.Plus(state with { Days = [] });
                    foreach (var day in state.Days)
                    {
                        var (events, censored) = days.GetValueOrDefault(day.Day);
                        days[day.Day] = (events + day.Events, censored + day.Censored);
                    }
                }
            }
        }

        var histogram = days.Select(day => new DayCount(day.Key, day.Value.Events, day.Value.Censored));
        return new CellSum(sum with { Days = [.. histogram] }, covered, gaps, partial);
    }

    private int IndexOf(Period part)
    {
        for (var i = 0; i < Periods.Count; i++)
        {
            if (Periods[i] == part)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A rolled-up state.</summary>
/// <param name="State">The sum.</param>
/// <param name="Covered">How many areas times shortest periods had data; 0 means nothing was submitted.</param>
/// <param name="Gaps">The shortest periods without any data, in order.</param>
/// <param name="Partial">The shortest periods for which some of the areas have data and some have none, in order.</param>
public sealed record CellSum(CellState State, int Covered, IReadOnlyList<Period> Gaps, IReadOnlyList<Period> Partial);
