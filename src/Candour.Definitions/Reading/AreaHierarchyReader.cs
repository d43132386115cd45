namespace Candour.Definitions.Reading;

/// <summary>Reads <c>hierarchies/*.yaml</c>.</summary>
internal static class AreaHierarchyReader
{
    public static AreaHierarchy? Read(Entry root)
    {
        var id = root.Text("id");
        var title = root.Text("title");
        var at = root.Date("at");
        var source = root.Text("source");
        var levels = root.Texts("levels", required: true);
        var entries = root.Sections("areas");
        root.NothingElse();
        var areas = entries.Select(Area).ToList();
        foreach (var (area, entry) in areas.Zip(entries))
        {
            var level = levels.ToList().IndexOf(area.Level);
            if (level < 0)
            {
                entry.Problem($"There is no level '{area.Level}' here; the levels are {string.Join(", ", levels)}.");
            }
            else if (level == 0 != (area.Parent.Length == 0))
            {
                entry.Problem("An area of the top level has no parent; every other area has one.");
            }
            else if (level > 0 && !areas.Exists(a => a.Id == area.Parent && a.Level == levels[level - 1]))
            {
                entry.Problem($"'{area.Parent}' is not an area of the level above ({levels[level - 1]}).");
            }

            if (areas.Count(a => a.Id == area.Id) > 1)
            {
                entry.Problem($"The area '{area.Id}' stands here more than once.");
            }
        }

        foreach (var spelling in areas
            .SelectMany(area => area.Synonyms.Prepend(area.Title).Prepend(area.Id).Select(text => (Text: AreaHierarchy.Letters(text), area.Id)))
            .GroupBy(pair => pair.Text)
            .Where(same => same.Select(pair => pair.Id).Distinct().Count() > 1))
        {
            root.Problem($"'{spelling.Key}' stands for several areas ({string.Join(", ", spelling.Select(p => p.Id).Distinct())}).");
        }

        if (areas.Count(area => area.Parent.Length == 0) != 1)
        {
            root.Problem("A hierarchy has exactly one area at the top.");
            return null;
        }

        return new AreaHierarchy(id, title, at, source, levels, [.. areas.DistinctBy(area => area.Id)]);
    }

    private static Area Area(Entry entry)
    {
        var area = new Area(
            entry.Text("code"), entry.Text("title"), entry.Text("level"), entry.TextOrEmpty("parent"),
            entry.Texts("synonyms"));
        entry.NothingElse();
        return area;
    }
}
