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
        return WaitReading.Of(DurationsOf(reading), LevelOf(reading));
    }

    /// <summary>The days behind it, open cases as open.</summary>
    public static DayHistogram DurationsOf(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return DayHistogram.Of(reading.Answer.Sum.State.Days.Select(day => new DayCount(day.Day, day.Events, day.Censored)));
    }

    /// <summary>The share whose days are asked for: 0.5 for the median.</summary>
    public static double LevelOf(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Measure.Formula is Formula.Days days ? days.Quantile : 0.5;
    }
}
