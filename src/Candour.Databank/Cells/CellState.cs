namespace Candour.Databank.Cells;

/// <summary>Cases of one duration: how many were decided on that day, and how many were last seen open on it.</summary>
public readonly record struct DayCount(int Day, long Events, long Censored);

/// <summary>
/// The state of one cell: what can be added to other cells of the same measure. A finished share or median is never
/// stored and never added.
/// </summary>
/// <param name="Numerator">The count of a count; the part of a share; the decided cases of a days measure.</param>
/// <param name="Denominator">The whole of a share; decided and open cases of a days measure; 0 for a count.</param>
/// <param name="Missing">Counted things of the population that cannot say, because a tested field is missing.</param>
/// <param name="Rows">Rows that counted.</param>
/// <param name="Absent">Rows of the population whose count is not stated on this basis.</param>
/// <param name="Days">By day, in order; empty unless it is a days measure.</param>
public sealed record CellState(
    long Numerator, long Denominator, long Missing, long Rows, long Absent, IReadOnlyList<DayCount> Days)
{
    public static CellState Zero { get; } = new(0, 0, 0, 0, 0, []);
}

/// <summary>Names a cell of one measure and dataset.</summary>
/// <param name="Area">An area of the lowest level.</param>
/// <param name="PeriodIndex">Position of the shortest period in the table's list.</param>
/// <param name="Field">The breakdown's field; empty for all.</param>
/// <param name="Code">The breakdown's code; empty for all, and for a missing value of a field.</param>
public readonly record struct CellKey(string Area, int PeriodIndex, string Field, string Code);
