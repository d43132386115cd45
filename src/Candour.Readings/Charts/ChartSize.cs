namespace Candour.Readings.Charts;

/// <summary>
/// One of the two sizes every chart is drawn in. Text is measured by the widths of Arial's letters, roughly: good
/// enough to keep labels apart and inside, and it needs no font.
/// </summary>
internal sealed record ChartSize(string Name, double Width, double Height, double Font, bool IsNarrow)
{
    public static ChartSize Wide { get; } = new("wide", 760, 360, 14, false);

    public static ChartSize Narrow { get; } = new("narrow", 320, 300, 14, true);

    public string Classes => $"candour-chart__{Name}";

    public double WidthOf(string text) => Font * text.Sum(letter => letter switch
    {
        '%' or 'm' or 'w' or 'M' or 'W' => 0.9,
        ' ' or '.' or ',' or ':' or '(' or ')' or '[' or ']' or '/' or 'f' or 'i' or 'j' or 'l' or 't' => 0.3,
        >= 'A' and <= 'Z' => 0.72,
        _ => 0.57,
    });

    /// <summary>Breaks at spaces so that each line fits; a single long word stays whole.</summary>
    public IReadOnlyList<string> Wrap(string text, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && WidthOf($"{lines[^1]} {word}") <= width)
            {
                lines[^1] += " " + word;
            }
            else if (lines.Count > 0 && char.IsAsciiDigit(word[0]) && lines[^1].LastIndexOf(' ') is > 0 and var last)
            {
                // "under 13" stays together: a number alone on a line would look like a value.
                lines.Add($"{lines[^1][(last + 1)..]} {word}");
                lines[^2] = lines[^2][..last];
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
