using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>Draws an <see cref="IntervalChart"/> in one size.</summary>
internal sealed class IntervalDrawing
{
    private readonly IntervalChart chart;
    private readonly ChartSize size;
    private readonly RowFrame frame;

    private IntervalDrawing(IntervalChart chart, ChartSize size)
    {
        (this.chart, this.size) = (chart, size);
        var values = chart.Rows.Select(row => row.Figure).OfType<Figure.Known>().Append(chart.Reference?.Figure)
            .OfType<Figure.Known>().SelectMany(known => new[] { known.Value, known.Lower, known.Upper });
        frame = new RowFrame(
            size, chart.Unit, chart.Kind,
            [.. chart.Rows.Select(row => new FramedRow(row.Label, Label(row), row.Emphasised))], values,
            chart.Reference is null ? 0 : size.Font + 8);
    }

    public static SvgDocument Draw(IntervalChart chart, ChartSize size, string sentence)
    {
        var drawing = new IntervalDrawing(chart, size);
        var svg = new SvgWriter(
            $"{chart.Id}-{size.Name}",
            size.Classes,
            size.Width,
            drawing.frame.Height,
            chart.Headline,
            $"{chart.Subtitle}. {sentence}");
        drawing.frame.DrawScale(svg);
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

    private void DrawReference(SvgWriter svg)
    {
        if (chart.Reference is not { } line)
        {
            return;
        }

        var x = frame.Scale.At(line.Figure.Value);
        var text = $"{line.Label}: {NumberText.Of(line.Figure.Value, chart.Kind)}";
        var half = size.WidthOf(text) / 2;
        var at = Math.Clamp(x, Math.Min(half, size.Width / 2), Math.Max(size.Width - half, size.Width / 2));
        svg.Text(ChartClass.ReferenceText, at, (2 * size.Font) + 8, Anchor.Middle, size.Font, text);
        svg.Line(ChartClass.Reference, x, frame.Top, x, frame.Bottom);
    }

    private void DrawRow(SvgWriter svg, int index)
    {
        var row = chart.Rows[index];
        frame.DrawNames(svg, index);
        if (row.Figure is Figure.Known known)
        {
            DrawKnown(svg, known, frame.Y(index), row.Emphasised);
        }
        else
        {
            svg.Cross(frame.Scale.At(0) + 10, frame.Y(index));
        }
    }

    private void DrawKnown(SvgWriter svg, Figure.Known known, double y, bool emphasised)
    {
        if (chart.Kind != FigureKind.Count)
        {
            var (from, to) = (frame.Scale.At(known.Lower), frame.Scale.At(known.Upper));
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

        svg.Circle(ChartClass.Mark, frame.Scale.At(known.Value), y, emphasised ? 6 : 4);
    }
}
