using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>A measure in every force or area, by name; against the national value, unless it is a count.</summary>
public static class MeasureComparison
{
    /// <summary>The areas of the lowest level.</summary>
    public static Chart Of(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        var row = reading.Question.Dataset.AreaField.Title;
        return Of(
            room, reading, $"{row} by {row.ToLowerInvariant().Replace("cps", "CPS", StringComparison.Ordinal)}, in the order of the alphabet", row,
            room.Compare(reading.Measure, reading.Question));
    }

    /// <summary>The areas of a level.</summary>
    public static Chart Of(ReadingRoom room, Reading reading, LevelChoice choice, IReadOnlyList<Reading> areas)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return Of(room, reading, $"{LevelText.Plural(choice.Level)} in the order of the alphabet", "Area", areas);
    }

    private static Chart Of(ReadingRoom room, Reading reading, string headline, string row, IReadOnlyList<Reading> areas)
    {
        var (measure, question) = (reading.Measure, reading.Question);
        return new IntervalChart(
            "comparison",
            headline,
            $"{Subject.Of(room, reading)}, {question.Period.InWords()}",
            reading.Kind,
            FigureUnit.Of(measure),
            row,
            [.. areas.Select(one => new IntervalRow(
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
