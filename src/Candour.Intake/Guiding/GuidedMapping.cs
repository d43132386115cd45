using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake.Guiding;

/// <summary>The source has no name.</summary>
public sealed record SourceNeedsAName() : Refusal("Give the source a name, such as the system that the file came from.");

/// <summary>A required field is filled by nothing.</summary>
public sealed record FieldIsNotFilled(string Field) : Refusal(
    $"'{Field}' is filled by no column: choose one, or say what holds for every row; without it no row can be taken.");

/// <summary>One column was chosen twice.</summary>
public sealed record ColumnFillsTwo(string Column) : Refusal(
    $"The column '{Column}' was chosen for two fields: a column fills one.");

/// <summary>What fills a field.</summary>
public abstract record Filling
{
    private Filling()
    {
    }

    /// <summary>A column, with what the values of this source mean where the list does not say it.</summary>
    public sealed record ByColumn(string Column, IReadOnlyDictionary<string, string> Codes) : Filling;

    /// <summary>The same code in every row, because the file does not say it.</summary>
    public sealed record Always(string Code) : Filling;
}

/// <summary>What a person has said about the columns of a source: a mapping that was made by answers.</summary>
/// <param name="Title">What the source is called.</param>
/// <param name="Dataset">What its rows are.</param>
/// <param name="Agency">Whose rows these are.</param>
/// <param name="IsInvented">True in a demonstration, which takes no confidential rows.</param>
/// <param name="Dates">How it writes days.</param>
/// <param name="Encoding">The encoding that was answered; empty for UTF-8.</param>
/// <param name="Filled">What fills each field, by its id; a field that is not named is not held by the source.</param>
public sealed record GuidedMapping(
    string Title, Dataset Dataset, string Agency, bool IsInvented, DateWriting Dates, string Encoding, IReadOnlyDictionary<string, Filling> Filled)
{
    /// <summary>The share of rows that may stay out before the whole file is refused: few, because a wrong answer spoils many.</summary>
    private const string QuarantineUpTo = "0.05";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its id: begins with <c>own-</c>, so that none of the definitions has it.</summary>
    public string Id => "own-" + (Slug.Of(Title) is var slug && slug.Length > 60 ? slug[..60].TrimEnd('-') : slug);

    /// <summary>Whether it can be a mapping: named, with every required field filled and no column used twice.</summary>
    public Result<GuidedMapping> Checked()
    {
        if (Slug.Of(Title).Length == 0)
        {
            return new SourceNeedsAName();
        }

        if (Dataset.Fields.FirstOrDefault(field => field.Required && !Filled.ContainsKey(field.Id)) is { } open)
        {
            return new FieldIsNotFilled(open.Title);
        }

        var twice = Filled.Values.OfType<Filling.ByColumn>().GroupBy(one => one.Column, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? this : new ColumnFillsTwo(twice.Key);
    }

    /// <summary>The mapping as a file of definitions, which whoever keeps them can take as it is.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append("# yaml-language-server: $schema=../schema/mapping.schema.json\n");
        Line("id", Id);
        Line("title", Title.Trim());
        Line("dataset", Dataset.Id);
        Line("agency", Agency);
        Line("publisher", Agency);
        Line("attribution", "Records of the submitting agency; not for publication.");
        Line("data", IsInvented ? "synthetic" : "confidential");
        text.Append("reads: {delimiter: \",\", ").Append(Encoding.Length > 0 ? $"encoding: {Encoding}, " : "").Append("dates: ").Append(Dates switch
        {
            DateWriting.DayFirst => "day-month-year", DateWriting.MonthFirst => "month-day-year", _ => "year-month-day",
        }).Append("}\n");
        text.Append("quarantine_up_to: ").Append(QuarantineUpTo).Append('\n');
        var columns = InOrder<Filling.ByColumn>().ToList();
        text.Append(columns.Count > 0 ? "columns:\n" : "");
        foreach (var (field, by) in columns)
        {
            text.Append("  - {column: ").Append(Quoted(by.Column)).Append(", field: ").Append(field.Id);
            text.Append(by.Codes.Count == 0 ? "" : $", codes: {{{Pairs(by.Codes.OrderBy(pair => pair.Key, StringComparer.Ordinal))}}}").Append("}\n");
        }

        var always = InOrder<Filling.Always>().Select(pair => KeyValuePair.Create(pair.Field.Id, pair.By.Code)).ToList();
        text.Append(always.Count == 0 ? "" : $"always: {{{Pairs(always)}}}\n");
        var notHeld = Dataset.Fields.Where(field => !Filled.ContainsKey(field.Id)).Select(field => field.Id).ToList();
        text.Append(notHeld.Count == 0 ? "" : $"not_held: [{string.Join(", ", notHeld)}]\n");
        return text.ToString();

        void Line(string key, string value) => text.Append(key).Append(": ").Append(Quoted(value)).Append('\n');
    }

    private IEnumerable<(Field Field, T By)> InOrder<T>()
        where T : Filling =>
        Dataset.Fields.Where(field => Filled.GetValueOrDefault(field.Id) is T).Select(field => (field, (T)Filled[field.Id]));

    private static string Pairs(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join(", ", pairs.Select(pair => $"{Quoted(pair.Key)}: {Quoted(pair.Value)}"));

    /// <summary>JSON's quoted text is YAML's.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
