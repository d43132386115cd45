using Candour.Definitions;
using Candour.Statistics;

namespace Candour.Readings.OpenCases;

/// <summary>The wait behind a measure of days whose rows may be open.</summary>
public static class MeasureWait
{
    /// <summary>Whether a reading is of days, may have open cases, and has any case.</summary>
    public static bool IsAsked(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Measure.Formula is Formula.Days { OpenUntil.Length: > 0 } && reading.Answer.Sum.State.Denominator > 0;
    }

    public static WaitReading Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var level = reading.Measure.Formula is Formula.Days days ? days.Quantile : 0.5;
        return WaitReading.Of(
            DayHistogram.Of(reading.Answer.Sum.State.Days.Select(day => new DayCount(day.Day, day.Events, day.Censored))), level);
    }
}
