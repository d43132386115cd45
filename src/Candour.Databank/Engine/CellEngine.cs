using Candour.Databank.Cells;
using Candour.Databank.Planning;
using Candour.Kernel;

namespace Candour.Databank.Engine;

/// <summary>
/// Computes the cells of one measure: one pass over the rows, one update a row and breakdown. States only; intervals and
/// quantiles are made of them later.
/// </summary>
public static class CellEngine
{
    /// <summary>
    /// The cells for every area of the lowest level, every shortest period and every code of each breakdown field.
    /// Cells that no row reached are left out.
    /// </summary>
    public static Dictionary<CellKey, CellState> Compute(
        PlannedMeasure plan, EncodedRows rows, IReadOnlyList<Period> periods, IReadOnlyList<string> breakdowns)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(breakdowns);
        var reader = new RowReader(plan, rows, periods);
        var cells = new Dictionary<CellKey, CellState>();
        foreach (var field in breakdowns.Prepend(""))
        {
            Accumulate(reader, rows, field, cells);
        }

        return cells;
    }

    private static void Accumulate(
        RowReader reader, EncodedRows rows, string field, Dictionary<CellKey, CellState> cells)
    {
        var areas = rows.Dictionary(rows.Dataset.AreaField.Id);
        var areaColumn = rows.Column(rows.Dataset.AreaField.Id);
        var codes = field.Length == 0 ? [""] : rows.Dictionary(field);
        var codeColumn = field.Length == 0 ? default : rows.Column(field);
        var sums = new StateSum?[areas.Count * reader.PeriodCount * codes.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            if (!reader.Read(row, out var period, out var part))
            {
                continue;
            }

            var code = codeColumn.IsEmpty ? 0 : codeColumn[row];
            var sum = sums[(((areaColumn[row] * reader.PeriodCount) + period) * codes.Count) + code] ??= new StateSum();
            Add(sum, part);
        }

        for (var at = 0; at < sums.Length; at++)
        {
            if (sums[at] is { } sum)
            {
                var key = new CellKey(
                    areas[at / codes.Count / reader.PeriodCount], at / codes.Count % reader.PeriodCount, field,
                    codes[at % codes.Count]);
                cells.Add(key, sum.ToState());
            }
        }
    }

    private static void Add(StateSum sum, RowPart part)
    {
        if (part.IsAbsent)
        {
            sum.AddAbsent();
            return;
        }

        sum.Add(part.Numerator, part.Denominator, part.Missing);
        if (part.Day >= 0)
        {
            sum.AddDay(part.Day, part.Numerator, part.Denominator - part.Numerator);
        }
    }
}
