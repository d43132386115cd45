using Candour.Databank.Cells;
using Candour.Databank.Planning;
using Candour.Kernel;

namespace Candour.Databank.Native;

/// <summary>The cells of one measure, made of the counters of its basis.</summary>
public static class MeasureCells
{
    /// <summary>
    /// Adds the cells of one area, for the whole and for each single breakdown, that by how rows ended among them. Days are
    /// kept for the whole and by how rows ended; of any other breakdown they are read by a pass over the encoded columns.
    /// </summary>
    /// <param name="cells">Where they are added.</param>
    /// <param name="area">The states of the area.</param>
    /// <param name="plan">The plan they were made by.</param>
    /// <param name="basis">Position of the basis of the measure.</param>
    /// <param name="recipe">How the measure is made.</param>
    /// <param name="positions">The position of each shortest period that is kept.</param>
    public static void AddTo(
        Dictionary<CellKey, CellState> cells, AreaCells area, DatasetPlan plan, int basis, Recipe recipe,
        IReadOnlyDictionary<Period, int> positions)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(recipe);
        var breakdowns = plan.Bases[basis].Breakdowns;
        for (var at = 0; at < breakdowns.Count; at++)
        {
            if (breakdowns[at].Fields.Count == 0
                || (breakdowns[at].Fields.Count == 1 && recipe.Measure.HasCellsBy(breakdowns[at].Name)))
            {
                Add(cells, area, plan.Bases[basis], basis, at, recipe, positions);
            }
        }
    }

    private static void Add(
        Dictionary<CellKey, CellState> cells, AreaCells area, BasisPlan plan, int basis, int at, Recipe recipe,
        IReadOnlyDictionary<Period, int> positions)
    {
        var breakdown = plan.Breakdowns[at];
        var block = area.States[basis].Counters[at];
        var counters = block.Counters.Count;
        var placed = new int[plan.Counters.Count];
        for (var k = 0; k < counters; k++)
        {
            placed[block.Counters[k]] = k;
        }

        var days = recipe.Days < 0 ? [] : area.States[basis].Days[recipe.Days].Where((_, k) => plan.Days[recipe.Days].DaysBy[k] == breakdown).ToList();
        for (var i = 0; i < block.Cells.Length; i++)
        {
            var values = block.Values.AsSpan(i * counters, counters);
            var state = new CellState(
                Sum(recipe.Numerator, values, placed), Sum(recipe.Denominator, values, placed),
                Sum(recipe.Missing, values, placed), Sum(recipe.Rows, values, placed), Sum(recipe.Absent, values, placed),
                days.Count > 0 ? DaysOf(days[0], block.Cells[i]) : []);
            var (period, codes) = area.Axes.Name(block.Cells[i], breakdown);
            if ((state.Rows != 0 || state.Absent != 0) && positions.TryGetValue(area.Axes.Periods[period], out var position))
            {
                cells.Add(new CellKey(area.Area, position, breakdown.Name, codes.Count == 0 ? "" : codes[0]), state);
            }
        }
    }

    private static long Sum(IReadOnlyList<Term> terms, ReadOnlySpan<long> values, int[] placed)
    {
        var sum = 0L;
        foreach (var (counter, sign) in terms)
        {
            sum += sign * values[placed[counter]];
        }

        return sum;
    }

    private static List<DayCount> DaysOf(DayBlock block, int cell)
    {
        var at = Array.BinarySearch(block.Cells, cell);
        return at < 0 ? [] :
        [
            .. Enumerable.Range(block.Starts[at], block.Starts[at + 1] - block.Starts[at])
                .Select(i => new DayCount(block.Days[i], block.Events[i], block.Censored[i])),
        ];
    }
}
