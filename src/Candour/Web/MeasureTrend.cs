using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>A measure period by period, gaps included.</summary>
public sealed record MeasureTrend(Chart Chart, IReadOnlyList<Period> Gaps, bool HasImmature)
{
    public static MeasureTrend Of(ReadingRoom room, Reading reading, StillOpen? open)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        var readings = room.Trend(reading.Measure, reading.Question);
        var months = reading.Question.Dataset.Months;
        var chart = new TrendChart(
            "trend",
            $"{(months == 1 ? "Month by month" : "Quarter by quarter")}: {reading.Question.Area.Title}",
            Subject.Of(room, reading),
            reading.Kind,
            FigureUnit.Of(reading.Measure),
            [.. readings.Select(one => Point(one, open))]);
        return new MeasureTrend(
            chart.Draw(),
            [.. readings.Where(one => one.Gaps.Count > 0).Select(one => one.Question.Period)],
            readings.Any(one => one.Immature));
    }

    private static TrendPoint Point(Reading reading, StillOpen? open) => new(
        reading.Question.Period.ToString(),
        reading.Question.Period.InWords(),
        reading.Figure,
        reading.Immature,
        reading.Gaps.Count > 0 ? null : reading.Numerator,
        reading.Gaps.Count > 0 ? null : reading.Denominator,
        open is null ? "" : $"not yet assigned: {Said(open.Read(reading.Question))}");

    private static string Said(Reading open) =>
        FigureText.Of(open.Figure, open.Kind, open.Numerator, open.Denominator).ToString();
}
