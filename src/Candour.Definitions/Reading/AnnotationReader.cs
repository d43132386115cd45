namespace Candour.Definitions.Reading;

/// <summary>Reads <c>annotations/*.yaml</c>.</summary>
internal static class AnnotationReader
{
    public static readonly IReadOnlyDictionary<string, AnnotationKind> Kinds = new Dictionary<string, AnnotationKind>
    {
        ["definition"] = AnnotationKind.Definition, ["policy"] = AnnotationKind.Policy, ["action"] = AnnotationKind.Action,
    };

    public static Annotation Read(
        Entry root,
        IReadOnlyDictionary<string, Dataset> datasets,
        IReadOnlyDictionary<string, Measure> measures,
        IReadOnlyDictionary<string, AreaHierarchy> hierarchies)
    {
        var annotation = new Annotation(
            root.Text("id"), root.Text("title"), root.Choice("kind", Kinds), root.Date("from"), root.Texts("datasets", required: true),
            root.Texts("measures"), root.Text("hierarchy"), root.Text("area"), root.Text("source"));
        root.NothingElse();
        foreach (var name in annotation.Datasets)
        {
            if (!datasets.TryGetValue(name, out var dataset))
            {
                root.At("datasets").Problem($"There is no dataset '{name}'.");
            }
            else if (!dataset.Hierarchies.Contains(annotation.Hierarchy))
            {
                root.At("hierarchy").Problem($"The dataset '{name}' is not read by the hierarchy '{annotation.Hierarchy}'.");
            }
        }

        foreach (var name in annotation.Measures.Where(name => !measures.TryGetValue(name, out var measure) || !measure.Datasets.Any(annotation.Datasets.Contains)))
        {
            root.At("measures").Problem($"'{name}' is not a measure of these datasets.");
        }

        if (hierarchies.TryGetValue(annotation.Hierarchy, out var hierarchy) && !hierarchy.TryFind(annotation.Area, out _))
        {
            root.At("area").Problem($"There is no area '{annotation.Area}' in '{annotation.Hierarchy}'.");
        }

        return annotation;
    }
}
