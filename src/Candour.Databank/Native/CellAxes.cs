using Candour.Databank.Columns;
using Candour.Databank.Planning;
using Candour.Kernel;

namespace Candour.Databank.Native;

/// <summary>What the cells of one area are numbered by: shortest periods, then the codes of the breakdown's fields.</summary>
/// <param name="Periods">The shortest periods, in order.</param>
/// <param name="Codes">For each field of any breakdown its codes, the first being the empty text for missing.</param>
public sealed record CellAxes(IReadOnlyList<Period> Periods, IReadOnlyDictionary<string, IReadOnlyList<string>> Codes)
{
    /// <summary>The axes of a plan over some columns.</summary>
    public static CellAxes Of(DatasetPlan plan, EncodedColumns columns, IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(columns);
        return new CellAxes(periods, plan.Bases.SelectMany(basis => basis.Breakdowns).SelectMany(one => one.Fields).Distinct()
            .ToDictionary(field => field, field => columns[field].Values));
    }

    /// <summary>How many cells a breakdown has within one area and period.</summary>
    internal int CodesOf(Breakdown breakdown) => breakdown.Fields.Aggregate(1, (cells, field) => cells * Codes[field].Count);

    /// <summary>How many cells a breakdown has within one area.</summary>
    internal int CellsOf(Breakdown breakdown) => Periods.Count * CodesOf(breakdown);

    /// <summary>The period and the codes of a cell.</summary>
    public (int Period, IReadOnlyList<string> Codes) Name(int cell, Breakdown breakdown)
    {
        ArgumentNullException.ThrowIfNull(breakdown);
        var (period, codes) = Place(cell, breakdown);
        return (period, [.. codes.Select((code, at) => Codes[breakdown.Fields[at]][code])]);
    }

    /// <summary>The same, its codes as numbers.</summary>
    internal (int Period, int[] Codes) Place(int cell, Breakdown breakdown)
    {
        var codes = new int[breakdown.Fields.Count];
        for (var at = codes.Length - 1; at >= 0; at--)
        {
            var count = Codes[breakdown.Fields[at]].Count;
            codes[at] = cell % count;
            cell /= count;
        }

        return (cell, codes);
    }
}
