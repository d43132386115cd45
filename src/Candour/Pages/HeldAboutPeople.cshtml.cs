using Candour.Definitions;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>What rows about cases can hold, for how long, and the rights of those they are about; for the public, from the definitions alone.</summary>
[Door]
[LeftAtOnce]
public sealed class HeldAboutPeopleModel(Catalogue catalogue) : PageModel
{
    /// <summary>Those whose rows are cases, by title.</summary>
    public IReadOnlyList<Dataset> Datasets { get; } =
        [.. catalogue.Datasets.Values.Where(dataset => dataset.Rows == RowKind.Case).OrderBy(dataset => dataset.Title, StringComparer.Ordinal)];

    public static string Kept(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.RetentionMonths > 0 ? $"{dataset.RetentionMonths} months after the end of its period" : "as long as the agency decides; the definitions set no end";
    }

    /// <summary>Empty where there is none.</summary>
    public static string Pseudonyms(Dataset dataset) => Titles(dataset, isPseudonym: true);

    public static string Plain(Dataset dataset) => Titles(dataset, isPseudonym: false);

    private static string Titles(Dataset dataset, bool isPseudonym)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return string.Join("; ", dataset.Fields.Where(field => field.Type == FieldType.Identifier == isPseudonym).Select(field => field.Title));
    }
}
