using System.Globalization;

namespace Candour.Synthesis.Files;

/// <summary>One value of a row. Empty is "not recorded" or "not yet".</summary>
internal readonly struct Cell
{
    private static readonly byte[] Days = RenderDays();

    private readonly Kind kind;
    private readonly string text;
    private readonly long number;

    private Cell(Kind kind, string text, long number) => (this.kind, this.text, this.number) = (kind, text, number);

    private enum Kind
    {
        Text, Number, Reference, Day, Month, Hundredths, TenThousandths,
    }

    public static implicit operator Cell(string text) => new(Kind.Text, text, 0);

    public static implicit operator Cell(int number) => new(Kind.Number, "", number);

    public static implicit operator Cell(DateOnly day) => new(Kind.Day, "", day.DayNumber);

    public static implicit operator Cell(DateOnly? day) =>
        day is { } known ? new(Kind.Day, "", known.DayNumber) : new(Kind.Text, "", 0);

    public static implicit operator Cell(Reference reference) =>
        new(Kind.Reference, reference.Prefix, reference.Number);

    /// <summary>A number, or empty where it is 0.</summary>
    public static Cell Optional(int number) => number == 0 ? "" : number;

    /// <summary>The month in which the day lies, as <c>2024-01</c>.</summary>
    public static Cell Month(DateOnly day) => new(Kind.Month, "", day.DayNumber);

    /// <summary>A number with two decimals, given in hundredths.</summary>
    public static Cell Hundredths(long hundredths) => new(Kind.Hundredths, "", hundredths);

    /// <summary>A number with four decimals, given in ten-thousandths.</summary>
    public static Cell TenThousandths(long tenThousandths) => new(Kind.TenThousandths, "", tenThousandths);

    /// <summary>Writes the value as ASCII and says how many bytes it took.</summary>
    public int WriteTo(Span<byte> to) => kind switch
    {
        Kind.Text => Text(to, text),
        Kind.Number => Number(to, number, ""),
        Kind.Reference => Referred(to),
        Kind.Day => Day(to, 10),
        Kind.Month => Day(to, 7),
        Kind.Hundredths => Decimal(to, 100, "00"),
        _ => Decimal(to, 10_000, "0000"),
    };

    private static int Text(Span<byte> to, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            to[i] = (byte)text[i];
        }

        return text.Length;
    }

    private static int Number(Span<byte> to, long number, string format)
    {
        number.TryFormat(to, out var written, format, CultureInfo.InvariantCulture);
        return written;
    }

    private static byte[] RenderDays()
    {
        // Days of 2000 to 2049; no date of the nation lies outside.
        var first = new DateOnly(2000, 1, 1);
        var days = new byte[10 * (new DateOnly(2050, 1, 1).DayNumber - first.DayNumber)];
        for (var i = 0; i < days.Length / 10; i++)
        {
            Text(days.AsSpan(10 * i), first.AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return days;
    }

    private int Referred(Span<byte> to)
    {
        var length = Text(to, text);
        if (number > 999_999)
        {
            return length + Number(to[length..], number, "");
        }

        var rest = (int)number;
        for (var i = length + 5; i >= length; i--)
        {
            to[i] = (byte)('0' + (rest % 10));
            rest /= 10;
        }

        return length + 6;
    }

    private int Day(Span<byte> to, int length)
    {
        const int FirstDay = 730_119;
        Days.AsSpan(10 * ((int)number - FirstDay), length).CopyTo(to);
        return length;
    }

    private int Decimal(Span<byte> to, int unit, string format)
    {
        var sign = number < 0 ? Text(to, "-") : 0;
        var size = Math.Abs(number);
        var whole = sign + Number(to[sign..], size / unit, "");
        to[whole] = (byte)'.';
        return whole + 1 + Number(to[(whole + 1)..], size % unit, format);
    }
}
