namespace Candour.Readings.Charts;

/// <summary>The key of a drawing: only what this drawing really shows, one entry after the other from the left.</summary>
internal sealed class ChartKey(ChartSize size)
{
    private const double Swatch = 26;
    private readonly List<(string Text, Action<SvgWriter, double, double> Draw)> entries = [];

    public void Add(bool shown, string text, Action<SvgWriter, double, double> draw)
    {
        if (shown)
        {
            entries.Add((text, draw));
        }
    }

    public double RowHeight => size.Font + 8;

    /// <summary>How tall the key is at this width.</summary>
    public double Height => entries.Count == 0 ? 0 : Places().Max(place => place.Row + 1) * RowHeight;

    /// <summary>Draws the key with its top at <paramref name="top"/>.</summary>
    public void DrawAt(SvgWriter svg, double top)
    {
        foreach (var (entry, x, row) in entries.Zip(Places(), (entry, place) => (entry, place.X, place.Row)))
        {
            var middle = top + ((row + 0.5) * RowHeight);
            entry.Draw(svg, x + (Swatch / 2) - 3, middle);
            svg.Text(ChartClass.Tick, x + Swatch, middle + (size.Font * 0.35), Anchor.Start, size.Font, entry.Text);
        }
    }

    private List<(double X, int Row)> Places()
    {
        var places = new List<(double X, int Row)>();
        var (x, row) = (0.0, 0);
        foreach (var (text, _) in entries)
        {
            var width = Swatch + size.WidthOf(text) + 18;
            if (x > 0 && x + width > size.Width)
            {
                (x, row) = (0, row + 1);
            }

            places.Add((x, row));
            x += width;
        }

        return places;
    }
}
