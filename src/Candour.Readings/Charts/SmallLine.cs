using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>A line without labels; it breaks at a gap, and its latest point is marked.</summary>
internal static class SmallLine
{
    public static void Draw(SvgWriter svg, IReadOnlyList<Figure> points, Scale scale, double left, double wide)
    {
        var run = new List<(double X, double Y)>();
        (double X, double Y)? latest = null;
        for (var i = 0; i <= points.Count; i++)
        {
            if (i < points.Count && points[i] is Figure.Known known)
            {
                latest = (left + (points.Count == 1 ? wide / 2 : wide * i / (points.Count - 1)), scale.At(known.Value));
                run.Add(latest.Value);
                continue;
            }

            if (run.Count > 1)
            {
                svg.Path(ChartClass.Line, run);
            }
            else if (run.Count == 1)
            {
                svg.Circle(ChartClass.Mark, run[0].X, run[0].Y, 1.5);
            }

            run.Clear();
        }

        if (latest is { } end)
        {
            svg.Circle(ChartClass.Mark, end.X, end.Y, 3);
        }
    }
}
