using Candour.Definitions;
using Candour.Readings;
using Candour.Readings.Disparities;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>One code of a breakdown, and how it compares with the largest group where groups can be compared.</summary>
public sealed record BreakdownRow(Code Code, Reading Reading, GroupDifference? Difference);

/// <summary>A measure by the codes of one field; for a share, the groups compared as all the breakdowns of the page are:
/// together.</summary>
/// <param name="Field">What is broken down by.</param>
/// <param name="Rows">Codes with any row, in the order of their list.</param>
/// <param name="Disparity">The comparison of the groups; absent where there is none.</param>
public sealed record MeasureBreakdown(Field Field, IReadOnlyList<BreakdownRow> Rows, DisparityReading? Disparity)
{
    public static IReadOnlyList<MeasureBreakdown> Of(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        var broken = reading.Measure.Breakdowns.Select(name =>
            (Field: reading.Question.Dataset.FieldNamed(name)!, Codes: room.BreakDown(reading.Measure, reading.Question, name))).ToArray();

        // Whoever sees a part only could work small groups out of what is left without a group.
        var compared = room.Seen.SeesWhole(reading.Question.Dataset) ? MeasureDisparity.Of(reading, broken) : [];
        return
        [
            .. broken.Select(one =>
            {
                var disparity = compared.FirstOrDefault(page => page.Field == one.Field.Title);
                return new MeasureBreakdown(
                    one.Field,
                    [
                        .. one.Codes.Select(pair => new BreakdownRow(
                            pair.Code, pair.Reading, disparity?.Groups.FirstOrDefault(group => group.Name == pair.Code.Title))),
                    ],
                    disparity);
            }),
        ];
    }
}
