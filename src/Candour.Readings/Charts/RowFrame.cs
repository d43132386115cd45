namespace Candour.Readings.Charts;

/// <param name="Name">Wrapped, never cut.</param>
/// <param name="Label">Its numbers as they are written beside it.</param>
/// <param name="Emphasised">The row the reader came for.</param>
internal sealed record FramedRow(string Name, string Label, bool Emphasised);

/// <summary>
/// The frame of a drawing with one row a thing: names to the left and numbers to the right when there is room, else both
/// above the marks; a scale over them, and under them too when they are many.
/// </summary>
internal sealed class RowFrame
{
    private const int TallFrom = 15;
    private const double Edge = 12;
    private readonly ChartSize size;
    private readonly string unit;
    private readonly IReadOnlyList<FramedRow> rows;
    private readonly IReadOnlyList<IReadOnlyList<string>> names;
    private readonly double[] rowTops;

    /// <summary>A frame whose scale holds the values. The head is room between the unit and the scale, for a key or a
    /// reference.</summary>
    public RowFrame(
        ChartSize size, string unit, FigureKind kind, IReadOnlyList<FramedRow> rows, IEnumerable<double> values, double head)
    {
        (this.size, this.unit, this.rows) = (size, unit, rows);
        var widest = rows.Max(row => size.WidthOf(row.Label));
        var nameWidth = size.IsNarrow
            ? size.Width - widest - 20
            : Math.Min(230, rows.Max(row => size.WidthOf(row.Name)) + 12);
        names = [.. rows.Select(row => size.Wrap(row.Name, nameWidth))];
        Top = ((size.Font + 8) * 2) + head + 10;
        rowTops = new double[rows.Count + 1];
        rowTops[0] = Top;
        for (var i = 0; i < rows.Count; i++)
        {
            rowTops[i + 1] = rowTops[i] + (names[i].Count * (size.Font + 3)) + (size.IsNarrow ? 24 : 9);
        }

        Scale = Scale.For(
            values, kind, size.IsNarrow ? Edge : nameWidth + 12, size.IsNarrow ? size.Width - Edge : size.Width - widest - 16,
            size.IsNarrow ? 4 : 5);
    }

    public Scale Scale { get; }

    public double Top { get; }

    public double Bottom => rowTops[^1];

    public double Height => Bottom + (rows.Count >= TallFrom ? size.Font + 14 : 8);

    /// <summary>Where the marks of a row lie.</summary>
    public double Y(int row) => size.IsNarrow ? rowTops[row + 1] - 9 : FirstBaseline(row) - (size.Font * 0.35);

    public void DrawScale(SvgWriter svg)
    {
        svg.Text(ChartClass.Tick, 0, size.Font, Anchor.Start, size.Font, unit);
        foreach (var tick in Scale.Ticks)
        {
            var x = Scale.At(tick);
            svg.Line(tick == 0 ? ChartClass.Axis : ChartClass.Grid, x, Top, x, Bottom);
            Tick(svg, tick, Top - 6);
            if (rows.Count >= TallFrom)
            {
                Tick(svg, tick, Bottom + size.Font + 4);
            }
        }
    }

    public void DrawNames(SvgWriter svg, int row)
    {
        var classes = rows[row].Emphasised ? ChartClass.Strong : ChartClass.Text;
        for (var i = 0; i < names[row].Count; i++)
        {
            svg.Text(classes, 0, FirstBaseline(row) + (i * (size.Font + 3)), Anchor.Start, size.Font, names[row][i]);
        }

        svg.Text(classes, size.Width, FirstBaseline(row), Anchor.End, size.Font, rows[row].Label);
    }

    private double FirstBaseline(int row) => rowTops[row] + size.Font + 3 + (size.IsNarrow ? 3 : 1);

    private void Tick(SvgWriter svg, double tick, double y)
    {
        var text = Scale.TickText(tick);
        var half = size.WidthOf(text) / 2;
        svg.Text(
            ChartClass.Tick, Math.Clamp(Scale.At(tick), half, size.Width - half), y, Anchor.Middle, size.Font, text);
    }
}
