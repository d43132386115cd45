namespace Candour.Intake.Guiding;

/// <summary>
/// What a column of an unknown file looks like. Held in memory while somebody says what the columns mean, and never written: a value
/// of it may be a name.
/// </summary>
/// <param name="Index">Its position in the record.</param>
/// <param name="Name">Its header, as a mapping has to name it.</param>
/// <param name="Filled">How many rows hold anything in it.</param>
/// <param name="Values">Its different values, when they are few and short enough to be codes; else none.</param>
/// <param name="HasMore">True when it has more different values than codes would have.</param>
/// <param name="Numbers">How many rows hold a number.</param>
/// <param name="Days">How many rows hold a day, under each way of writing one.</param>
/// <param name="References">How many rows hold what a reference could be: signs without a blank, with a digit.</param>
public sealed record SurveyedColumn(
    int Index, string Name, long Filled, IReadOnlyList<string> Values, bool HasMore, long Numbers, DayCounts Days, long References)
{
    /// <summary>The most different values that are kept: more than any list that a person would go through.</summary>
    public const int MostValues = 60;

    /// <summary>The longest value that could be a code.</summary>
    public const int LongestValue = 60;
}

/// <summary>How many cells are a day under each way of writing one; a cell may be one under two.</summary>
/// <param name="Iso">With the year first.</param>
/// <param name="DayFirst">With the day first.</param>
/// <param name="MonthFirst">With the month first.</param>
/// <param name="OnlyDayFirst">With the day first and in no other way.</param>
/// <param name="OnlyMonthFirst">With the month first and in no other way.</param>
public readonly record struct DayCounts(long Iso, long DayFirst, long MonthFirst, long OnlyDayFirst, long OnlyMonthFirst)
{
    /// <summary>The most cells that are a day under one way of writing it.</summary>
    public long Most => Math.Max(Iso, Math.Max(DayFirst, MonthFirst));
}
