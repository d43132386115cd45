namespace Candour.Readings.Charts;

/// <summary>The table of labelled figures: value, interval, base, whatever else the chart shows, and a note.</summary>
internal static class FigureTable
{
    public static ChartTable Of(
        string caption,
        string labelHeading,
        string unit,
        IReadOnlyList<(string Label, FigureText Figure, string Note)> rows,
        params IReadOnlyList<FurtherColumn> further) => TableOf.Columns(
            caption,
            [.. rows.Select(row => row.Label)],
            labelHeading,
            [
                new(unit, row => rows[row].Figure.Value),
                new("95% interval", row => rows[row].Figure.Interval),
                new("Calculated from", row => rows[row].Figure.Base),
                .. further,
                new("Note", row => Note(rows[row].Figure, rows[row].Note), false),
            ]);

    private static string Note(FigureText figure, string note) => figure.Reason.Length > 0 && note.Length > 0
        ? $"{figure.Reason}; {note}"
        : figure.Reason + note;
}
