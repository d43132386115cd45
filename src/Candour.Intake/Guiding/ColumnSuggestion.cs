using Candour.Definitions;

namespace Candour.Intake.Guiding;

/// <summary>Why a column is thought to fill a field.</summary>
public enum SuggestionReason
{
    /// <summary>Its name, and its values do not speak against it.</summary>
    Name,

    /// <summary>Its values are those of the field's list.</summary>
    Values,

    /// <summary>Both.</summary>
    NameAndValues,
}

/// <summary>A column that may fill a field; a person decides.</summary>
/// <param name="Field">Id of the field.</param>
/// <param name="Column">Position of the column.</param>
/// <param name="Reason">Why.</param>
public sealed record ColumnSuggestion(string Field, int Column, SuggestionReason Reason)
{
    private const double Enough = 0.5;

    /// <summary>For each field at most one column, and for each column at most one field, the likeliest first. Pure.</summary>
    public static IReadOnlyList<ColumnSuggestion> For(Dataset dataset, Catalogue catalogue, SourceSurvey survey)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(survey);
        var names = new FieldNames(catalogue);
        var likely =
            from field in dataset.Fields
            from column in survey.Columns
            let byName = names.Likeness(field, column.Name)
            let byValues = ValueLikeness.Of(field, column, dataset, catalogue)
            where byValues >= 0
            let isByName = byName >= Enough
            let isByValues = byValues > Enough && field.Type is FieldType.Code or FieldType.Area
            where isByName || (isByValues && byValues > 0.9)
            orderby (byName * 2) + byValues descending, dataset.IndexOf(field.Id), column.Index
            select new ColumnSuggestion(
                field.Id, column.Index,
                isByName && isByValues ? SuggestionReason.NameAndValues : isByName ? SuggestionReason.Name : SuggestionReason.Values);
        var (fields, columns, chosen) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<int>(), new List<ColumnSuggestion>());
        foreach (var one in likely)
        {
            if (!fields.Contains(one.Field) && !columns.Contains(one.Column))
            {
                fields.Add(one.Field);
                columns.Add(one.Column);
                chosen.Add(one);
            }
        }

        return chosen;
    }

    /// <summary>The datasets by how many of their fields the columns seem to fill, the likeliest first; of two, the one with fewer fields left open.</summary>
    public static IReadOnlyList<Dataset> Rank(IEnumerable<Dataset> datasets, Catalogue catalogue, SourceSurvey survey) =>
    [
        .. datasets.Select(dataset => (Dataset: dataset, Filled: For(dataset, catalogue, survey).Count(one => one.Reason != SuggestionReason.Values)))
            .OrderByDescending(one => one.Filled).ThenByDescending(one => (double)one.Filled / one.Dataset.Fields.Count)
            .ThenBy(one => one.Dataset.Id, StringComparer.Ordinal).Select(one => one.Dataset),
    ];
}
