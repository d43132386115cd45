using System.Numerics;
using Candour.Databank.Columns;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Databank.Native;

/// <summary>
/// The identifiers that one measure counts, by area and shortest period: how many different ones there are in any areas
/// and periods together is never a sum, so it is asked of these.
/// </summary>
public sealed class DistinctIndex
{
    private readonly Dictionary<string, (int[] Starts, int[] Identifiers)> byArea;
    private readonly Dictionary<Period, int> positions;
    private readonly int codes;

    private DistinctIndex(Dictionary<string, (int[] Starts, int[] Identifiers)> byArea, IReadOnlyList<Period> periods, int codes)
    {
        (this.byArea, this.codes) = (byArea, codes);
        positions = periods.Select((period, at) => (period, at)).ToDictionary(pair => pair.period, pair => pair.at);
    }

    /// <summary>How many identifiers are kept: of every row that is counted one.</summary>
    public long Size => byArea.Values.Sum(area => (long)area.Identifiers.Length);

    /// <summary>Looks at every row once.</summary>
    /// <param name="measure">A measure of different identifiers, narrowed by whatever is asked, without breakdowns.</param>
    /// <param name="columns">The rows of the dataset.</param>
    /// <param name="periods">The shortest periods that any area has data for.</param>
    /// <param name="catalogue">The definitions.</param>
    /// <returns>The index; a refusal where there are more cells than can be kept.</returns>
    public static Result<DistinctIndex> Of(Measure measure, EncodedColumns columns, IReadOnlyList<Period> periods, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(catalogue);
        var plan = PlanCompiling.Compile(columns.Dataset, [measure], catalogue);
        var axes = CellAxes.Of(plan, columns, periods);
        return Limits.Of(plan, columns, axes) is { } refusal ? refusal : Of(BoundPlan.Bind(plan, columns, axes, catalogue), periods);
    }

    /// <summary>How many different identifiers some areas and shortest periods hold.</summary>
    public int Count(IEnumerable<string> areas, IEnumerable<Period> periods)
    {
        var asked = periods.Where(positions.ContainsKey).Select(period => positions[period]).ToList();
        var seen = new ulong[(codes + 63) / 64];
        foreach (var (starts, identifiers) in areas.Distinct().Where(byArea.ContainsKey).Select(area => byArea[area]))
        {
            foreach (var period in asked)
            {
                foreach (var identifier in identifiers.AsSpan(starts[period]..starts[period + 1]))
                {
                    seen[identifier / 64] |= 1UL << (identifier % 64);
                }
            }
        }

        return seen.Sum(BitOperations.PopCount);
    }

    private static DistinctIndex Of(BoundPlan plan, IReadOnlyList<Period> periods)
    {
        var basis = plan.Bases[0];
        var identifier = plan.Columns[basis.Plan.Distinct[0].Identifier].Codes;
        var (counts, _) = NativeEngine.OfThisMachine.Pass(plan, [.. Enumerable.Range(0, plan.Columns.Areas.Count)]);
        return new DistinctIndex(
            plan.Columns.Areas.Select((area, at) => (area, at)).ToDictionary(
                pair => pair.area, pair => ByPeriod(counts[pair.at][0].DistinctRows[0].ToArray(), basis, identifier, periods.Count)),
            periods, identifier.Codes);
    }

    private static (int[] Starts, int[] Identifiers) ByPeriod(int[] rows, BoundBasis basis, PackedColumn identifier, int periods)
    {
        var placed = new int[rows.Length];
        basis.PeriodColumn.MapAt(rows, basis.Periods, placed);
        var starts = GroupStarts.Of(placed, periods);
        var (next, identifiers) = (starts.ToArray(), new int[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            identifiers[next[placed[i]]++] = identifier[rows[i]];
        }

        return (starts, identifiers);
    }
}
