using Candour.Definitions;
using Candour.Intake.Guiding;

namespace Candour.Uploading;

/// <summary>A field whose column holds values that its list does not know.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column that fills it.</param>
/// <param name="Values">Its values that are in no list, with their positions among the column's values.</param>
public sealed record OpenCodes(Field Field, SurveyedColumn Column, IReadOnlyList<(int Index, string Value)> Values);

/// <summary>
/// What a sender fills in about the columns of a file: <c>field-ID</c> is <c>column:N</c> or <c>always:CODE</c>, and <c>code-ID-N</c> is
/// what the N-th value of its column means. Pure.
/// </summary>
public static class ColumnsForm
{
    private const string ByColumn = "column:";
    private const string Always = "always:";

    /// <summary>A list of more codes than this is not offered for "in every row the same".</summary>
    private const int MostOffered = 100;

    /// <summary>What is chosen for a field before anybody has: the suggested column, if there is one.</summary>
    public static string Suggested(Field field, IReadOnlyList<ColumnSuggestion> suggestions)
    {
        ArgumentNullException.ThrowIfNull(field);
        return suggestions.FirstOrDefault(one => one.Field == field.Id) is { } found ? $"{ByColumn}{found.Column}" : "";
    }

    public static string ValueOf(SurveyedColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return $"{ByColumn}{column.Index}";
    }

    public static string ValueOfAlways(string code) => Always + code;

    /// <summary>The codes that may hold in every row; none for a field that holds no code, or for a long list.</summary>
    public static IReadOnlyList<(string Id, string Title)> AlwaysChoices(Field field, Dataset dataset, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Type is FieldType.Code or FieldType.Area && CodeReading.Choices(field, dataset, catalogue) is { Count: <= MostOffered } few ? few : [];
    }

    /// <summary>What fills each field; a choice that is none of the offered is left out.</summary>
    public static IReadOnlyDictionary<string, Filling> Filled(
        IReadOnlyDictionary<string, string> form, Dataset dataset, SourceSurvey survey, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(survey);
        var filled = new Dictionary<string, Filling>(StringComparer.Ordinal);
        foreach (var field in dataset.Fields)
        {
            var chosen = form.GetValueOrDefault("field-" + field.Id, "");
            if (ColumnOf(chosen, survey) is { } column)
            {
                filled[field.Id] = new Filling.ByColumn(column.Name, Codes(form, field, column, dataset, catalogue));
            }
            else if (chosen.StartsWith(Always, StringComparison.Ordinal) && AlwaysChoices(field, dataset, catalogue).Any(one => one.Id == chosen[Always.Length..]))
            {
                filled[field.Id] = new Filling.Always(chosen[Always.Length..]);
            }
        }

        return filled;
    }

    /// <summary>The values that somebody must say the meaning of, or leave out.</summary>
    public static IReadOnlyList<OpenCodes> Open(IReadOnlyDictionary<string, string> form, Dataset dataset, SourceSurvey survey, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(dataset);
        return
        [
            .. from field in dataset.Fields
               where field.Type is FieldType.Code or FieldType.Area
               let column = ColumnOf(form.GetValueOrDefault("field-" + field.Id, ""), survey)
               where column is not null
               let open = Unread(field, column, dataset, catalogue)
               where open.Count > 0 || column.HasMore
               select new OpenCodes(field, column, open),
        ];
    }

    private static SurveyedColumn? ColumnOf(string chosen, SourceSurvey survey) =>
        chosen.StartsWith(ByColumn, StringComparison.Ordinal)
            ? survey.Columns.FirstOrDefault(column => ValueOf(column) == chosen) : null;

    private static List<(int Index, string Value)> Unread(Field field, SurveyedColumn column, Dataset dataset, Catalogue catalogue) =>
        [.. column.Values.Select((value, index) => (index, value)).Where(one => !CodeReading.TryRead(field, one.value, dataset, catalogue, out _))];

    private static Dictionary<string, string> Codes(
        IReadOnlyDictionary<string, string> form, Field field, SurveyedColumn column, Dataset dataset, Catalogue catalogue)
    {
        if (field.Type is not (FieldType.Code or FieldType.Area))
        {
            return [];
        }

        var allowed = CodeReading.Choices(field, dataset, catalogue).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return Unread(field, column, dataset, catalogue)
            .Select(one => (one.Value, Code: form.GetValueOrDefault($"code-{field.Id}-{one.Index}", "")))
            .Where(one => allowed.Contains(one.Code)).ToDictionary(one => one.Value, one => one.Code, StringComparer.Ordinal);
    }
}
