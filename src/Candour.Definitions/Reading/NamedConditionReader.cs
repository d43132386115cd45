namespace Candour.Definitions.Reading;

/// <summary>Reads <c>conditions/*.yaml</c>. A named condition may rest on one that was read before it.</summary>
internal static class NamedConditionReader
{
    public static NamedCondition Read(
        Entry root,
        IReadOnlyDictionary<string, Dataset> datasets,
        IReadOnlyDictionary<string, CodeList> codeLists,
        IReadOnlyDictionary<string, NamedCondition> before,
        Places places)
    {
        var holds = root.Section("holds");
        var condition = new NamedCondition(
            root.Text("id"), root.Text("title"), root.Texts("datasets", required: true),
            new ConditionReader(before, places).ReadOrEverything(holds));
        root.NothingElse();
        foreach (var name in condition.Datasets)
        {
            if (datasets.TryGetValue(name, out var dataset))
            {
                new ConditionTyping(codeLists, places).Check(root.At("holds"), condition.Holds, dataset);
            }
            else
            {
                root.At("datasets").Problem($"There is no dataset '{name}'.");
            }
        }

        return condition;
    }
}
