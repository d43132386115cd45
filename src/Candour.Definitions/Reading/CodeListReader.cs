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
            entry.Text("code"), entry.Text("title"), entry.TextOrEmpty("group"), entry.Texts("synonyms"));
        entry.NothingElse();
        if (code.Group.Length > 0 && groups.TrueForAll(group => group.Id != code.Group))
        {
            entry.Problem($"There is no group '{code.Group}' in this list.");
        }

        return code;
    }

    private static void Once(Entry root, string what, IEnumerable<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
        {
            root.Problem($"The {what} '{twice.Key}' stands here {twice.Count()} times; once is enough.");
        }
    }
}
