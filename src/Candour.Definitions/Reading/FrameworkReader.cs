namespace Candour.Definitions.Reading;

/// <summary>Reads <c>frameworks/*.yaml</c>.</summary>
internal static class FrameworkReader
{
    internal static Dictionary<string, PartKind> Kinds { get; } = new()
    {
        ["pillar"] = PartKind.Pillar,
        ["question"] = PartKind.Question,
        ["kpi"] = PartKind.Kpi,
        ["aim"] = PartKind.Aim,
        ["principle"] = PartKind.Principle,
        ["goal"] = PartKind.Goal,
        ["group"] = PartKind.Group,
    };

    public static Framework Read(Entry root, IReadOnlyDictionary<string, Measure> measures)
    {
        var entries = root.Sections("parts");
        var framework = new Framework(
            root.Text("id"), root.Text("title"), root.Text("source"), root.Flag("verified"), [.. entries.Select(Part)]);
        root.NothingElse();
        foreach (var (part, entry) in framework.Parts.Zip(entries))
        {
            if (part.Parent.Length > 0 && framework.Parts.All(other => other.Id != part.Parent))
            {
                entry.At("parent").Problem($"There is no part '{part.Parent}' here.");
            }

            foreach (var unknown in part.Measures.Where(id => !measures.ContainsKey(id)))
            {
                entry.At("measures").Problem($"'{unknown}' is not a measure.");
            }

            if (framework.Parts.Count(other => other.Id == part.Id) > 1)
            {
                entry.At("part").Problem($"The part '{part.Id}' stands here more than once.");
            }
        }

        return framework;
    }

    private static FrameworkPart Part(Entry entry)
    {
        var part = new FrameworkPart(
            entry.Text("part"),
            entry.Text("title"),
            entry.Choice("kind", Kinds),
            entry.TextOrEmpty("parent"),
            entry.Texts("measures"),
            [.. entry.Sections("evidence", required: false).Select(Evidence)]);
        entry.NothingElse();
        return part;
    }

    private static EvidenceSlot Evidence(Entry entry)
    {
        var slot = new EvidenceSlot(entry.Text("slot"), entry.Text("title"), entry.Texts("rubric", required: true));
        entry.NothingElse();
        if (slot.Rubric.Count < 2)
        {
            entry.At("rubric").Problem("A rubric has two levels or more.");
        }

        return slot;
    }
}
