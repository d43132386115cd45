namespace Candour.Readings.Charts;

/// <summary>
/// The table beside a chart, column by column. A column that would be empty is left out; a cell that has nothing to say
/// holds a dash.
/// </summary>
internal static class TableOf
{
    private const string Nothing = "\u2013";

    public static ChartTable Columns(
        string caption, IReadOnlyList<string> rows, string rowHeading, params IReadOnlyList<FurtherColumn> columns)
    {
        var cells = columns.Select(column => (Column: column, Cells: Enumerable.Range(0, rows.Count).Select(column.Cell).ToArray()))
            .Where(column => column.Cells.Any(cell => cell.Length > 0)).ToArray();
        return new ChartTable(
            caption,
            [new ChartColumn(rowHeading, false), .. cells.Select(one => new ChartColumn(one.Column.Heading, one.Column.Numeric))],
            [
                .. rows.Select((label, row) => (IReadOnlyList<string>)
                    [label, .. cells.Select(one => one.Cells[row].Length > 0 ? one.Cells[row] : Nothing)]),
            ]);
    }
}

/// <param name="Heading">What the column holds.</param>
/// <param name="Cell">What it says in a row; empty for nothing.</param>
/// <param name="Numeric">Numbers are set to the right.</param>
internal sealed record FurtherColumn(string Heading, Func<int, string> Cell, bool Numeric = true);
