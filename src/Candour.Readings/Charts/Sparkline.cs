using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Charts;

/// <summary>
/// A series in the height of a line of a table, with a sign for what its latest point does: a shape and a word, never a
/// colour alone.
/// </summary>
/// <param name="Id">Begins every id in the drawing; unique on the page.</param>
/// <param name="Title">What it shows, for who cannot see it.</param>
/// <param name="Kind">Count, share or days.</param>
/// <param name="Periods">The names of the points.</param>
/// <param name="Points">As many; no number is a gap.</param>
/// <param name="Variation">The class of the latest point.</param>
public sealed record Sparkline(
    string Id, string Title, FigureKind Kind, IReadOnlyList<string> Periods, IReadOnlyList<Figure> Points, Variation Variation)
{
    private const double Width = 150;
    private const double Height = 32;

    /// <summary>What the sign says in a word or two.</summary>
    public string Word => Variation switch
    {
        Variation.NotJudged => "not enough data",
        Variation.CommonCause => "no signal",
        Variation.Improvement => "signal: better",
        Variation.Concern => "signal: worse",
        Variation.High => "signal: high",
        Variation.Low => "signal: low",
        _ => throw new InvalidOperationException("There is no such variation."),
    };

    public Chart Draw()
    {
        var known = Points.OfType<Figure.Known>().ToArray();
        var sentence = known.Length == 0
            ? $"None of the {Points.Count} periods has a number: {Word}."
            : $"Latest: {NumberText.Of(known[^1].Value, Kind)}; {Word}.";
        var drawing = Draw(known, sentence);
        return new Chart(
            Id, Title, Title, drawing, drawing, sentence,
            TableOf.Columns(
                Title, [.. Periods], "Period", new FurtherColumn("Value", row => FigureText.Of(Points[row], Kind).Value)));
    }

    private SvgDocument Draw(Figure.Known[] known, string sentence)
    {
        var svg = new SvgWriter(Id, "candour-sparkline", Width, Height, Title, sentence);
        SmallLine.Draw(svg, Points, Scale.For(known.Select(one => one.Value), Kind, Height - 4, 4, 2), 4, Width - 40);
        DrawSign(svg, Width - 16, Height / 2);
        return svg.Finish();
    }

    private void DrawSign(SvgWriter svg, double x, double y)
    {
        switch (Variation)
        {
            case Variation.NotJudged:
                svg.Cross(x, y, 5);
                break;
            case Variation.CommonCause:
                svg.Circle(ChartClass.HatchedMark, x, y, 6);
                break;
            case Variation.Improvement:
                svg.Triangle(ChartClass.SignalMark, x, y, 8, IsHigh);
                break;
            case Variation.Concern:
                svg.Diamond(ChartClass.SignalMark, x, y, 8);
                break;
            default:
                svg.Triangle(ChartClass.HatchedMark, x, y, 8, Variation == Variation.High);
                break;
        }
    }

    /// <summary>An improvement points the way the series went.</summary>
    private bool IsHigh => Points.OfType<Figure.Known>().Select(one => one.Value).ToArray() is [.., var latest] values
        && latest >= values.Average();
}
