namespace Candour.Definitions;

/// <summary>How sensitive the rows behind a source are.</summary>
public enum DataClass
{
    /// <summary>Already published by somebody with the right to do so.</summary>
    Public,

    /// <summary>Invented.</summary>
    Synthetic,

    /// <summary>Real case records; never accepted by a demonstration workspace.</summary>
    Confidential,
}

/// <summary>In which order a source writes the parts of a day.</summary>
public enum DateWriting
{
    /// <summary>2024-03-18, a time of day after it allowed.</summary>
    Iso,

    /// <summary>18/03/2024, with blanks, dots, dashes or strokes between.</summary>
    DayFirst,

    /// <summary>03/18/2024.</summary>
    MonthFirst,
}

/// <summary>One column of the file and what becomes of it: exactly one of field, required value and ignored.</summary>
/// <param name="Column">Its header, exactly; empty for a column without a header.</param>
/// <param name="Field">The dataset field it fills; empty when none.</param>
/// <param name="MustBe">The value every row must hold here; empty when any.</param>
/// <param name="Ignored">Why it is left out; empty when it is not.</param>
public sealed record ColumnRule(string Column, string Field, string MustBe, string Ignored)
{
    /// <summary>What the values of this source mean, as codes of the field; a value that is not among them is read by the code list.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// Wide columns that become rows: a header such as <c>Number of {offence_category} {outcome}</c> names the codes of the
/// fields in braces, and the cell is the value of another field.
/// </summary>
/// <param name="Header">The header with fields in braces.</param>
/// <param name="Value">The count field that the cell fills; empty when the columns are ignored.</param>
/// <param name="Columns">How many such columns a whole file has.</param>
/// <param name="Ignored">Why they are left out; empty when they are not.</param>
public sealed record WideRule(string Header, string Value, int Columns, string Ignored)
{
    /// <summary>The fields named in braces.</summary>
    public IEnumerable<string> Fields => Header.Split('{').Skip(1).Select(part => part.Split('}')[0]);
}

/// <summary>Where the period of a row comes from.</summary>
/// <param name="Field">The period field it fills.</param>
/// <param name="FromNames">Patterns of the file's path, with <c>{year}</c> and <c>{month}</c>.</param>
/// <param name="FinancialYear">The column with a financial year such as 2018/19; empty when the name tells.</param>
/// <param name="FinancialQuarter">The column with its quarter, 1 to 4; empty when the name tells.</param>
public sealed record PeriodRule(
    string Field, IReadOnlyList<string> FromNames, string FinancialYear, string FinancialQuarter)
{
    /// <summary>The column with a calendar year; empty when the period comes from elsewhere.</summary>
    public string Year { get; init; } = "";

    /// <summary>The column with its quarter, 1 to 4; empty when its months are told.</summary>
    public string Quarter { get; init; } = "";

    /// <summary>The column with its month, as a number or an English name; empty when its quarters are told.</summary>
    public string Month { get; init; } = "";

    /// <summary>The columns that are read.</summary>
    public IEnumerable<string> Columns => new[] { FinancialYear, FinancialQuarter, Year, Quarter, Month }.Where(name => name.Length > 0);
}

/// <summary>A row that repeats the sum of the others: checked against its parts and never counted.</summary>
/// <param name="Column">The column that marks it.</param>
/// <param name="Value">The value that marks it.</param>
public sealed record TotalRule(string Column, string Value);

/// <summary>What a whole file always has: a row for every area of the lowest level in every period of the file.</summary>
/// <param name="Where">Only rows with these codes, as field and code; empty for any row.</param>
public sealed record CompleteRule(IReadOnlyList<KeyValuePair<string, string>> Where);

/// <summary>How one source system's files become rows of a dataset. No code of its own.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Dataset">The dataset it fills.</param>
/// <param name="Agency">The agency whose data these are; part of every permanent reference.</param>
/// <param name="Publisher">Who published or sent the file.</param>
/// <param name="Attribution">The sentence that must stand wherever the data are shown.</param>
/// <param name="Data">How sensitive the rows are.</param>
/// <param name="Delimiter">Between the cells.</param>
/// <param name="Thousands">The thousands separator of numbers; empty when none is allowed.</param>
/// <param name="Absent">Cell texts that mean "nothing stated", beside the empty cell.</param>
/// <param name="FinalNewline">The source always ends its files with a line break, so a file without one is cut short.</param>
/// <param name="Period">Where the period comes from; absent when the rows carry their own dates.</param>
/// <param name="Columns">The columns by name.</param>
/// <param name="Wide">The columns by pattern.</param>
/// <param name="Total">The total row; absent when there is none.</param>
/// <param name="Complete">What a whole file always has, so that one that was cut short is noticed.</param>
public sealed record Mapping(
    string Id,
    string Title,
    string Dataset,
    string Agency,
    string Publisher,
    string Attribution,
    DataClass Data,
    char Delimiter,
    string Thousands,
    IReadOnlyList<string> Absent,
    bool FinalNewline,
    PeriodRule? Period,
    IReadOnlyList<ColumnRule> Columns,
    IReadOnlyList<WideRule> Wide,
    TotalRule? Total,
    IReadOnlyList<CompleteRule> Complete)
{
    /// <summary>Spellings of "missing" that are counted as missing, with a warning; case does not matter.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The encoding of its text files; empty for UTF-8, or what a byte order mark says.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>How a day is written.</summary>
    public DateWriting Dates { get; init; } = DateWriting.Iso;

    /// <summary>The sheets of a workbook that hold its rows; empty when the one sheet that has its columns does.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>Numbers with more decimals than their field keeps are rounded, and it is told; else they are refused.</summary>
    public bool Round { get; init; }

    /// <summary>Other files of the same extract, whose columns are added to the rows.</summary>
    public IReadOnlyList<JoinRule> Joins { get; init; } = [];

    /// <summary>Counts of parts that become a row each; absent when there are none.</summary>
    public PartsRule? Parts { get; init; }

    /// <summary>Which rows of the file are meant; empty for all.</summary>
    public IReadOnlyList<OnlyRule> Only { get; init; } = [];

    /// <summary>Fields that every row fills with the same code, because the file does not say it.</summary>
    public IReadOnlyDictionary<string, string> Always { get; init; } = new Dictionary<string, string>();

    /// <summary>The fields that it fills, one by one; what it does not name is not held by the source.</summary>
    public IEnumerable<string> FieldsFilled => Columns.Where(rule => rule.Field.Length > 0).Select(rule => rule.Field)
        .Concat(Wide.Where(rule => rule.Value.Length > 0).SelectMany(rule => rule.Fields.Append(rule.Value)).Distinct())
        .Concat(Period is { } period ? [period.Field] : [])
        .Concat(Parts is { } parts ? [parts.Field, parts.Value] : [])
        .Concat(Always.Keys);

    /// <summary>The share of rows, from 0 to 1, that may be put in quarantine before the whole file is refused.</summary>
    public decimal QuarantineUpTo { get; init; }
}
