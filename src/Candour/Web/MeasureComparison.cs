using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>A measure in every force or area, by name; against the national value, unless it is a count.</summary>
public static class MeasureComparison
{
    public static Chart Of(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        var (measure, question) = (reading.Measure, reading.Question);
        var row = question.Dataset.AreaField.Title;
        return new IntervalChart(
            "comparison",
            $"{row} by {row.ToLowerInvariant().Replace("cps", "CPS", StringComparison.Ordinal)}, in the order of the alphabet",
            $"{Subject.Of(room, reading)}, {question.Period.InWords()}",
            reading.Kind,
            FigureUnit.Of(measure),
            row,
            [.. room.Compare(measure, question).Select(one => new IntervalRow(
                one.Question.Area.Title,
                one.Figure,
                one.Answer.Sum.Covered == 0 ? null : one.Numerator,
                one.Answer.Sum.Covered == 0 ? null : one.Denominator,
                one.Question.Area == question.Area))],
            National(room, reading)).Draw();
    }

    /// <summary>The sum of all areas is no yardstick for the count of one.</summary>
    private static IntervalReference? National(ReadingRoom room, Reading reading)
    {
        if (reading.Kind is FigureKind.Count or FigureKind.Amount)
        {
            return null;
        }

        var national = room.Read(reading.Measure, reading.Question with { Area = reading.Question.Hierarchy.Top });
        return national.Figure is Figure.Known known
            ? new IntervalReference(national.Question.Area.Title, known, national.Numerator, national.Denominator)
            : null;
    }
}
