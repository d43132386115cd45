using System.Globalization;

namespace Candour.Definitions;

/// <summary>Numbers with a declared number of decimals, kept as whole numbers so that sums are exact in any order.</summary>
public static class FixedNumber
{
    /// <summary>Far above any amount that is counted here, and far below where a sum could overflow.</summary>
    public const decimal Largest = 1_000_000_000_000;

    /// <summary>12.5 with one decimal is 125. False when the text is no plain number, is larger than anything counted here,
    /// or has more decimals than declared: nothing is rounded away unseen.</summary>
    public static bool TryParse(string text, int decimals, out long scaled)
    {
        scaled = 0;
        if (!decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > Largest)
        {
            return false;
        }

        var exact = number * (decimal)Math.Pow(10, decimals);
        if (exact != decimal.Truncate(exact) || Math.Abs(exact) > long.MaxValue)
        {
            return false;
        }

        scaled = (long)exact;
        return true;
    }

    /// <summary>A plain number without the decimals that are not kept, halves to the even side; the text as it is when it is none.</summary>
    public static string Rounded(string text, int decimals) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Round(number, decimals) is var rounded && rounded != number
            ? rounded.ToString(CultureInfo.InvariantCulture) : text;

    /// <summary>The number that a kept whole number stands for.</summary>
    public static decimal Of(long scaled, int decimals) => scaled / (decimal)Math.Pow(10, decimals);

    /// <summary>As it is stored: without trailing zeros, in no culture.</summary>
    public static string Text(long scaled, int decimals) => Of(scaled, decimals).ToString("0.######", CultureInfo.InvariantCulture);
}
