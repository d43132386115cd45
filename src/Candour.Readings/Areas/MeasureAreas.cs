using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Areas;

/// <summary>The areas of a measure whose shares can be placed in a funnel.</summary>
public static class MeasureAreas
{
    /// <summary>Whether a measure is a share of counted cases.</summary>
    public static bool IsShareOfCounts(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Formula is Formula.Share or Formula.Survey or Formula.Grade && !measure.IsSample;
    }

    /// <summary>Each area's share as counted; an area without a number has no cases.</summary>
    public static IReadOnlyList<NamedShare> Of(IReadOnlyList<Reading> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return [.. areas.Select(one => new NamedShare(one.Question.Area.Title, Counted(one)))];
    }

    /// <summary>The share as counted; 0 of 0 where there is no number.</summary>
    public static ShareCount Counted(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Figure is Figure.Known ? new ShareCount((long)reading.Numerator, (long)reading.Denominator) : new ShareCount(0, 0);
    }
}
