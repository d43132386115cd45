using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Charts;
using Candour.Readings.Figures;
using Candour.Readings.OpenCases;

namespace Candour.Web;

/// <summary>
/// The charts that only some measures have. They say more of single cases than a figure does (each step of a curve is a case
/// or a few), or speak of all areas together, so they are for whoever sees the whole of the dataset.
/// </summary>
public static class MeasureCharts
{
    /// <summary>What share has an end by each day, open cases counted as open.</summary>
    public static Chart? Wait(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        return room.Seen.SeesWhole(reading.Question.Dataset) && MeasureWait.IsAsked(reading)
            ? MeasureWait.Of(reading).Draw(
                "wait",
                $"How long it takes, and how many are still open: {reading.Question.Area.Title}",
                $"{Subject.Of(room, reading)}, {reading.Question.Period.InWords()}")
            : null;
    }

    /// <summary>In which way cases end by each day, when the ends compete and some are open.</summary>
    public static Chart? Endings(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        return room.Seen.SeesWhole(reading.Question.Dataset) && MeasureEndings.IsAsked(reading)
            ? MeasureEndings.Of(room, reading).Draw(
                "endings",
                $"In which way cases end, and how many are still open: {reading.Question.Area.Title}",
                $"{Subject.Of(room, reading)}, {reading.Question.Period.InWords()}")
            : null;
    }

    /// <summary>Every area by its number of cases.</summary>
    public static Chart? Funnel(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        var (measure, question) = (reading.Measure, reading.Question);
        if (!MeasureAreas.IsShareOfCounts(measure) || !room.Seen.SeesWhole(question.Dataset))
        {
            return null;
        }

        var areas = room.Compare(measure, question);
        return areas.Count < 2
            ? null
            : FunnelReading.Of(MeasureAreas.Of(areas), areas.ToList().FindIndex(one => one.Question.Area == question.Area)).Draw(
                "funnel",
                "Which areas differ by more than chance",
                $"{Subject.Of(room, reading)}, {question.Period.InWords()}",
                FigureUnit.Of(measure),
                $"Number of {measure.Unit.Plural()} it is calculated from",
                question.Dataset.AreaField.Title);
    }
}
