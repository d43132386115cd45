using Candour.Databank.Cells;
using Candour.Databank.Planning;
using Candour.Kernel;

namespace Candour.Databank.Native;

/// <summary>The cells of one measure, made of the counters of its basis.</summary>
public static class MeasureCells
{
    /// <summary>The code of a cell that no field narrows.</summary>
    private static readonly IReadOnlyList<string> WholeOnly = [""];

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
    /// <param name="field">The one breakdown whose cells are added, empty for the whole; all of them when none is named.</param>
    public static void AddTo(
        Dictionary<CellKey, CellState> cells, AreaCells area, DatasetPlan plan, int basis, Recipe recipe,
        IReadOnlyDictionary<Period, int> positions, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(recipe);
        var breakdowns = plan.Bases[basis].Breakdowns;
        for (var at = 0; at < breakdowns.Count; at++)
        {
            if ((field is null || breakdowns[at].Name == field)
                && (breakdowns[at].Fields.Count == 0 || (breakdowns[at].Fields.Count == 1 && recipe.Measure.HasCellsBy(breakdowns[at].Name))))
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
        var codes = breakdown.Fields.Count == 0 ? WholeOnly : area.Axes.Codes[breakdown.Fields[0]];
        var places = area.Axes.Periods.Select(period => positions.GetValueOrDefault(period, -1)).ToArray();
        Term[] countsRows = [.. recipe.Rows], countsAbsent = [.. recipe.Absent], numerator = [.. recipe.Numerator], denominator = [.. recipe.Denominator], missing = [.. recipe.Missing];
        for (var i = 0; i < block.Cells.Length; i++)
        {
            // Most cells of most measures are empty: these two are asked first, and the rest of an empty cell is not made.
            var values = block.Values.AsSpan(i * counters, counters);
            var (rows, absent) = (Sum(countsRows, values, placed), Sum(countsAbsent, values, placed));
            var position = places[block.Cells[i] / codes.Count];
            if ((rows == 0 && absent == 0) || position < 0)
            {
                continue;
            }

            cells.Add(
                new CellKey(area.Area, position, breakdown.Name, codes[block.Cells[i] % codes.Count]),
                new CellState(
                    Sum(numerator, values, placed), Sum(denominator, values, placed), Sum(missing, values, placed), rows, absent,
                    days.Count > 0 ? DaysOf(days[0], block.Cells[i]) : []));
        }
    }

    private static long Sum(Term[] terms, ReadOnlySpan<long> values, int[] placed)
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
