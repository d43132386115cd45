using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Charts;

/// <summary>Draws a <see cref="TrendChart"/> in one size.</summary>
internal sealed class TrendDrawing
{
    private const double Right = 12;
    private readonly TrendChart chart;
    private readonly ChartSize size;
    private readonly ChartKey key;
    private readonly Scale scale;
    private readonly double left;
    private readonly double top;
    private readonly double bottom;
    private readonly double pace;
    private readonly TrendLimits limits;

    private TrendDrawing(TrendChart chart, ChartSize size)
    {
        (this.chart, this.size) = (chart, size);
        key = Key();
        top = size.Font + 10 + key.Height + 10;
        bottom = size.Height + key.Height - size.Font - 14;
        var values = chart.Points.Select(point => point.Figure).OfType<Figure.Known>()
            .SelectMany(known => chart.HasLimits ? [known.Value] : new[] { known.Value, known.Lower, known.Upper })
            .Concat(chart.Points.Select(point => point.Control?.Limits).OfType<ChartLimits>()
                .SelectMany(limits => new[] { chart.Shown(limits.Lower), chart.Shown(limits.Upper) }));
        scale = Scale.For(values, chart.Kind, bottom, top, size.IsNarrow ? 4 : 5);
        left = scale.Ticks.Max(tick => size.WidthOf(scale.TickText(tick))) + 10;
        pace = (size.Width - Right - left) / chart.Points.Count;
        limits = new TrendLimits(chart, X, scale, pace, top, bottom);
    }

    public static SvgDocument Draw(TrendChart chart, ChartSize size, string sentence)
    {
        var drawing = new TrendDrawing(chart, size);
        var svg = new SvgWriter(
            $"{chart.Id}-{size.Name}",
            drawing.size.Classes,
            size.Width,
            size.Height + drawing.key.Height,
            chart.Headline,
            $"{chart.Subtitle}. {sentence}");
        drawing.DrawScale(svg);
        drawing.DrawGaps(svg);
        drawing.DrawPeriods(svg);
        drawing.limits.Draw(svg);
        foreach (var run in drawing.Runs())
        {
            if (!chart.HasLimits)
            {
                drawing.DrawInterval(svg, run);
            }

            drawing.DrawLine(svg, run);
        }

        drawing.DrawLatest(svg);
        return svg.Finish();
    }

    private double X(int index) => left + ((index + 0.5) * pace);

    private Figure.Known? Known(int index) => chart.Points[index].Figure as Figure.Known;

    private ChartKey Key()
    {
        var made = new ChartKey(size);
        made.Add(HasIntervals, "95% interval", (svg, x, y) =>
        {
            svg.Rectangle(ChartClass.Band, x - 9, y - 6, 18, 12);
            svg.Line(ChartClass.Edge, x - 9, y - 6, x + 9, y - 6);
            svg.Line(ChartClass.Edge, x - 9, y + 6, x + 9, y + 6);
        });
        TrendLimits.AddTo(made, chart);
        made.Add(
            chart.Points.Any(point => point.Hatched && point.Figure is Figure.Known),
            "Follow-up still short",
            (svg, x, y) => svg.Circle(ChartClass.HatchedMark, x, y, 4.5));
        made.Add(
            chart.Points.Any(point => point.Figure is not Figure.Known),
            "No number",
            (svg, x, y) =>
            {
                svg.Rectangle(ChartClass.Gap, x - 9, y - 9, 18, 18);
                svg.Cross(x, y);
            });
        return made;
    }

    private bool HasIntervals =>
        !chart.HasLimits && chart.Kind != FigureKind.Count && chart.Points.Any(point => point.Figure is Figure.Known);

    private void DrawScale(SvgWriter svg)
    {
        svg.Text(ChartClass.Tick, 0, size.Font, Anchor.Start, size.Font, chart.Unit);
        key.DrawAt(svg, size.Font + 8);
        foreach (var tick in scale.Ticks)
        {
            var y = scale.At(tick);
            svg.Line(tick == 0 ? ChartClass.Axis : ChartClass.Grid, left, y, size.Width - Right, y);
            svg.Text(ChartClass.Tick, left - 8, y + (size.Font * 0.35), Anchor.End, size.Font, scale.TickText(tick));
        }
    }

    private void DrawGaps(SvgWriter svg)
    {
        for (var i = 0; i < chart.Points.Count; i++)
        {
            if (Known(i) is null)
            {
                svg.Rectangle(ChartClass.Gap, X(i) - (pace / 2), top, pace, bottom - top);
                svg.Cross(X(i), bottom - 12, Math.Min(4, pace / 3));
            }
        }
    }

    /// <summary>As many periods as stand apart, at most eight, the latest always among them.</summary>
    private void DrawPeriods(SvgWriter svg)
    {
        var widest = chart.Points.Max(point => size.WidthOf(point.ShortLabel)) + 10;
        var most = Math.Clamp((int)((size.Width - Right - left) / widest), 1, 8);
        var every = (chart.Points.Count + most - 1) / most;
        var free = size.Width;
        for (var i = chart.Points.Count - 1; i >= 0; i -= every)
        {
            var label = chart.Points[i].ShortLabel;
            var half = size.WidthOf(label) / 2;
            var x = Math.Clamp(X(i), Math.Min(half, size.Width / 2), Math.Max(size.Width - half, size.Width / 2));
            if (x + half > free)
            {
                continue;
            }

            free = x - half - 8;
            svg.Line(ChartClass.Axis, X(i), bottom, X(i), bottom + 4);
            svg.Text(ChartClass.Tick, x, bottom + size.Font + 6, Anchor.Middle, size.Font, label);
        }
    }

    /// <summary>Neighbouring periods that all have a number under one definition; a gap ends one run and the next begins
    /// after it.</summary>
    private List<List<int>> Runs()
    {
        var runs = new List<List<int>>();
        for (var i = 0; i < chart.Points.Count; i++)
        {
            if (Known(i) is null)
            {
                continue;
            }

            if (i == 0 || Known(i - 1) is null || chart.Points[i].BreakBefore.Length > 0)
            {
                runs.Add([]);
            }

            runs[^1].Add(i);
        }

        return runs;
    }

    private void DrawInterval(SvgWriter svg, List<int> run)
    {
        if (chart.Kind == FigureKind.Count)
        {
            return;
        }

        var lower = run.Select(i => (X(i), scale.At(Known(i)!.Lower))).ToArray();
        var upper = run.Select(i => (X(i), scale.At(Known(i)!.Upper))).ToArray();
        if (run.Count == 1)
        {
            svg.Line(ChartClass.Interval, lower[0].Item1, lower[0].Item2, upper[0].Item1, upper[0].Item2);
            svg.Line(ChartClass.Interval, lower[0].Item1 - 5, lower[0].Item2, lower[0].Item1 + 5, lower[0].Item2);
            svg.Line(ChartClass.Interval, upper[0].Item1 - 5, upper[0].Item2, upper[0].Item1 + 5, upper[0].Item2);
            return;
        }

        svg.Path(ChartClass.Band, upper.Concat(lower.Reverse()), closed: true);
        svg.Path(ChartClass.Edge, upper);
        svg.Path(ChartClass.Edge, lower);
    }

    private void DrawLine(SvgWriter svg, List<int> run)
    {
        // Stretches of one style: broken where either end's follow-up is still short.
        var start = 0;
        for (var i = 1; i < run.Count; i++)
        {
            var last = i == run.Count - 1;
            if (last || IsBroken(i) != IsBroken(i + 1))
            {
                svg.Path(
                    IsBroken(i) ? ChartClass.HatchedLine : ChartClass.Line,
                    run.GetRange(start, i - start + 1).Select(index => (X(index), scale.At(Known(index)!.Value))));
                start = i;
            }
        }

        foreach (var index in run)
        {
            DrawMark(svg, chart.Points[index], X(index), scale.At(Known(index)!.Value));
        }

        bool IsBroken(int i) => chart.Points[run[i]].Hatched || chart.Points[run[i - 1]].Hatched;
    }

    /// <summary>Shape says what the point is: a diamond stands out, a square is set aside, hollow is still to settle.</summary>
    private void DrawMark(SvgWriter svg, TrendPoint point, double x, double y)
    {
        if (point.GhostedBecause.Length > 0)
        {
            svg.Rectangle(ChartClass.GhostMark, x - 4, y - 4, 8, 8);
        }
        else if (point.Hatched)
        {
            svg.Circle(ChartClass.HatchedMark, x, y, 4.5);
        }
        else if (point.Control is { StandsOut: true })
        {
            svg.Diamond(ChartClass.SignalMark, x, y, 6.5);
        }
        else
        {
            svg.Circle(ChartClass.Mark, x, y, Math.Clamp(pace / 5, 2, 4));
        }
    }

    /// <summary>The latest number is written beside its point; every other one stands in the table.</summary>
    private void DrawLatest(SvgWriter svg)
    {
        var index = chart.Points.Count - 1;
        while (index >= 0 && Known(index) is null)
        {
            index--;
        }

        if (index < 0)
        {
            return;
        }

        var known = Known(index)!;
        var text = NumberText.Of(known.Value, chart.Kind);

        // Its letters are bold, and so a little wider than those that are measured.
        var half = (size.WidthOf(text) / 2) + 4;
        var x = Math.Clamp(X(index), half, Math.Max(half, size.Width - half));
        svg.Text(ChartClass.Strong, x, LatestBaseline(index, known), Anchor.Middle, size.Font, text);
    }

    /// <summary>On the side that the line does not come from: below the point when it fell, if there is room.</summary>
    private double LatestBaseline(int index, Figure.Known known)
    {
        var below = scale.At(chart.HasLimits ? known.Value : Math.Min(known.Lower, known.Value)) + size.Font + 6;
        var fell = index > 0 && Known(index - 1) is { } before && before.Value > known.Value;
        return fell && below < bottom - 4
            ? below
            : Math.Max(scale.At(chart.HasLimits ? known.Value : Math.Max(known.Upper, known.Value)) - 9, size.Font);
    }
}
