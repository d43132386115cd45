using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>What the rows show together. It names no row: a name in a sentence is the beginning of a league table.</summary>
internal static class IntervalSentence
{
    public static string Of(IntervalChart chart)
    {
        var known = chart.Rows.Select(row => row.Figure).OfType<Figure.Known>().ToArray();
        if (known.Length == 0)
        {
            return $"None of the {chart.Rows.Count} rows has a number.";
        }

        var lowest = NumberText.Of(known.Min(figure => figure.Value), chart.Kind);
        var highest = NumberText.Of(known.Max(figure => figure.Value), chart.Kind);
        var sentences = new List<string>
        {
            (known.Length == chart.Rows.Count ? $"{known.Length}" : $"{known.Length} of {chart.Rows.Count}")
                + (known.Length == 1 ? " row has a number" : " rows have a number")
                + (lowest == highest ? $": {lowest}." : $", from {lowest} to {highest}."),
        };
        if (chart.Reference is { } line && chart.Kind != FigureKind.Count)
        {
            var above = known.Count(figure => figure.Lower > line.Figure.Value);
            var below = known.Count(figure => figure.Upper < line.Figure.Value);
            sentences.Add(
                $"The interval holds {line.Label} ({NumberText.Of(line.Figure.Value, chart.Kind)}) in "
                + $"{known.Length - above - below}, lies above it in {above} and below it in {below}.");
        }

        return string.Join(' ', sentences);
    }
}
