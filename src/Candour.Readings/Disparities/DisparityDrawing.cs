using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Disparities;

/// <summary>Groups beside their reference: two values a row and how far they are apart.</summary>
public static class DisparityDrawing
{
    /// <summary>The chart with its table; the unknown have a row of their own.</summary>
    public static Chart Draw(this DisparityReading reading, string id, string headline, string subtitle, string unit)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var reference = EstimateFigure.Share(reading.Reference.Count);
        var rows = reading.Groups.Select(group => new DumbbellRow(
            group.Name,
            group.Verdict == DisparityVerdict.TooFew ? group.Difference : EstimateFigure.Share(group.Count),
            reference,
            FigureText.Of(group.Difference, FigureKind.Difference) is var text && group.Verdict == DisparityVerdict.Reference
                ? text with { Value = "compared with" } : text,
            Base(group.Count),
            Note(group))).ToList();
        if (reading.Unknown.Denominator > 0)
        {
            rows.Add(new DumbbellRow(
                "Group not recorded",
                reading.Unknown.Denominator < reading.Floor
                    ? new Figure.TooFew($"Fewer than {reading.Floor} cases.") : EstimateFigure.Share(reading.Unknown),
                reference, new FigureText("not compared", "", "", ""), Base(reading.Unknown),
                "its cases could belong to any group"));
        }

        return new DumbbellChart(
            id, headline, subtitle, FigureKind.Share, unit, reading.Field, "The group", reading.Reference.Name, rows,
            reading.Sentence).Draw();
    }

    private static string Base(ShareCount count) => $"{NumberText.Count(count.Numerator)} of {NumberText.Count(count.Denominator)}";

    private static string Note(GroupDifference group) => string.Join("; ", new[]
    {
        DisparityWords.Of(group),
        group.Ratio is Figure.Known ratio
            ? $"ratio {NumberText.Rate(ratio.Value)} ({NumberText.Interval(ratio.Lower, ratio.Upper, FigureKind.Rate)})" : "",
        group.Bounds is { } bounds
            ? $"with the missing anywhere from {NumberText.Of(bounds.Lower, FigureKind.Difference)} to {NumberText.Of(bounds.Upper, FigureKind.Difference)}" : "",
    }.Where(part => part.Length > 0));
}
