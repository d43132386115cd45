using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>One row of a <see cref="DumbbellChart"/>.</summary>
/// <param name="Label">Its name.</param>
/// <param name="First">Drawn as a filled circle.</param>
/// <param name="Second">Drawn as a hollow square.</param>
/// <param name="Difference">First minus second, or why there is none.</param>
/// <param name="Base">What the two were calculated from.</param>
/// <param name="Note">What must be read beside it; may be empty.</param>
public sealed record DumbbellRow(
    string Label, Figure First, Figure Second, FigureText Difference, string Base, string Note);

/// <summary>Two values of each row joined: how far they are apart. In the order given.</summary>
/// <param name="Id">Begins every id in the drawings; unique on the page.</param>
/// <param name="Headline">The message.</param>
/// <param name="Subtitle">What is measured, for whom, over which period.</param>
/// <param name="Kind">Of the two values.</param>
/// <param name="Unit">Said on the axis.</param>
/// <param name="RowHeading">What a row is.</param>
/// <param name="FirstName">What the first value is.</param>
/// <param name="SecondName">What the second value is.</param>
/// <param name="Rows">At least one.</param>
/// <param name="Sentence">What the rows say together.</param>
public sealed record DumbbellChart(
    string Id,
    string Headline,
    string Subtitle,
    FigureKind Kind,
    string Unit,
    string RowHeading,
    string FirstName,
    string SecondName,
    IReadOnlyList<DumbbellRow> Rows,
    string Sentence)
{
    public Chart Draw()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Rows.Count);
        return new Chart(
            Id, Headline, Subtitle, Draw(ChartSize.Wide), Draw(ChartSize.Narrow), Sentence,
            TableOf.Columns(
                $"{Subtitle}: {Unit}",
                [.. Rows.Select(row => row.Label)],
                RowHeading,
                new(FirstName, row => Said(Rows[row].First)),
                new(SecondName, row => Said(Rows[row].Second)),
                new("Difference", row => Rows[row].Difference.Value),
                new("95% interval", row => Rows[row].Difference.Interval),
                new("Calculated from", row => Rows[row].Base, false),
                new("Note", row => Rows[row].Note, false)));
    }

    private string Said(Figure figure) => FigureText.Of(figure, Kind).Value;

    private SvgDocument Draw(ChartSize size)
    {
        var key = new ChartKey(size);
        key.Add(true, FirstName, (svg, x, y) => svg.Circle(ChartClass.Mark, x, y, 5));
        key.Add(true, SecondName, (svg, x, y) => svg.Rectangle(ChartClass.OtherMark, x - 5, y - 5, 10, 10));
        var values = Rows.SelectMany(row => new[] { row.First, row.Second }).OfType<Figure.Known>()
            .Select(known => known.Value);
        var frame = new RowFrame(
            size, Unit, Kind, [.. Rows.Select(row => new FramedRow(row.Label, row.Difference.Value, false))], values, key.Height);
        var svg = new SvgWriter(
            $"{Id}-{size.Name}", size.Classes, size.Width, frame.Height, Headline, $"{Subtitle}. {Sentence}");
        key.DrawAt(svg, size.Font + 8);
        frame.DrawScale(svg);
        for (var i = 0; i < Rows.Count; i++)
        {
            frame.DrawNames(svg, i);
            DrawMarks(svg, frame, i);
        }

        return svg.Finish();
    }

    private void DrawMarks(SvgWriter svg, RowFrame frame, int index)
    {
        var (row, y) = (Rows[index], frame.Y(index));
        if (row is { First: Figure.Known one, Second: Figure.Known other })
        {
            svg.Line(ChartClass.Link, frame.Scale.At(one.Value), y, frame.Scale.At(other.Value), y);
        }

        if (row.Second is Figure.Known second)
        {
            svg.Rectangle(ChartClass.OtherMark, frame.Scale.At(second.Value) - 5, y - 5, 10, 10);
        }

        if (row.First is Figure.Known first)
        {
            svg.Circle(ChartClass.Mark, frame.Scale.At(first.Value), y, 5);
        }
        else
        {
            svg.Cross(frame.Scale.At(0) + 10, y);
        }
    }
}
