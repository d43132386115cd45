namespace Candour.Readings.Charts;

/// <summary>The frame of a drawing with a number on each axis; both scales hold zero.</summary>
internal sealed class PlotFrame
{
    private const double Right = 14;
    private readonly ChartSize size;
    private readonly ChartKey key;
    private readonly string across;
    private readonly string up;

    public PlotFrame(
        ChartSize size, ChartKey key, (string Title, FigureKind Kind, IEnumerable<double> Values) across,
        (string Title, FigureKind Kind, IEnumerable<double> Values) up)
    {
        (this.size, this.key, this.across, this.up) = (size, key, across.Title, up.Title);
        Top = size.Font + 10 + key.Height + 10;
        Bottom = size.Height + key.Height - size.Font - 14;
        Y = Scale.For(up.Values, up.Kind, Bottom, Top, size.IsNarrow ? 4 : 5);
        var left = Y.Ticks.Max(tick => size.WidthOf(Y.TickText(tick))) + 10;
        X = Scale.For(across.Values, across.Kind, left, size.Width - Right, size.IsNarrow ? 3 : 6);
        Left = left;
    }

    public Scale X { get; }

    public Scale Y { get; }

    public double Left { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double Height => size.Height + key.Height + size.Font + 6;

    public double End => size.Width - Right;

    public void Draw(SvgWriter svg)
    {
        svg.Text(ChartClass.Tick, 0, size.Font, Anchor.Start, size.Font, up);
        key.DrawAt(svg, size.Font + 8);
        foreach (var tick in Y.Ticks)
        {
            var y = Y.At(tick);
            svg.Line(tick == 0 ? ChartClass.Axis : ChartClass.Grid, Left, y, End, y);
            svg.Text(ChartClass.Tick, Left - 8, y + (size.Font * 0.35), Anchor.End, size.Font, Y.TickText(tick));
        }

        var free = 0.0;
        foreach (var tick in X.Ticks)
        {
            var text = X.TickText(tick);
            var half = size.WidthOf(text) / 2;
            var x = Math.Clamp(X.At(tick), half, size.Width - half);
            svg.Line(ChartClass.Axis, X.At(tick), Bottom, X.At(tick), Bottom + 4);
            if (x - half >= free)
            {
                svg.Text(ChartClass.Tick, x, Bottom + size.Font + 6, Anchor.Middle, size.Font, text);
                free = x + half + 8;
            }
        }

        svg.Text(
            ChartClass.Tick, (Left + End) / 2, Bottom + (2 * size.Font) + 12, Anchor.Middle, size.Font, across);
    }
}
