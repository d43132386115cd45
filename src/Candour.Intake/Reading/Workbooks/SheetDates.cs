using System.Globalization;

namespace Candour.Intake.Reading.Workbooks;

/// <summary>
/// Serial numbers of spreadsheets as days. The 1900 system counts a 29 February 1900 that never was as day 60; the 1904 system
/// begins 1,462 days later. What lies on no calendar is no date.
/// </summary>
internal static class SheetDates
{
    private const double LastSerial = 2_958_465;
    private const int Between1900And1904 = 1_462;
    private const int NeverWas = 60;

    public static Cell Of(double serial, bool counts1904)
    {
        var number = counts1904 ? serial + Between1900And1904 : serial;
        var whole = Math.Floor(number);
        if (double.IsNaN(number) || whole < (counts1904 ? Between1900And1904 : 1) || whole > LastSerial || (whole == NeverWas && !counts1904))
        {
            return new Cell(serial.ToString(CultureInfo.InvariantCulture), CellKind.NoDate);
        }

        var first = whole < NeverWas ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        var at = first.AddDays(whole).AddSeconds(Math.Round((number - whole) * 86_400));
        return at.TimeOfDay == TimeSpan.Zero
            ? new Cell(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date)
            : new Cell(at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), CellKind.DateAndTime);
    }

    /// <summary>A number as a person would write it: whole ones without exponent or point.</summary>
    public static Cell Number(string written)
    {
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new Cell(written, CellKind.Fault);
        }

        return new Cell(
            Math.Abs(number) < 1e15 && number == Math.Floor(number) ? ((long)number).ToString(CultureInfo.InvariantCulture)
                : Math.Abs(number) < 1e15 && number != 0 && Math.Abs(number) > 1e-9 ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
                : written,
            CellKind.Number);
    }

    /// <summary>Whether a number format shows a day: a day or a year outside quotation marks and brackets.</summary>
    public static bool ShowsADay(int id, string code)
    {
        if (code.Length == 0)
        {
            return id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);
        }

        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var sign = char.ToLowerInvariant(code[i]);
            if (sign == '\\' || sign == '_' || sign == '*')
            {
                i++;
            }
            else if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && sign is '[' or ']')
            {
                bracketed = sign == '[';
            }
            else if (!quoted && !bracketed && sign is 'd' or 'y')
            {
                return !quoted && !bracketed;
            }
        }

        return false;
    }
}
