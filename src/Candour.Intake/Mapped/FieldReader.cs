using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake.Mapped;

/// <summary>What a cell became: a value (empty for missing), or a finding.</summary>
internal readonly record struct FieldValue(string Value, Finding? Finding);

/// <summary>Reads one cell as the field it fills. Nothing is guessed: a cell is what the definition says, or a finding.</summary>
internal sealed class FieldReader(SourceMapping mapping, Catalogue catalogue, Pseudonymiser pseudonymiser)
{
    /// <summary>Far above any count of crimes, and far below where sums of such counts would overflow.</summary>
    private const long MostCounted = 1_000_000_000_000;

    private readonly Dataset dataset = catalogue.Datasets[mapping.Dataset];
    private readonly Dictionary<(string Field, string Cell), string> known = [];

    public FieldValue Read(Field field, string cell, long line, string column)
    {
        var text = cell.Trim();
        if (text.Length == 0 || mapping.Absent.Contains(text))
        {
            return field.Required
                ? new("", Error("required-missing", line, column, "", $"'{field.Title}' is empty: a row cannot be taken without it."))
                : new("", null);
        }

        return field.Type switch
        {
            FieldType.Area or FieldType.Code => ReadCode(field, text, line, column),
            FieldType.Date => ReadDate(field, text, line, column),
            FieldType.Count => ReadCount(field, text, line, column),
            FieldType.Number or FieldType.SamplingWeight => ReadNumber(field, text, line, column),
            FieldType.Period => ReadPeriod(field, text, line, column),
            FieldType.Identifier => new(pseudonymiser.Of(field.Namespace, text), null),
            _ => throw new InvalidOperationException($"No reader for {field.Type}."),
        };
    }

    private FieldValue ReadCode(Field field, string text, long line, string column)
    {
        if (known.TryGetValue((field.Id, text), out var before))
        {
            return new(before, null);
        }

        var found = field.Type == FieldType.Area ? FindArea(text, out var code)
            : catalogue.CodesOf(dataset, field.Id).TryRead(text, out code);
        if (!found)
        {
            return new("", Error(
                field.Type == FieldType.Area ? "unknown-area" : "unknown-code", line, column, text,
                $"'{field.Title}' holds a value that is not in its list: correct it, or add a synonym to the list."));
        }

        known[(field.Id, text)] = code;
        return new(code, null);
    }

    private bool FindArea(string text, out string code)
    {
        var hierarchy = catalogue.HierarchyOf(dataset);

        // Only an estimate may be of a larger area: it is never added to another.
        var found = hierarchy.TryRead(text, out var area)
            && (area.Level == hierarchy.LowestLevel || dataset.Rows == RowKind.Estimate);
        code = found ? area.Id : "";
        return found;
    }

    private static FieldValue ReadDate(Field field, string text, long line, string column) =>
        !DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date)
                ? new("", Error("not-a-date", line, column, "", $"'{field.Title}' is not a date written yyyy-mm-dd."))
            : date.Year is < Period.FirstYear or > Period.LastYear
                ? new("", Error("implausible-date", line, column, "", $"'{field.Title}' is in a year before {Period.FirstYear} or after {Period.LastYear}."))
            : new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null);

    private FieldValue ReadCount(Field field, string text, long line, string column)
    {
        var plain = mapping.Thousands.Length > 0 && GroupedProperly(text, mapping.Thousands)
            ? text.Replace(mapping.Thousands, "", StringComparison.Ordinal)
            : text;
        return !long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? new("", Error("not-a-number", line, column, text, $"'{field.Title}' is not a whole number."))
            : Math.Abs(number) > MostCounted
                ? new("", Error("implausible-count", line, column, "", $"'{field.Title}' is larger than anything that is counted here."))
            : number < 0 && !field.NegativeAllowed
                ? new("", Error("negative-count", line, column, text, $"'{field.Title}' is below zero, and this source has no corrections."))
            : new(number.ToString(CultureInfo.InvariantCulture), null);
    }

    private FieldValue ReadNumber(Field field, string text, long line, string column)
    {
        var plain = mapping.Thousands.Length > 0 && GroupedProperly(text.Split('.')[0], mapping.Thousands)
            ? text.Replace(mapping.Thousands, "", StringComparison.Ordinal)
            : text;
        return !FixedNumber.TryParse(plain, field.Decimals, out var number)
                ? new("", Error("not-a-number", line, column, text, $"'{field.Title}' is not {Kind(field)}."))
            : number < 0 && !field.NegativeAllowed
                ? new("", Error("negative-count", line, column, text, $"'{field.Title}' is below zero, which it never is."))
            : number == 0 && field.Type == FieldType.SamplingWeight
                ? new("", Error("weight-not-positive", line, column, text, $"'{field.Title}' is 0: a sampled row stands for something."))
            : new(FixedNumber.Text(number, field.Decimals), null);
    }

    private static string Kind(Field field) =>
        field.Decimals == 0 ? "a whole number" : $"a number with at most {field.Decimals} decimal(s)";

    /// <summary>1,234,567 is grouped; 12,34 is a mistake that must not become 1234.</summary>
    private static bool GroupedProperly(string text, string separator)
    {
        var parts = text.TrimStart('-').Split(separator);
        return parts.Length == 1 || (parts[0].Length is > 0 and <= 3 && parts.Skip(1).All(part => part.Length == 3));
    }

    private FieldValue ReadPeriod(Field field, string text, long line, string column) =>
        Period.TryParse(text, out var period) && period.Months == dataset.Months
            ? new(period.ToString(), null)
            : new("", Error("not-a-period", line, column, text, $"'{field.Title}' is not a period of {dataset.Months} month(s)."));

    internal static Finding Error(string code, long line, string column, string value, string message) =>
        new(code, Severity.Error, line, column, Safe(value), message);

    /// <summary>Only up to four digits and marks are repeated: a name, a birth date or a telephone number that slipped into
    /// this column is not.</summary>
    internal static string Safe(string value) =>
        value.Length <= 4 && value.All(c => char.IsAsciiDigit(c) || ".,-/%".Contains(c, StringComparison.Ordinal)) ? value : "";
}
