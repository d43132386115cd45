namespace Candour.Readings.Charts;

/// <summary>The table beside a chart. The first cell of each row is the row's header.</summary>
/// <param name="Caption">What the table holds.</param>
/// <param name="Columns">Headings, in order.</param>
/// <param name="Rows">Cells as they are shown; as many as there are columns, none blank.</param>
public sealed record ChartTable(
    string Caption,
    IReadOnlyList<ChartColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows);

/// <param name="Heading">What the column holds.</param>
/// <param name="Numeric">Numbers are set to the right.</param>
public sealed record ChartColumn(string Heading, bool Numeric);
