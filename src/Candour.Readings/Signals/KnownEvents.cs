using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings.Signals;

/// <summary>What the definitions say is known to have happened to a series, by the period in which it began.</summary>
public static class KnownEvents
{
    /// <summary>The annotations of one kind or another that began in each period, in the order of their days; those before the first
    /// period and after the last are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<Annotation>> Of(
        Measure measure, Dataset dataset, AreaHierarchy hierarchy, Area area, Catalogue catalogue, IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(periods);
        Annotation[] mine = [.. catalogue.Annotations.Values.Where(one => one.Concerns(measure, dataset, hierarchy, area)).OrderBy(one => one.From).ThenBy(one => one.Id, StringComparer.Ordinal)];
        return [.. periods.Select(period => (IReadOnlyList<Annotation>)[.. mine.Where(one => period.Start <= one.From && one.From < period.End)])];
    }

    /// <summary>In words: "outcome subcodes came into use (policy, 1 April 2024)".</summary>
    public static string Words(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        return string.Create(CultureInfo.InvariantCulture, $"{annotation.Title} ({KindOf(annotation)}, {annotation.From:d MMMM yyyy})");
    }

    private static string KindOf(Annotation annotation) => annotation.Kind switch
    {
        AnnotationKind.Definition => "definition",
        AnnotationKind.Policy => "policy",
        AnnotationKind.Action => "action",
        _ => throw new ArgumentOutOfRangeException(nameof(annotation)),
    };
}
