using Candour.Kernel;

namespace Candour.Readings.Charts;

/// <summary>
/// What a trend shows, in words: the latest number, the range it has moved in, and what is missing. It names no
/// direction between two points; that is for a control chart to say.
/// </summary>
internal static class TrendSentence
{
    public static string Of(TrendChart chart)
    {
        var known = chart.Points.Where(point => point.Figure is Figure.Known).ToArray();
        if (known.Length == 0)
        {
            return $"None of the {chart.Points.Count} periods has a number.";
        }

        var latest = known[^1];
        var sentences = new List<string> { $"Latest: {Said(latest, chart)} in {latest.LongLabel}." };
        if (latest.Hatched)
        {
            sentences.Add("Follow-up of that period is still short, so the number is expected to change.");
        }

        if (known.Length > 1)
        {
            var lowest = NumberText.Of(known.Min(Value), chart.Kind);
            var highest = NumberText.Of(known.Max(Value), chart.Kind);
            sentences.Add(lowest == highest
                ? $"All {known.Length} periods with a number have {lowest}."
                : $"Over {known.Length} periods it lay between {lowest} and {highest}.");
        }

        var missing = chart.Points.Count - known.Length;
        if (missing > 0)
        {
            sentences.Add(missing == 1 ? "1 period has no number." : $"{missing} periods have no number.");
        }

        return string.Join(' ', sentences);
    }

    private static double Value(TrendPoint point) => ((Figure.Known)point.Figure).Value;

    private static string Said(TrendPoint point, TrendChart chart)
    {
        var text = point.Text(chart.Kind);
        return text.Interval.Length > 0 ? $"{text.Value} ({text.Interval})" : text.Value;
    }
}
