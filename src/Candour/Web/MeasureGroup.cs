using Candour.Definitions;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>
/// Measures that may be read side by side: of one subject, from one dataset, on one cohort basis. What stands in two
/// groups must not be compared.
/// </summary>
/// <param name="Framework">Where the questions come from.</param>
/// <param name="Subject">"Rape", "Sexual offences"; empty when the titles name none.</param>
/// <param name="Dataset">The dataset that answers.</param>
/// <param name="Basis">The cohort basis.</param>
/// <param name="Measures">How many first, then what part.</param>
public sealed record MeasureGroup(
    string Framework, string Subject, Dataset Dataset, CohortBasis Basis, IReadOnlyList<Measure> Measures)
{
    /// <summary>"Rape: outcomes assigned in the period, whenever the crime was recorded".</summary>
    public string Heading => Subject.Length > 0 ? $"{Subject}: {Basis.Title}" : Capital(Basis.Title);

    /// <summary>Every measure once, under the first of its datasets that has data.</summary>
    public static IReadOnlyList<MeasureGroup> Of(ReadingRoom room, IEnumerable<Measure> measures)
    {
        ArgumentNullException.ThrowIfNull(room);
        return Of(room.Catalogue, measures.Select(measure =>
            (measure, room.Catalogue.Datasets[measure.Datasets.First(room.Seen.Has)])));
    }

    /// <summary>A measure of the group for the whole nation and everything there are data for: what the list of all measures shows.</summary>
    public Reading Whole(ReadingRoom room, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(room);
        var hierarchy = room.Catalogue.HierarchyOf(Dataset);
        return room.Read(measure, new Question(Dataset, hierarchy, hierarchy.Top, Resolving.WholeRange(Dataset, room.Snapshot), []));
    }

    /// <summary>The measures of one dataset.</summary>
    public static IReadOnlyList<MeasureGroup> Of(ReadingRoom room, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        return Of(room.Catalogue, room.Measures.Where(measure => measure.Datasets.Contains(dataset.Id)).Select(measure => (measure, dataset)));
    }

    /// <summary>The title without what the group's heading says already.</summary>
    public static string ShortTitle(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var title = measure.Title[(SubjectOf(measure) is { Length: > 0 } subject ? subject.Length + 2 : 0)..];
        var cohort = title.LastIndexOf(", of ", StringComparison.Ordinal);
        return Capital(cohort > 0 ? title[..cohort] : title);
    }

    private static IReadOnlyList<MeasureGroup> Of(Catalogue catalogue, IEnumerable<(Measure Measure, Dataset Dataset)> pairs) =>
    [
        .. pairs
            .GroupBy(pair => (pair.Measure.Framework, Subject: SubjectOf(pair.Measure), pair.Dataset.Id, pair.Measure.Basis))
            .OrderByDescending(group => group.Key.Framework, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Subject.Length == 0)
            .ThenBy(group => group.Key.Subject, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Basis, StringComparer.Ordinal)
            .Select(group => new MeasureGroup(
                catalogue.Frameworks[group.Key.Framework].Title,
                group.Key.Subject,
                group.First().Dataset,
                group.First().Dataset.BasisNamed(group.Key.Basis)!,
                [.. group.Select(pair => pair.Measure)
                    .OrderBy(measure => measure.Type).ThenBy(measure => measure.Kind != MeasureKind.Context)
                    .ThenBy(measure => measure.Id, StringComparer.Ordinal)])),
    ];

    private static string SubjectOf(Measure measure)
    {
        var colon = measure.Title.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 ? measure.Title[..colon] : "";
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
