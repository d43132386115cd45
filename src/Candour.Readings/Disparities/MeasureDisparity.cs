using Candour.Definitions;
using Candour.Readings.Areas;

namespace Candour.Readings.Disparities;

/// <summary>The breakdowns of a measure as comparisons of groups, all of one page together.</summary>
public static class MeasureDisparity
{
    /// <summary>The least floor: below it the groups of people are too small to speak of.</summary>
    public const int LeastFloor = 10;

    /// <summary>Compares the groups of each breakdown of a share; none for anything else.</summary>
    /// <param name="reading">The answer to the whole question.</param>
    /// <param name="breakdowns">Its breakdowns, each code with its reading.</param>
    public static IReadOnlyList<DisparityReading> Of(
        Reading reading, IReadOnlyList<(Field Field, IReadOnlyList<(Code Code, Reading Reading)> Codes)> breakdowns)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(breakdowns);
        return MeasureAreas.IsShareOfCounts(reading.Measure)
            ? DisparityReading.OfPage(
                [.. breakdowns.Select(one => Question(reading, one.Field, one.Codes))],
                Math.Max(LeastFloor, reading.Measure.MinimumCell))
            : [];
    }

    /// <summary>One breakdown as a question; whoever was asked and gave no answer is among the unknown.</summary>
    /// <param name="whole">The answer to the whole question.</param>
    /// <param name="field">What is broken down by.</param>
    /// <param name="codes">Each code with its reading.</param>
    public static DisparityQuestion Question(
        Reading whole, Field field, IReadOnlyList<(Code Code, Reading Reading)> codes)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(codes);
        var groups = codes.Where(one => one.Code.Group != CodeList.NotAnswered)
            .Select(one => new NamedShare(one.Code.Title, MeasureAreas.Counted(one.Reading))).ToArray();
        return new DisparityQuestion(field.Title, groups, ShareRest.Of(MeasureAreas.Counted(whole), groups));
    }
}
