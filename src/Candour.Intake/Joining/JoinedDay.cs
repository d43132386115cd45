using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;

namespace Candour.Intake.Joining;

/// <summary>
/// The earlier or later of two cells that hold days. A blank cell does not count; a cell that is no day of this source is kept, so
/// that the row it belongs to is found wrong. Pure.
/// </summary>
internal static class JoinedDay
{
    public static Cell Earliest(Cell before, Cell value, DateWriting order) => Of(before, value, order, wanted: -1);

    public static Cell Latest(Cell before, Cell value, DateWriting order) => Of(before, value, order, wanted: 1);

    private static Cell Of(Cell before, Cell value, DateWriting order, int wanted) =>
        before.Text is null || before.IsBlank ? value
        : value.IsBlank || !IsDay(before, order, out var day) ? before
        : !IsDay(value, order, out var other) || other.CompareTo(day) * wanted > 0 ? value
        : before;

    private static bool IsDay(Cell cell, DateWriting order, out DateOnly day)
    {
        (var reading, day) = DateCell.Read(cell.Text.Trim(), cell.Kind == CellKind.Text ? order : DateWriting.Iso);
        return reading is DateReading.Day or DateReading.DayAndTime;
    }
}
