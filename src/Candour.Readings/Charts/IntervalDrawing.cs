using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>
/// Draws an <see cref="IntervalChart"/> in one size: names to the left and numbers to the right when there is room,
/// else both above the interval.
/// </summary>
internal sealed class IntervalDrawing
{
    private const int TallFrom = 15;
    private const double Edge = 12;
    private readonly IntervalChart chart;
    private readonly ChartSize size;
    private readonly IReadOnlyList<IReadOnlyList<string>> names;
    private readonly Scale scale;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double[] rowTops;

    private IntervalDrawing(IntervalChart chart, ChartSize size)
    {
        (this.chart, this.size) = (chart, size);
        var nameWidth = size.IsNarrow
            ? size.Width - chart.Rows.Max(row => size.WidthOf(Label(row))) - 20
            : Math.Min(230, chart.Rows.Max(row => size.WidthOf(row.Label)) + 12);
        names = [.. chart.Rows.Select(row => size.Wrap(row.Label, nameWidth))];
        left = size.IsNarrow ? Edge : nameWidth + 12;
        right = size.IsNarrow
            ? size.Width - Edge
            : size.Width - chart.Rows.Max(row => size.WidthOf(Label(row))) - 16;
        top = ((size.Font + 8) * (chart.Reference is null ? 2 : 3)) + 10;
        rowTops = new double[chart.Rows.Count + 1];
        rowTops[0] = top;
        for (var i = 0; i < chart.Rows.Count; i++)
        {
            rowTops[i + 1] = rowTops[i] + RowHeight(i);
        }

        var values = chart.Rows.Select(row => row.Figure).OfType<Figure.Known>().Append(chart.Reference?.Figure)
            .OfType<Figure.Known>().SelectMany(known => new[] { known.Value, known.Lower, known.Upper });
        scale = Scale.For(values, chart.Kind, left, right, size.IsNarrow ? 4 : 5);
    }

    private double Bottom => rowTops[^1];

    private double Height => Bottom + (chart.Rows.Count >= TallFrom ? size.Font + 14 : 8);

    public static SvgDocument Draw(IntervalChart chart, ChartSize size, string sentence)
    {
        var drawing = new IntervalDrawing(chart, size);
        using var svg = new SvgWriter(
            $"{chart.Id}-{size.Name}",
            size.Classes,
            size.Width,
            drawing.Height,
            chart.Headline,
            $"{chart.Subtitle}. {sentence}");
        drawing.DrawScale(svg);
        drawing.DrawReference(svg);
        for (var i = 0; i < chart.Rows.Count; i++)
        {
            drawing.DrawRow(svg, i);
        }

        return svg.Finish();
    }

    /// <summary>The narrow drawing leaves the interval's numbers to the table.</summary>
    private string Label(IntervalRow row)
    {
        var text = row.Text(chart.Kind);
        return size.IsNarrow || text.Interval.Length == 0 ? text.Value : $"{text.Value} ({text.Interval})";
    }

    private double RowHeight(int index) =>
        (names[index].Count * (size.Font + 3)) + (size.IsNarrow ? 24 : 9);

    private void DrawScale(SvgWriter svg)
    {
        svg.Text(ChartClass.Tick, 0, size.Font, Anchor.Start, size.Font, chart.Unit);
        foreach (var tick in scale.Ticks)
        {
            var x = scale.At(tick);
            svg.Line(tick == 0 ? ChartClass.Axis : ChartClass.Grid, x, top, x, Bottom);
            Tick(svg, tick, top - 6);
            if (chart.Rows.Count >= TallFrom)
            {
                Tick(svg, tick, Bottom + size.Font + 4);
            }
        }
    }

    private void Tick(SvgWriter svg, double tick, double y)
    {
        var text = scale.TickText(tick);
        var half = size.WidthOf(text) / 2;
        var x = Math.Clamp(scale.At(tick), half, size.Width - half);
        svg.Text(ChartClass.Tick, x, y, Anchor.Middle, size.Font, text);
    }

    private void DrawReference(SvgWriter svg)
    {
        if (chart.Reference is not { } line)
        {
            return;
        }

        var x = scale.At(line.Figure.Value);
        var text = $"{line.Label}: {NumberText.Of(line.Figure.Value, chart.Kind)}";
        var half = size.WidthOf(text) / 2;
        var at = Math.Clamp(x, Math.Min(half, size.Width / 2), Math.Max(size.Width - half, size.Width / 2));
        svg.Text(ChartClass.ReferenceText, at, (2 * size.Font) + 8, Anchor.Middle, size.Font, text);
        svg.Line(ChartClass.Reference, x, top, x, Bottom);
    }

    private void DrawRow(SvgWriter svg, int index)
    {
        var row = chart.Rows[index];
        var classes = row.Emphasised ? ChartClass.Strong : ChartClass.Text;
        for (var i = 0; i < names[index].Count; i++)
        {
            var baseline = rowTops[index] + ((i + 1) * (size.Font + 3)) + (size.IsNarrow ? 3 : 1);
            svg.Text(classes, 0, baseline, Anchor.Start, size.Font, names[index][i]);
        }

        var first = rowTops[index] + size.Font + 3 + (size.IsNarrow ? 3 : 1);
        svg.Text(classes, size.Width, first, Anchor.End, size.Font, Label(row));
        var y = size.IsNarrow ? rowTops[index + 1] - 9 : first - (size.Font * 0.35);
        if (row.Figure is Figure.Known known)
        {
            DrawKnown(svg, known, y, row.Emphasised);
        }
        else
        {
            svg.Cross(scale.At(0) + 10, y);
        }
    }

    private void DrawKnown(SvgWriter svg, Figure.Known known, double y, bool emphasised)
    {
        if (chart.Kind != FigureKind.Count)
        {
            var (from, to) = (scale.At(known.Lower), scale.At(known.Upper));
            svg.Line(ChartClass.Interval, from, y, to, y);
            svg.Line(ChartClass.Interval, from, y - 4, from, y + 4);
            if (double.IsPositiveInfinity(known.Upper))
            {
                // The data do not reach the upper end: the line runs to the edge and points on.
                svg.Path(ChartClass.Interval, [(to - 6, y - 5), (to, y), (to - 6, y + 5)]);
            }
            else
            {
                svg.Line(ChartClass.Interval, to, y - 4, to, y + 4);
            }
        }

        svg.Circle(ChartClass.Mark, scale.At(known.Value), y, emphasised ? 6 : 4);
    }
}
