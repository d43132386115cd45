using Candour.Readings;

namespace Candour.Web;

/// <summary>A table of measures: each with its figure here and, if it is given, the one it is read against.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Caption">What the rows have in common.</param>
/// <param name="Here">Heading of the figures.</param>
/// <param name="There">Heading of the figures to read against; empty when there are none.</param>
/// <param name="Rows">In the order of their group.</param>
/// <param name="FullTitles">The rows are not of one group, so their titles say everything.</param>
public sealed record MeasureTable(
    string Id, string Caption, string Here, string There, IReadOnlyList<MeasureRow> Rows, bool FullTitles = false);

/// <summary>One measure of the table.</summary>
public sealed record MeasureRow(Reading Here, Reading? There = null);
