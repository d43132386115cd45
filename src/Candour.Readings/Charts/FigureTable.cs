namespace Candour.Readings.Charts;

/// <summary>
/// The table of labelled figures that both shapes of chart show. A column that would be empty is left out; a cell that
/// has nothing to say holds a dash.
/// </summary>
internal static class FigureTable
{
    private const string Nothing = "\u2013";

    public static ChartTable Of(
        string caption,
        string labelHeading,
        string unit,
        IReadOnlyList<(string Label, FigureText Figure, string Note)> rows)
    {
        List<(ChartColumn Column, Func<(string Label, FigureText Figure, string Note), string> Cell)> columns =
        [
            (new ChartColumn(labelHeading, false), row => row.Label),
            (new ChartColumn(unit, true), row => row.Figure.Value),
            (new ChartColumn("95% interval", true), row => row.Figure.Interval),
            (new ChartColumn("Calculated from", true), row => row.Figure.Base),
            (new ChartColumn("Note", false), Note),
        ];
        var kept = columns.Where(column => rows.Any(row => column.Cell(row).Length > 0)).ToArray();
        return new ChartTable(
            caption,
            [.. kept.Select(column => column.Column)],
            [.. rows.Select(row => kept.Select(column => Shown(column.Cell(row))).ToArray())]);
    }

    private static string Note((string Label, FigureText Figure, string Note) row) =>
        row.Figure.Reason.Length > 0 && row.Note.Length > 0
            ? $"{row.Figure.Reason}; {row.Note}"
            : row.Figure.Reason + row.Note;

    private static string Shown(string cell) => cell.Length > 0 ? cell : Nothing;
}
