using Candour.Readings.Charts;

namespace Candour.Web;

/// <summary>
/// A table whose rows share remarks: a long remark that stands in several rows is written once below the table, and its rows refer
/// to it by number, as official tables do. What a row alone says stays in the row.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Notes">The remarks, in the order in which rows refer to them; the first is note 1.</param>
public sealed record NotedTable(ChartTable Table, IReadOnlyList<string> Notes)
{
    private const string Between = "; ";

    /// <summary>Shorter remarks are read sooner than a number is looked up.</summary>
    private const int Long = 40;

    /// <summary>In fewer rows a remark is no burden.</summary>
    private const int FewestRows = 3;

    /// <summary>Of a long table it is one row in so many: figures that happen to be alike in some rows are no remark of the table.</summary>
    private const int OneRowIn = 8;

    public static NotedTable Of(ChartTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var words = Enumerable.Range(1, table.Columns.Count - 1).Where(column => !table.Columns[column].Numeric).ToHashSet();
        var notes = table.Rows.SelectMany(row => words.SelectMany(column => row[column].Split(Between)))
            .Where(remark => remark.Length >= Long).GroupBy(remark => remark, StringComparer.Ordinal)
            .Where(same => same.Count() >= Math.Max(FewestRows, table.Rows.Count / OneRowIn)).Select(same => same.Key).ToList();
        return notes.Count == 0 ? new NotedTable(table, []) : new NotedTable(
            table with
            {
                Rows = [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, column) => words.Contains(column) ? Referring(cell) : cell)])],
            },
            notes);

        string Referring(string cell) => string.Join(
            Between, cell.Split(Between).Select(remark => notes.IndexOf(remark) is var at and >= 0 ? $"[note\u00A0{at + 1}]" : remark));
    }
}
