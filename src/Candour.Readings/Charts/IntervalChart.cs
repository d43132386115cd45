namespace Candour.Readings.Charts;

/// <summary>
/// Figures side by side with their intervals, in the order given: by name, because an order by value is a league table
/// that small differences would decide.
/// </summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message.</param>
/// <param name="Subtitle">What is measured, for whom, over which period.</param>
/// <param name="Kind">Count, share or days.</param>
/// <param name="Unit">Said on the axis and over the table's column.</param>
/// <param name="RowHeading">What a row is: "Police force".</param>
/// <param name="Rows">At least one.</param>
/// <param name="Reference">Optional line to read the rows against.</param>
/// <param name="Said">The sentence of whoever judged the rows; empty for the plain one.</param>
public sealed record IntervalChart(
    string Id,
    string Headline,
    string Subtitle,
    FigureKind Kind,
    string Unit,
    string RowHeading,
    IReadOnlyList<IntervalRow> Rows,
    IntervalReference? Reference = null,
    string Said = "")
{
    public Chart Draw()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Rows.Count);
        var sentence = Said.Length > 0 ? Said : IntervalSentence.Of(this);
        return new Chart(
            Id,
            Headline,
            Subtitle,
            IntervalDrawing.Draw(this, ChartSize.Wide, sentence),
            IntervalDrawing.Draw(this, ChartSize.Narrow, sentence),
            sentence,
            Table());
    }

    private ChartTable Table()
    {
        var rows = Rows.Select(row => (row.Label, row.Text(Kind), ""));
        if (Reference is { } line)
        {
            rows = rows.Append(
                (line.Label, FigureText.Of(line.Figure, Kind, line.Numerator, line.Denominator), "the dashed line"));
        }

        return FigureTable.Of($"{Subtitle}: {Unit}", RowHeading, Unit, [.. rows]);
    }
}
