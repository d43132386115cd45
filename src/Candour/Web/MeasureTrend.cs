using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Readings.Figures;
using Candour.Readings.Signals;

namespace Candour.Web;

/// <summary>A measure period by period, gaps included, judged by its control chart.</summary>
/// <param name="Chart">By the shortest period, or by quarter where months hold too few cases.</param>
/// <param name="Signal">What it says.</param>
/// <param name="Gaps">The periods without data.</param>
/// <param name="HasImmature">Whether any is still settling.</param>
/// <param name="ByQuarter">Months hold too few cases to be shown.</param>
public sealed record MeasureTrend(Chart Chart, ControlReading Signal, IReadOnlyList<Period> Gaps, bool HasImmature, bool ByQuarter)
{
    public static MeasureTrend Of(ReadingRoom room, Reading reading, StillOpen? open)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        var readings = SeriesOf.Read(room, reading.Measure, reading.Question);
        var months = readings[0].Question.Period.Months;
        var signal = MeasureSignal.Of(room, readings, one => open is null ? "" : $"not yet assigned: {Said(open.Read(one.Question))}");
        var chart = signal.Draw(
            "trend",
            $"{Every(months)}: {reading.Question.Area.Title}",
            Subject.Of(room, reading),
            FigureUnit.Of(reading.Measure));
        return new MeasureTrend(
            chart,
            signal,
            [.. readings.Where(one => one.Gaps.Count > 0).Select(one => one.Question.Period)],
            readings.Any(one => one.Immature),
            months > reading.Question.Dataset.Months);
    }

    private static string Every(int months) => months switch
    {
        1 => "Month by month",
        3 => "Quarter by quarter",
        _ => "Year by year",
    };

    private static string Said(Reading open) =>
        FigureText.Of(open.Figure, open.Kind, open.Numerator, open.Denominator).ToString();
}
