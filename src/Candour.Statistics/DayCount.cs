namespace Candour.Statistics;

/// <summary>How many cases ended their observation on one day after the start.</summary>
/// <param name="Day">Whole days from the start (report, say); 0 is the day itself. A negative duration is a fault of
/// the data and must have been reported as a finding before it comes here.</param>
/// <param name="Events">Cases in which it happened (the decision) on that day; not negative.</param>
/// <param name="Censored">Cases still open when their observation ended on that day; not negative.</param>
public readonly record struct DayCount(int Day, long Events, long Censored);
