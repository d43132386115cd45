namespace Candour.Definitions.Reading;

/// <summary>Reads <c>codelists/*.yaml</c>.</summary>
internal static class CodeListReader
{
    public static CodeList Read(Entry root)
    {
        var id = root.Text("id");
        var title = root.Text("title");
        var source = root.Text("source");
        var verified = root.Flag("verified");
        var groups = root.Sections("groups", required: false).Select(Group).ToList();
        var codes = root.Sections("codes").Select(entry => Code(entry, groups)).ToList();
        root.NothingElse();
        Once(root, "code", codes.Select(code => code.Id));
        Once(root, "group", groups.Select(group => group.Id));
        foreach (var group in groups.Where(group => !LeadsUp(group, groups)))
        {
            root.Problem($"The group '{group.Id}' does not lead up to a group without a parent.");
        }

        Spellings(root, codes);
        return new CodeList(
            id, title, source, verified, [.. groups.DistinctBy(g => g.Id)], [.. codes.DistinctBy(c => c.Id)]);
    }

    private static CodeGroup Group(Entry entry)
    {
        var group = new CodeGroup(entry.Text("group"), entry.Text("title"), entry.TextOrEmpty("parent"));
        entry.NothingElse();
        return group;
    }

    private static Code Code(Entry entry, List<CodeGroup> groups)
    {
        var code = new Code(
            entry.Text("code"),
            entry.Text("title"),
            entry.TextOrEmpty("group"),
            entry.Texts("synonyms"),
            entry.Date("from", DateOnly.MinValue),
            entry.Date("until", DateOnly.MaxValue),
            entry.Flag("verified", whenAbsent: true));
        entry.NothingElse();
        if (code.From >= code.Until)
        {
            entry.Problem("A code may be used from a day until a later day.");
        }

        if (code.Group.Length > 0 && groups.TrueForAll(group => group.Id != code.Group))
        {
            entry.Problem($"There is no group '{code.Group}' in this list.");
        }

        return code;
    }

    private static bool LeadsUp(CodeGroup group, List<CodeGroup> groups)
    {
        var at = group;
        for (var step = 0; step <= groups.Count && at is not null; step++)
        {
            if (at.Parent.Length == 0)
            {
                return true;
            }

            at = groups.Find(other => other.Id == at.Parent);
        }

        return false;
    }

    /// <summary>Two codes may share a title, which then finds neither; an id or a synonym must mean one code.</summary>
    private static void Spellings(Entry root, List<Code> codes)
    {
        var meant = codes.SelectMany(code => code.Synonyms.Prepend(code.Id).Select(text => (Text: text.Trim().ToUpperInvariant(), code.Id)));
        foreach (var spelling in meant.GroupBy(pair => pair.Text).Where(same => same.Select(pair => pair.Id).Distinct().Count() > 1))
        {
            root.Problem($"'{spelling.First().Text}' stands for several codes ({string.Join(", ", spelling.Select(p => p.Id).Distinct())}).");
        }
    }

    private static void Once(Entry root, string what, IEnumerable<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
        {
            root.Problem($"The {what} '{twice.Key}' stands here {twice.Count()} times; once is enough.");
        }
    }
}
