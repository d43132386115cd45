using System.Globalization;

namespace Candour.Readings;

/// <summary>
/// How numbers are written, everywhere: <c>21,174</c>, <c>35.3%</c>, <c>61.5 days</c>. Rounded only here, at display,
/// half away from zero; never in the culture of the machine; never a signed zero.
/// </summary>
public static class NumberText
{
    /// <summary>Said where the data do not reach the upper end of an interval.</summary>
    public const string BeyondTheData = "beyond the data";

    private const string Minus = "\u2212";

    public static string Of(double value, FigureKind kind) => kind switch
    {
        FigureKind.Count => Count(value),
        FigureKind.Amount or FigureKind.Rate => Rate(value),
        FigureKind.Difference => Points(value),
        FigureKind.Share => Share(value),
        FigureKind.Days => $"{Days(value)} {(Days(value) == "1" ? "day" : "days")}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Count(double value) => Write(value, 1, 0);

    public static string Count(long value) => value < 0
        ? Minus + value.ToString("#,0", CultureInfo.InvariantCulture)[1..]
        : value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>One decimal of a per cent: 0.3529 is <c>35.3%</c>.</summary>
    public static string Share(double value) => Write(value, 100, 1) + "%";

    public static string Count(decimal value) => Write((double)value, 1, value == decimal.Truncate(value) ? 0 : 1);

    /// <summary>Three figures that count: <c>1,234</c>, <c>12.3</c>, <c>1.23</c>, <c>0.123</c>.</summary>
    public static string Rate(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 100 => Write(value, 1, 0),
        >= 10 => Write(value, 1, 1),
        >= 1 => Write(value, 1, 2),
        _ => Write(value, 1, 3),
    };

    /// <summary>A difference of shares in percentage points, with its sign: <c>+3.2 points</c>.</summary>
    public static string Points(double value) => $"{WithSign(value)} points";

    private static string WithSign(double value)
    {
        var text = Write(value, 100, 1);
        return text.StartsWith(Minus, StringComparison.Ordinal) || text == "0.0" ? text : "+" + text;
    }

    /// <summary>Without a decimal when the days are whole: <c>61.5</c>, <c>62</c>.</summary>
    public static string Days(double value)
    {
        var text = Write(value, 1, 1);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
    }

    /// <summary>"34.9% to 35.7%"; the unit of days is said once, by the value.</summary>
    public static string Interval(double lower, double upper, FigureKind kind) =>
        $"{Bare(lower, kind)} to {(double.IsPositiveInfinity(upper) ? BeyondTheData : Bare(upper, kind))}";

    /// <summary>A label of a scale; the scale decides how many decimals keep its ticks apart.</summary>
    internal static string Tick(double value, int decimals) => Write(value, 1, decimals);

    private static string Bare(double value, FigureKind kind) =>
        kind == FigureKind.Days ? Days(value) : kind == FigureKind.Difference ? WithSign(value) : Of(value, kind);

    private static string Write(double value, int times, int decimals)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), "Only a finite number can be written.");
        }

        if (Math.Abs(value) > 1e20)
        {
            // Only the digits that a double has.
            var digits = decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
            return Signed((value * times).ToString(digits, CultureInfo.InvariantCulture));
        }

        // Decimal first: 0.3525 is not quite 0.3525 in binary, and 35.25 must still round up.
        var rounded = Math.Round((decimal)value * times, decimals, MidpointRounding.AwayFromZero);
        return Signed((rounded == 0 ? 0m : rounded).ToString(Fixed(decimals), CultureInfo.InvariantCulture));
    }

    /// <summary>The standard format with so many decimals; a table has thousands of them.</summary>
    private static string Fixed(int decimals) => decimals switch
    {
        0 => "N0",
        1 => "N1",
        2 => "N2",
        3 => "N3",
        _ => string.Create(CultureInfo.InvariantCulture, $"N{decimals}"),
    };

    private static string Signed(string text) => text[0] == '-' ? Minus + text[1..] : text;
}
