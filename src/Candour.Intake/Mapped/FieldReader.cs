using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Candour.Definitions;
using Candour.Intake.Reading;
using Candour.Kernel;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake.Mapped;

/// <summary>What a cell became: a value (empty for missing), with a finding where there is something to say.</summary>
internal readonly record struct FieldValue(string Value, Finding? Finding);

/// <summary>Reads one cell as the field it fills. Nothing is guessed: a cell is what the definition says, or a finding.</summary>
internal sealed partial class FieldReader(SourceMapping mapping, Catalogue catalogue, Pseudonymiser pseudonymiser, DateWriting order, DateOnly today)
{
    /// <summary>Longer than any code, reference or number.</summary>
    private const int Longest = 255;

    private const int ExactDigits = 15;

    /// <summary>The patterns of definitions, of which there are few; compiling one takes longer than reading a small file.</summary>
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    private readonly Dataset dataset = catalogue.Datasets[mapping.Dataset];
    private readonly Dictionary<string, long> rounded = [];
    private readonly HashSet<string> missing = new(mapping.Missing, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Field, string Cell), string> known = [];
    private readonly Dictionary<(string Field, string Text), string> ofTheSource = mapping.Columns
        .SelectMany(rule => rule.Codes.Select(code => ((rule.Field, code.Key), code.Value))).ToDictionary(pair => pair.Item1, pair => pair.Value);
    private readonly Dictionary<string, string> days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Regex> patterns = catalogue.Datasets[mapping.Dataset].Fields
        .Where(field => field.Pattern.Length > 0)
        .ToDictionary(field => field.Id, field => Compiled.GetOrAdd(field.Pattern, pattern => new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.Compiled)));

    /// <summary>How many numbers of each field had more decimals than are kept.</summary>
    public IReadOnlyDictionary<string, long> Rounded => rounded;

    /// <summary>True when the cell can only be read two ways; the mapper asks when that holds for the whole column.</summary>
    public bool WasTwoWays { get; private set; }

    public FieldValue Read(Field field, Cell cell, long line, string column)
    {
        WasTwoWays = false;
        if (KindRefused(field, cell, line, column) is { } wrong)
        {
            return new("", wrong);
        }

        var text = cell.Text.Trim();
        if (text.Length == 0 || mapping.Absent.Contains(text))
        {
            return Missing(field, line, column);
        }

        if (text.Length > Longest)
        {
            return Wrong("VALUE_TOO_LONG", line, column, text, $"'{field.Title}' holds {text.Length} characters, more than it ever does.");
        }

        if (SignRefused(field, cell.Text, line, column) is { } sign)
        {
            return new("", sign);
        }

        if (missing.Contains(text) && !IsACode(field, text))
        {
            return field.Required ? Missing(field, line, column) : new("", Finding(
                "MISSING_SENTINEL", Severity.Warning, line, column, text, $"'{field.Title}' holds a word for 'missing'; it is counted as missing, not as an answer."));
        }

        return field.Type switch
        {
            FieldType.Area or FieldType.Code => ReadCode(field, cell.Text, text, line, column),
            FieldType.Date => ReadDate(field, text, cell.Kind, line, column),
            FieldType.Count or FieldType.Number or FieldType.SamplingWeight => ReadNumber(field, text, line, column),
            FieldType.Period => ReadPeriod(field, text, line, column),
            FieldType.Identifier => ReadIdentifier(field, text, cell.Kind, line, column),
            _ => throw new InvalidOperationException($"No reader for {field.Type}."),
        };
    }

    private static FieldValue Missing(Field field, long line, string column) => field.Required
        ? new("", Error("REQUIRED_MISSING", line, column, "", $"'{field.Title}' is empty: a row cannot be taken without it."))
        : new("", null);

    private static Finding? KindRefused(Field field, Cell cell, long line, string column) => cell.Kind switch
    {
        CellKind.Merged => Error("MERGED_CELLS", line, column, "", $"'{field.Title}' is covered by a merged cell, so this row says nothing: unmerge it and fill every row."),
        CellKind.Formula => Error("CELL_TYPE", line, column, "", $"'{field.Title}' is a formula, and formulas are not evaluated: put its value in its place."),
        CellKind.Fault => Error("CELL_TYPE", line, column, "", $"'{field.Title}' is an error of the spreadsheet: correct it there."),
        CellKind.TrueOrFalse => Error("CELL_TYPE", line, column, "", $"'{field.Title}' is TRUE or FALSE: write what it means."),
        CellKind.NoDate => Error("DATE_INVALID", line, column, "", $"'{field.Title}' is a day that is on no calendar."),
        CellKind.Date or CellKind.DateAndTime when field.Type != FieldType.Date =>
            Error("CELL_TYPE", line, column, "", $"'{field.Title}' was turned into a date by the spreadsheet: format the column as text and enter it again."),
        CellKind.Number when field.Type == FieldType.Date =>
            Error("DATE_FORMAT", line, column, "", $"'{field.Title}' is a plain number: format the column as a date, or write yyyy-mm-dd."),
        _ => null,
    };

    /// <summary>Signs that nobody sees make two references out of one, and signs that no keyboard writes are damage.</summary>
    private static Finding? SignRefused(Field field, string text, long line, string column)
    {
        foreach (var sign in text)
        {
            if (sign is (>= ' ' and < '\u007F') or '\t' or '\n' or '\r')
            {
                continue;
            }

            if (char.IsControl(sign))
            {
                return Error("CONTROL_CHARACTER", line, column, text, $"'{field.Title}' holds a control character: take it out.");
            }

            if (char.GetUnicodeCategory(sign) == UnicodeCategory.Format || sign is '\u115F' or '\u1160' or '\u3164' or '\u034F' or (>= '\uFE00' and <= '\uFE0F'))
            {
                return Error("INVISIBLE_CHARACTER", line, column, text, $"'{field.Title}' holds a character that nobody sees: take it out.");
            }
        }

        return null;
    }

    private bool IsACode(Field field, string text) =>
        field.Type is FieldType.Code or FieldType.Area && (ofTheSource.ContainsKey((field.Id, text)) || Find(field, text, out _));

    private bool Find(Field field, string text, out string code) =>
        field.Type == FieldType.Area ? FindArea(text, out code) : catalogue.CodesOf(dataset, field.Id).TryRead(text, out code);

    private FieldValue ReadCode(Field field, string cell, string text, long line, string column)
    {
        if (known.TryGetValue((field.Id, cell), out var before) || ofTheSource.TryGetValue((field.Id, text), out before))
        {
            return new(before, null);
        }

        if (Find(field, text, out var code) || FindPadded(field, text, out code))
        {
            if (cell == code || IsSpelling(field, cell, code))
            {
                known[(field.Id, cell)] = code;
                return new(code, null);
            }

            return new(code, Finding(
                "CODE_NORMALISED", Severity.Warning, line, column, cell, $"'{field.Title}' was read as {code}: the source should write it so."));
        }

        return Wrong(
            "CODE_UNKNOWN", line, column, text,
            $"'{field.Title}' holds a value that is not in its list: correct it, or add a synonym to the list.");
    }

    /// <summary>Written to the letter as the list has it.</summary>
    private bool IsSpelling(Field field, string cell, string code) =>
        field.Type == FieldType.Area
            ? catalogue.HierarchyOf(dataset)[code] is var area && (cell == area.Title || area.Synonyms.Contains(cell))
            : catalogue.CodesOf(dataset, field.Id)[code] is var one && (cell == one.Title || one.Synonyms.Contains(cell));

    /// <summary>A number that lost its zeros at the front, where only one code can be meant.</summary>
    private bool FindPadded(Field field, string text, out string code)
    {
        code = "";
        if (field.Type != FieldType.Code || text.Length > 4 || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        var meant = catalogue.CodesOf(dataset, field.Id).Codes
            .Where(one => one.Id.Length > text.Length && one.Id.All(char.IsAsciiDigit) && one.Id.TrimStart('0') == text.TrimStart('0')).ToList();
        code = meant.Count == 1 ? meant[0].Id : "";
        return meant.Count == 1;
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

    private FieldValue ReadDate(Field field, string text, CellKind kind, long line, string column)
    {
        if (days.TryGetValue(text, out var before))
        {
            return InRange(field, DateOnly.ParseExact(before, "yyyy-MM-dd", CultureInfo.InvariantCulture), before, line, column, null);
        }

        var (reading, day) = DateCell.Read(text, kind == CellKind.Text ? order : DateWriting.Iso);
        WasTwoWays = reading == DateReading.TwoWays;
        if (reading is DateReading.OnNoCalendar)
        {
            return Wrong("DATE_INVALID", line, column, text, $"'{field.Title}' is a day that is on no calendar.");
        }

        if (reading is DateReading.TwoWays or DateReading.OtherWriting)
        {
            return Wrong(
                "DATE_FORMAT", line, column, text,
                $"'{field.Title}' is not a date written {Written(order)}; say how this source writes its days, or correct it.");
        }

        var written = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (reading == DateReading.Day)
        {
            days[text] = written;
        }

        // In a sheet a time of day hides behind the format; in text it stands there for all to see.
        return InRange(field, day, written, line, column, reading == DateReading.Day ? null : Finding(
            "TIME_DROPPED", kind == CellKind.Text ? Severity.Note : Severity.Warning, line, column, "",
            $"'{field.Title}' has a time of day, which was left out: the day is taken as it is written."));
    }

    private FieldValue InRange(Field field, DateOnly day, string written, long line, string column, Finding? finding) =>
        day.Year is < Period.FirstYear or > Period.LastYear || Placeholders.Contains(day) || (field.IsPast && day > today)
            ? Wrong(
                "DATE_OUT_OF_RANGE", line, column, "",
                day.Year is < Period.FirstYear or > Period.LastYear
                    ? $"'{field.Title}' is in a year before {Period.FirstYear} or after {Period.LastYear}."
                    : Placeholders.Contains(day) ? $"'{field.Title}' is a day that systems write when they know none: leave it empty."
                    : $"'{field.Title}' lies after the day on which the file was read.")
            : new(written, finding);

    /// <summary>Days that stand for "no day" in systems that must hold one.</summary>
    private static readonly HashSet<DateOnly> Placeholders =
        [new(1900, 1, 1), new(1901, 1, 1), new(1904, 1, 1), new(1970, 1, 1), new(2099, 12, 31), new(2199, 12, 31)];

    private static string Written(DateWriting order) => order switch
    {
        DateWriting.DayFirst => "dd/mm/yyyy", DateWriting.MonthFirst => "mm/dd/yyyy", _ => "yyyy-mm-dd",
    };

    private FieldValue ReadNumber(Field field, string text, long line, string column)
    {
        var kept = mapping.Round ? NumberCell.Rounded(field, text) : text;
        if (kept != text)
        {
            rounded[field.Id] = rounded.GetValueOrDefault(field.Id) + 1;
        }

        return NumberCell.Read(field, kept, mapping.Thousands, line, column);
    }

    private FieldValue ReadIdentifier(Field field, string text, CellKind kind, long line, string column)
    {
        var lost = (kind == CellKind.Number && (text.Count(char.IsAsciiDigit) > ExactDigits || text.Contains('.', StringComparison.Ordinal)))
            || (text.Contains('E', StringComparison.OrdinalIgnoreCase) && Exponent().IsMatch(text));
        if (lost)
        {
            return Wrong(
                "ID_NUMERIC_PRECISION", line, column, "",
                $"'{field.Title}' was kept as a number and lost digits: format the column as text in the source, and export it again.");
        }

        if (DirectIdentifier.KindOf(text) is { Length: > 0 } what)
        {
            return Wrong(
                "DIRECT_IDENTIFIER", line, column, text,
                $"'{field.Title}' holds {what}, where only a reference belongs: the row was not taken. Ask the sender to take it out of the extract.");
        }

        if (patterns.TryGetValue(field.Id, out var pattern) && !pattern.IsMatch(text))
        {
            return Wrong("ID_FORMAT", line, column, text, $"'{field.Title}' is not written as a reference of this source is.");
        }

        var pseudonym = pseudonymiser.Of(field.Namespace, text);
        return new(pseudonym, kind != CellKind.Number ? null : Finding(
            "ID_NUMERIC", Severity.Warning, line, column, "",
            $"'{field.Title}' is a number in the sheet; zeros at its front may be lost. Format the column as text."));
    }

    private FieldValue ReadPeriod(Field field, string text, long line, string column) =>
        Period.TryParse(text, out var period) && period.Months == dataset.Months
            ? new(period.ToString(), null)
            : Wrong("PERIOD_INVALID", line, column, text, $"'{field.Title}' is not a period of {dataset.Months} month(s).");

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?[eE]\+?[0-9]+$")]
    private static partial Regex Exponent();

    internal static FieldValue Wrong(string code, long line, string column, string value, string message) =>
        new("", Error(code, line, column, value, message));

    internal static Finding Error(string code, long line, string column, string value, string message) =>
        Finding(code, Severity.Error, line, column, value, message);

    private static Finding Finding(string code, Severity severity, long line, string column, string value, string message) =>
        new(code, severity, line, Header.Shown(column), ShownValue.Of(value), message);
}
