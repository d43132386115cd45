using Candour.Definitions;
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
    private readonly Dictionary<Period, int> positions =
        Periods.Select((period, index) => (period, index)).ToDictionary(pair => pair.period, pair => pair.index);

    /// <summary>
    /// Adds up the states of some areas of the lowest level over a period, for any of some codes of one breakdown field.
    /// </summary>
    /// <param name="areas">Areas of the lowest level.</param>
    /// <param name="period">The period; its shortest parts are added.</param>
    /// <param name="months">Length of the shortest period.</param>
    /// <param name="field">The breakdown field; empty for all.</param>
    /// <param name="codes">The codes to add; one empty text for all.</param>
    /// <param name="overTime">A stock is asked for its last shortest period with data; anything else for all of them.</param>
    public CellSum Sum(
        IReadOnlyList<string> areas,
        Period period,
        int months,
        string field,
        IReadOnlyList<string> codes,
        OverTime overTime = OverTime.Sum)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(codes);
        if (overTime == OverTime.Last && LastCovered(areas, period, months) is { } last && last != period)
        {
            return Sum(areas, last, months, field, codes);
        }

        var sum = new StateSum();
        var gaps = new List<Period>();
        var partial = new List<Period>();
        var covered = 0;
        var periods = 0;
        foreach (var part in period.Split(months))
        {
            var index = positions.GetValueOrDefault(part, -1);
            var present = 0;
            foreach (var area in areas)
            {
                if (index < 0 || !Covered.Contains((area, index)))
                {
                    continue;
                }

                present++;
                foreach (var code in codes)
                {
                    if (Cells.TryGetValue(new CellKey(area, index, field, code), out var state))
                    {
                        sum.Add(state);
                    }
                }
            }

            covered += present;
            periods += present > 0 ? 1 : 0;
            if (present == 0)
            {
                gaps.Add(part);
            }
            else if (present < areas.Count)
            {
                partial.Add(part);
            }
        }

        return new CellSum(sum.ToState(), covered, periods, gaps, partial);
    }

    /// <summary>The last shortest period for which any of the areas has data; none when there is no such period.</summary>
    internal Period? LastCovered(IReadOnlyList<string> areas, Period period, int months) => period.Split(months)
        .Where(part => positions.TryGetValue(part, out var index) && areas.Any(area => Covered.Contains((area, index))))
        .Select(part => (Period?)part).LastOrDefault();
}

/// <summary>A rolled-up state.</summary>
/// <param name="State">The sum.</param>
/// <param name="Covered">How many areas times shortest periods had data; 0 means nothing was submitted.</param>
/// <param name="Periods">How many shortest periods had any data: what a stock's mean is taken over.</param>
/// <param name="Gaps">The shortest periods without any data, in order.</param>
/// <param name="Partial">The shortest periods for which some of the areas have data and some have none, in order.</param>
public sealed record CellSum(
    CellState State, int Covered, int Periods, IReadOnlyList<Period> Gaps, IReadOnlyList<Period> Partial);
