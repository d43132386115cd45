namespace Candour.Definitions;

/// <summary>What kind of thing is known to have happened.</summary>
public enum AnnotationKind
{
    /// <summary>What is counted, or how it is recorded, became another: points before and after are not one series.</summary>
    Definition,

    /// <summary>A rule, a law or an organisation changed. It may have moved the series; it does not say that it did.</summary>
    Policy,

    /// <summary>Somebody did something in order to move the series.</summary>
    Action,
}

/// <summary>
/// Something that is known to have happened and that a reader of a series should know. It stands on the chart, in its table and
/// in its sentence; it explains nothing by itself.
/// </summary>
/// <param name="Id">Its name in definitions.</param>
/// <param name="Title">What happened, in words that can follow "before it:".</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="From">The first day on which it held.</param>
/// <param name="Datasets">The datasets whose series it concerns.</param>
/// <param name="Measures">The measures whose series it concerns; all of the datasets when empty.</param>
/// <param name="Hierarchy">The hierarchy of the area.</param>
/// <param name="Area">Where it happened; it concerns this node and everything below it.</param>
/// <param name="Source">Who says so.</param>
public sealed record Annotation(
    string Id,
    string Title,
    AnnotationKind Kind,
    DateOnly From,
    IReadOnlyList<string> Datasets,
    IReadOnlyList<string> Measures,
    string Hierarchy,
    string Area,
    string Source)
{
    /// <summary>Whether it concerns the series of a measure in an area.</summary>
    public bool Concerns(Measure measure, Dataset dataset, AreaHierarchy hierarchy, Area area)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(area);
        return Datasets.Contains(dataset.Id) && (Measures.Count == 0 || Measures.Contains(measure.Id)) && hierarchy.Id == Hierarchy
            && Above(hierarchy, area).Any(node => node.Id == Area);
    }

    private static IEnumerable<Area> Above(AreaHierarchy hierarchy, Area area)
    {
        for (var node = area; ; node = hierarchy[node.Parent])
        {
            yield return node;
            if (node.Parent.Length == 0)
            {
                yield break;
            }
        }
    }
}
