using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>What a figure is about, in words.</summary>
public static class Subject
{
    /// <summary>The measure and its conditions: "Rape: outcomes assigned (Outcome: Charged or summonsed)".</summary>
    public static string Of(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var conditions = Conditions(room, reading.Question);
        return reading.Measure.Title + (conditions.Count > 0 ? $" ({string.Join("; ", conditions)})" : "");
    }

    /// <summary>Each condition with the titles of its field and code.</summary>
    public static IReadOnlyList<string> Conditions(ReadingRoom room, Question question)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(question);
        return
        [
            .. question.Where.Select(pair =>
                $"{question.Dataset.FieldNamed(pair.Key)!.Title}: {room.Catalogue.CodesOf(question.Dataset, pair.Key).TitleOf(pair.Value)}"),
        ];
    }
}
