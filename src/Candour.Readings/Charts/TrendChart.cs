namespace Candour.Readings.Charts;

/// <summary>
/// How a figure moved, period by period. The line breaks where there is no number: a line across a gap would claim
/// what nobody knows.
/// </summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message.</param>
/// <param name="Subtitle">What is measured, for whom, over which periods.</param>
/// <param name="Kind">Count, share or days.</param>
/// <param name="Unit">Said on the axis and over the table's column: "Share of outcomes (%)".</param>
/// <param name="Points">At least one, in time order, gaps included.</param>
public sealed record TrendChart(
    string Id,
    string Headline,
    string Subtitle,
    FigureKind Kind,
    string Unit,
    IReadOnlyList<TrendPoint> Points)
{
    public const string ShortFollowUp = "follow-up still short";

    public Chart Draw()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Points.Count);
        var sentence = TrendSentence.Of(this);
        return new Chart(
            Id,
            Headline,
            Subtitle,
            TrendDrawing.Draw(this, ChartSize.Wide, sentence),
            TrendDrawing.Draw(this, ChartSize.Narrow, sentence),
            sentence,
            Table());
    }

    private ChartTable Table() => FigureTable.Of(
        $"{Subtitle}: {Unit}",
        "Period",
        Unit,
        [.. Points.Select(point => (point.LongLabel, point.Text(Kind), Note(point)))]);

    private static string Note(TrendPoint point) => string.Join(
        "; ", new[] { point.Hatched ? ShortFollowUp : "", point.Beside }.Where(text => text.Length > 0));
}
