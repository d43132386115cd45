using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Kernel;

namespace Candour.Databank.Cells;

/// <summary>
/// The states of one area of the lowest level in one dataset, with all that is needed to tell whether they still hold:
/// what they were made of. The unit of a refresh.
/// </summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Area">The area.</param>
/// <param name="DataClass">Whether its rows are public, synthetic or confidential.</param>
/// <param name="Submissions">The submissions that hold rows of the area.</param>
/// <param name="Covered">The shortest periods for which the area has data: any other is a gap.</param>
/// <param name="Axes">What the cells are numbered by.</param>
/// <param name="States">The states, by basis.</param>
public sealed record AreaCells(
    string Dataset,
    string Area,
    string DataClass,
    IReadOnlyList<ContentHash> Submissions,
    IReadOnlyList<Period> Covered,
    CellAxes Axes,
    IReadOnlyList<BasisStates> States)
{
    /// <summary>The cells of one measure over some areas; what no area covers is a gap.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="plan">The plan the states were made by.</param>
    /// <param name="areas">The states of the areas.</param>
    /// <param name="field">The one breakdown that is asked for, empty for the whole; all of them when none is named.</param>
    public static CellTable TableOf(string measure, DatasetPlan plan, IReadOnlyList<AreaCells> areas, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(areas);
        var (basis, recipe) = plan.Bases.SelectMany((one, at) => one.Recipes.Select(recipe => (at, recipe)))
            .First(pair => pair.recipe.Measure.Id == measure);
        var periods = areas.SelectMany(area => area.Covered).Distinct().Order().ToList();
        var positions = periods.Select((period, at) => (period, at)).ToDictionary(pair => pair.period, pair => pair.at);
        var covered = areas.SelectMany(area => area.Covered.Select(period => (area.Area, positions[period]))).ToHashSet();
        var cells = new Dictionary<CellKey, CellState>();
        foreach (var area in areas)
        {
            MeasureCells.AddTo(cells, area, plan, basis, recipe, positions, field);

            // The others hold about as many as the first.
            cells.EnsureCapacity(ReferenceEquals(area, areas[0]) ? cells.Count * areas.Count : 0);
        }

        return new CellTable(periods, covered, cells);
    }
}
