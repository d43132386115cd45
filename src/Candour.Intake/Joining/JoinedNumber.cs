using System.Globalization;
using Candour.Intake.Reading;

namespace Candour.Intake.Joining;

/// <summary>Counts and sums of joined rows, as the cells that they become. Pure.</summary>
internal static class JoinedNumber
{
    /// <summary>One more than a count that is there, or 1.</summary>
    public static string Next(string? count) =>
        count is null ? "1" : (long.Parse(count, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The sum so far and a number; a cell that is none stays, so that the row it belongs to is found wrong.</summary>
    public static Cell Sum(Cell before, Cell value) =>
        before.Text is null || before.IsBlank ? value
        : value.IsBlank || !Number(before, out var sum) ? before
        : Number(value, out var more) ? new Cell((sum + more).ToString(CultureInfo.InvariantCulture))
        : value;

    private static bool Number(Cell cell, out decimal number) =>
        decimal.TryParse(cell.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
