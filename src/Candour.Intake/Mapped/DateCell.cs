using System.Globalization;
using System.Text.RegularExpressions;
using Candour.Definitions;

namespace Candour.Intake.Mapped;

/// <summary>What the text of a date cell is.</summary>
internal enum DateReading
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A day with a time of day after it.</summary>
    DayAndTime,

    /// <summary>Written as a day should be, but on no calendar.</summary>
    OnNoCalendar,

    /// <summary>Three numbers of which the first two could both be the month.</summary>
    TwoWays,

    /// <summary>Written in another way than the source declares.</summary>
    OtherWriting,
}

/// <summary>Reads a day as its source writes it, and says when it is written in another way. Pure; no culture, no century guessed.</summary>
internal static partial class DateCell
{
    public static (DateReading Reading, DateOnly Day) Read(string text, DateWriting order)
    {
        var iso = Iso().Match(text);
        if (order == DateWriting.Iso && iso.Success)
        {
            return Day(iso, Whole(iso));
        }

        var parts = Parts().Match(text);
        if (!parts.Success)
        {
            return (DateReading.OtherWriting, default);
        }

        var (first, second) = (int.Parse(parts.Groups["first"].Value, CultureInfo.InvariantCulture), int.Parse(parts.Groups["second"].Value, CultureInfo.InvariantCulture));
        var year = int.Parse(parts.Groups["year"].Value, CultureInfo.InvariantCulture);
        return order switch
        {
            DateWriting.DayFirst => Of(year, second, first, Whole(parts)),
            DateWriting.MonthFirst => Of(year, first, second, Whole(parts)),
            _ => (first is >= 1 and <= 12 && second is >= 1 and <= 12 ? DateReading.TwoWays : DateReading.OtherWriting, default),
        };
    }

    private static DateReading Whole(Match match) =>
        match.Groups["time"].Success && !Midnight().IsMatch(match.Groups["time"].Value) ? DateReading.DayAndTime : DateReading.Day;

    private static (DateReading Reading, DateOnly Day) Day(Match match, DateReading whenRight) => Of(
        int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture),
        int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture), whenRight);

    private static (DateReading Reading, DateOnly Day) Of(int year, int month, int day, DateReading whenRight) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (whenRight, new DateOnly(year, month, day)) : (DateReading.OnNoCalendar, default);

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})([T ](?<time>[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<first>[0-9]{1,2})[/. -](?<second>[0-9]{1,2})[/. -](?<year>[0-9]{4})([T ,]+(?<time>[0-2]?[0-9]:[0-5][0-9](:[0-5][0-9](\.[0-9]{1,7})?)?( ?[AP]M)?))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(0?0:00(:00(\.0+)?)?|12:00(:00(\.0+)?)? ?AM)(Z|[+-].*)?$")]
    private static partial Regex Midnight();
}
