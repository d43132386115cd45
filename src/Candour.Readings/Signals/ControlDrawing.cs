using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Signals;

/// <summary>A judged series as a chart, and as a sign in the height of a line.</summary>
public static class ControlDrawing
{
    /// <summary>The control chart.</summary>
    /// <param name="reading">The judged series.</param>
    /// <param name="id">Begins every id in the drawings; unique on the page.</param>
    /// <param name="headline">The message.</param>
    /// <param name="subtitle">What is measured, for whom.</param>
    /// <param name="unit">Said on the axis and over the table's column.</param>
    public static Chart Draw(this ControlReading reading, string id, string headline, string subtitle, string unit)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var phases = reading.Chart.Phases;
        return new TrendChart(
            id, headline, subtitle, reading.Kind, unit,
            [
                .. reading.Points.Select((point, i) => new TrendPoint(
                    point.ShortLabel, point.LongLabel, point.Figure, point.IsImmature,
                    point.Figure is Figure.Known || point.Denominator > 0 ? point.Numerator : null,
                    point.Figure is Figure.Known || point.Denominator > 0 ? point.Denominator : null,
                    point.Beside,
                    reading.Chart.Points[i] is { Counts: true, Limits: { } limits } plotted
                        ? new ControlMark(limits, phases.Last(phase => phase.First <= i).State == LimitState.Trial, plotted.Cause)
                        : null,
                    point.GhostedBecause,
                    i == 0 ? "" : point.BreakBefore,
                    point.Known)),
            ],
            reading.Sentence).Draw();
    }

    /// <summary>The series as a sparkline with its sign.</summary>
    public static Sparkline Small(this ControlReading reading, string id, string title)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new Sparkline(
            id, title, reading.Kind, [.. reading.Points.Select(point => point.ShortLabel)],
            [.. reading.Points.Select(point => point.Figure)], reading.Variation);
    }
}
