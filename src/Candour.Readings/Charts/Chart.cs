namespace Candour.Readings.Charts;

/// <summary>
/// A chart and everything that stands with it. The table is shown beside the drawing, never hidden: it is the chart
/// for whoever cannot see the drawing, and the proof for whoever can.
/// </summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message, as a heading.</param>
/// <param name="Subtitle">What is measured, for whom and when, and in which unit.</param>
/// <param name="Wide">About 760 pixels wide.</param>
/// <param name="Narrow">About 320 pixels wide, with words of the same size.</param>
/// <param name="Sentence">What the chart shows, generated from the table.</param>
/// <param name="Table">Every number the drawings write as a label.</param>
public sealed record Chart(
    string Id,
    string Headline,
    string Subtitle,
    SvgDocument Wide,
    SvgDocument Narrow,
    string Sentence,
    ChartTable Table);
