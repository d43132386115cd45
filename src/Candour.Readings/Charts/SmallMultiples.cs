using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>One small drawing: a series with a name.</summary>
/// <param name="Name">Over the drawing.</param>
/// <param name="Points">In time order, as many as in every other; no number is a gap.</param>
public sealed record SmallSeries(string Name, IReadOnlyList<Figure> Points);

/// <summary>The same measure for several areas or parts, each in a drawing of its own, all on one scale.</summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message.</param>
/// <param name="Subtitle">What is measured, over which periods.</param>
/// <param name="Kind">Count, share or days.</param>
/// <param name="Unit">Said over the drawings.</param>
/// <param name="RowHeading">What a series is.</param>
/// <param name="Periods">The names of the points.</param>
/// <param name="Series">At least one, in the order given.</param>
public sealed record SmallMultiples(
    string Id,
    string Headline,
    string Subtitle,
    FigureKind Kind,
    string Unit,
    string RowHeading,
    IReadOnlyList<string> Periods,
    IReadOnlyList<SmallSeries> Series)
{
    private const double Tall = 70;

    public Chart Draw()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Series.Count);
        ArgumentOutOfRangeException.ThrowIfZero(Periods.Count);
        var sentence = Sentence();
        return new Chart(
            Id, Headline, Subtitle, Draw(ChartSize.Wide, sentence), Draw(ChartSize.Narrow, sentence), sentence,
            TableOf.Columns(
                $"{Subtitle}: {Unit}",
                [.. Series.Select(series => series.Name)],
                RowHeading,
                [.. Periods.Select((period, i) => new FurtherColumn(period, row => Said(Series[row].Points[i])))]));
    }

    private string Said(Figure figure) => FigureText.Of(figure, Kind).Value;

    private string Sentence()
    {
        var known = Series.SelectMany(series => series.Points).OfType<Figure.Known>().ToArray();
        var missing = Series.Sum(series => series.Points.Count) - known.Length;
        return known.Length == 0
            ? "None of the series has a number."
            : $"{Series.Count} series on one scale, from {NumberText.Of(known.Min(one => one.Value), Kind)} to "
                + $"{NumberText.Of(known.Max(one => one.Value), Kind)}. Each is read by itself: side by side, small series "
                + "differ by chance." + (missing > 0 ? $" {NumberText.Count(missing)} points have no number." : "");
    }

    private SvgDocument Draw(ChartSize size, string sentence)
    {
        var columns = size.IsNarrow ? 2 : 4;
        var names = Series.Select(series => size.Wrap(series.Name, (size.Width / columns) - 14)).ToArray();
        var head = (names.Max(name => name.Count) * (size.Font + 3)) + 4;
        var wide = size.Width / columns;
        var high = head + Tall + size.Font + 18;
        var rows = (Series.Count + columns - 1) / columns;
        var values = Series.SelectMany(series => series.Points).OfType<Figure.Known>().Select(one => one.Value).ToArray();
        var svg = new SvgWriter(
            $"{Id}-{size.Name}", size.Classes, size.Width, (rows * high) + size.Font + 12, Headline,
            $"{Subtitle}. {sentence}");
        svg.Text(ChartClass.Tick, 0, size.Font, Anchor.Start, size.Font, $"{Unit}; all on one scale");
        for (var i = 0; i < Series.Count; i++)
        {
            var (left, top) = (i % columns * wide, size.Font + 12 + (i / columns * high));
            for (var line = 0; line < names[i].Count; line++)
            {
                svg.Text(ChartClass.Text, left, top + ((line + 1) * (size.Font + 3)), Anchor.Start, size.Font, names[i][line]);
            }

            DrawOne(svg, size, Series[i], left, wide - 14, Scale.For(values, Kind, top + head + Tall, top + head + 4, 2));
        }

        return svg.Finish();
    }

    private void DrawOne(SvgWriter svg, ChartSize size, SmallSeries series, double left, double wide, Scale scale)
    {
        svg.Line(ChartClass.Axis, left, scale.At(0), left + wide, scale.At(0));
        svg.Line(ChartClass.Grid, left, scale.At(scale.Last), left + wide, scale.At(scale.Last));
        SmallLine.Draw(svg, series.Points, scale, left + 4, wide - 8);
        if (series.Points.LastOrDefault(point => point is Figure.Known) is { } latest)
        {
            svg.Text(
                ChartClass.Strong, left + wide, scale.At(scale.First) + size.Font + 4, Anchor.End, size.Font, Said(latest));
        }
    }
}
