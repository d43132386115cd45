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

            if (part.Attrition is { } path)
            {
                Check(path, part, entry.Section("attrition")!, measures);
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
            [.. entry.Sections("evidence", required: false).Select(Evidence)],
            entry.SectionOrAbsent("attrition") is { } path ? Attrition(path) : null);
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

    private static AttritionPath Attrition(Entry entry)
    {
        var path = new AttritionPath(
            entry.Text("title"),
            [
                .. entry.Sections("steps").Select(step =>
                {
                    var read = new AttritionStep(
                        step.Text("title"), step.Text("measure"), step.Text("decides"), step.TextOrEmpty("reasons"), step.TextOrEmpty("by"));
                    step.NothingElse();
                    return read;
                }),
            ],
            entry.Text("ends"));
        entry.NothingElse();
        return path;
    }

    /// <summary>Steps of different things, or of different cohorts, are no way of the same cases.</summary>
    private static void Check(AttritionPath path, FrameworkPart part, Entry entry, IReadOnlyDictionary<string, Measure> measures)
    {
        if (path.Steps.Count == 0)
        {
            entry.At("steps").Problem("A way of cases has one step or more.");
        }

        foreach (var (step, at) in path.Steps.Zip(entry.Sections("steps")))
        {
            if (!part.Measures.Contains(step.Measure) || !measures.TryGetValue(step.Measure, out var share))
            {
                at.At("measure").Problem($"'{step.Measure}' is not among the measures of this part.");
            }
            else if (share.Formula is not Formula.Share || share.IsSample)
            {
                at.At("measure").Problem($"'{step.Measure}' is not a share of counted cases.");
            }
            else if (measures.TryGetValue(path.Steps[0].Measure, out var first)
                && (share.Unit != first.Unit || share.Basis != first.Basis || !share.Datasets.Order().SequenceEqual(first.Datasets.Order())))
            {
                at.At("measure").Problem($"'{step.Measure}' does not count the same things on the same basis as '{first.Id}'.");
            }

            if (step.Reasons.Length > 0
                && !(measures.TryGetValue(step.Reasons, out var reasons) && reasons.Formula is Formula.Count && reasons.Breakdowns.Contains(step.By)))
            {
                at.At("reasons").Problem($"'{step.Reasons}' is not a count with the breakdown '{step.By}'.");
            }
        }
    }
}
