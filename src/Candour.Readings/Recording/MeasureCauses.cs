using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Readings.Recording;

/// <summary>Which codes of a field make up what a measure counts: its part for a share, all of it for a count.</summary>
public static class MeasureCauses
{
    /// <summary>Whether a measure counts cases, so that codes can be counted among them.</summary>
    public static bool Counts(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Areas.MeasureAreas.IsShareOfCounts(measure) || measure.Formula is Formula.Count { Amount.Length: 0, Distinct.Length: 0 };
    }

    /// <summary>Counts the codes. A code whose count corrections made negative is left out, and what is left of the whole has no
    /// code.</summary>
    public static CausesReading Of(ReadingRoom room, Reading reading, Field field)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(field);
        CodedCause[] causes =
        [
            .. room.BreakDown(reading.Measure, reading.Question, field.Id).Where(pair => pair.Reading.Figure is Figure.Known)
                .Select(pair => new CodedCause(pair.Code.Title, (long)pair.Reading.Numerator)),
        ];
        var whole = reading.Figure is Figure.Known ? (long)reading.Numerator : 0;
        return CausesReading.Of(causes, Math.Max(0, whole - causes.Where(cause => cause.Count > 0).Sum(cause => cause.Count)));
    }
}
