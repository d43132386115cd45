using System.Globalization;
using Candour.Definitions;

namespace Candour.Intake.Mapped;

/// <summary>Reads a count, a number or a sampling weight. Pure.</summary>
internal static class NumberCell
{
    /// <summary>Far above any count of crimes, and far below where sums of such counts would overflow.</summary>
    private const long MostCounted = 1_000_000_000_000;

    /// <summary>The text with no more decimals than the field keeps, for a source whose mapping says so.</summary>
    public static string Rounded(Field field, string text) => field.Type == FieldType.Number ? FixedNumber.Rounded(text, field.Decimals) : text;

    public static FieldValue Read(Field field, string text, string thousands, long line, string column) =>
        field.Type == FieldType.Count ? ReadCount(field, text, thousands, line, column) : ReadNumber(field, text, thousands, line, column);

    private static FieldValue ReadCount(Field field, string text, string thousands, long line, string column)
    {
        var plain = Plain(text, text, thousands);
        return !long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? Wrong(line, column, text, $"'{field.Title}' is not a whole number.")
            : Math.Abs(number) > MostCounted
                ? Wrong(line, column, "", $"'{field.Title}' is larger than anything that is counted here.")
            : number < 0 && !field.NegativeAllowed
                ? Wrong(line, column, text, $"'{field.Title}' is below zero, and this source has no corrections.")
            : new(number.ToString(CultureInfo.InvariantCulture), null);
    }

    private static FieldValue ReadNumber(Field field, string text, string thousands, long line, string column)
    {
        var plain = Plain(text, text.Split('.')[0], thousands);
        return !FixedNumber.TryParse(plain, field.Decimals, out var number)
                ? Wrong(line, column, text, $"'{field.Title}' is not {Kind(field)}.")
            : number < 0 && !field.NegativeAllowed
                ? Wrong(line, column, text, $"'{field.Title}' is below zero, which it never is.")
            : (field.AtLeast > long.MinValue && number < field.AtLeast * field.Scale) || (field.AtMost < long.MaxValue && number > field.AtMost * field.Scale)
                ? Wrong(line, column, text, $"'{field.Title}' lies outside {field.AtLeast} to {field.AtMost}.")
            : number == 0 && field.Type == FieldType.SamplingWeight
                ? Wrong(line, column, text, $"'{field.Title}' is 0: a sampled row stands for something.")
            : new(FixedNumber.Text(number, field.Decimals), null);
    }

    private static string Kind(Field field) =>
        field.Decimals == 0 ? "a whole number" : $"a number with at most {field.Decimals} decimal(s)";

    private static string Plain(string text, string whole, string thousands) =>
        thousands.Length > 0 && IsGroupedProperly(whole, thousands) ? text.Replace(thousands, "", StringComparison.Ordinal) : text;

    /// <summary>1,234,567 is grouped; 12,34 is a mistake that must not become 1234.</summary>
    private static bool IsGroupedProperly(string text, string separator)
    {
        var parts = text.TrimStart('-').Split(separator);
        return parts.Length == 1 || (parts[0].Length is > 0 and <= 3 && parts.Skip(1).All(part => part.Length == 3));
    }

    private static FieldValue Wrong(long line, string column, string value, string message) =>
        FieldReader.Wrong("NUMBER_INVALID", line, column, value, message);
}
