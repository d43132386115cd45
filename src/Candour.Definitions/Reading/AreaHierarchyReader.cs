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
        var verified = root.Flag("verified", whenAbsent: true);
        var levels = root.Texts("levels", required: true);
        var entries = root.Sections("areas");
        root.NothingElse();
        var areas = entries.Select(History).ToList();
        foreach (var (area, entry) in areas.Zip(entries))
        {
            Check(area, entry, areas, levels.ToList());
        }

        foreach (var spelling in areas
            .SelectMany(area => area.Synonyms.Prepend(area.Title).Prepend(area.Id).Select(text => (Text: AreaHierarchy.Letters(text), area.Id)))
            .GroupBy(pair => pair.Text)
            .Where(same => same.Select(pair => pair.Id).Distinct().Count() > 1))
        {
            root.At("areas").Problem($"'{spelling.Key}' stands for several areas ({string.Join(", ", spelling.Select(p => p.Id).Distinct())}).");
        }

        if (areas.Count(area => area.Placings.Count == 0) != 1)
        {
            root.At("areas").Problem("A hierarchy has exactly one area at the top.");
            return null;
        }

        return new AreaHierarchy(id, title, at, source, verified, levels, [.. areas.DistinctBy(area => area.Id)]);
    }

    private static void Check(AreaHistory area, Entry entry, List<AreaHistory> areas, List<string> levels)
    {
        var level = levels.IndexOf(area.Level);
        if (level < 0)
        {
            entry.At("level").Problem($"There is no level '{area.Level}' here; the levels are {string.Join(", ", levels)}.");
        }
        else if (level == 0 != (area.Placings.Count == 0))
        {
            entry.Problem("An area of the top level has no parent; every other area has one.");
        }
        else
        {
            foreach (var placing in area.Placings
                .Where(placing => !areas.Exists(a => a.Id == placing.Parent && a.Level == levels[level - 1])))
            {
                entry.At(entry.Has("parents") ? "parents" : "parent")
                    .Problem($"'{placing.Parent}' is not an area of the level above ({levels[level - 1]}).");
            }
        }

        if (area.MergedInto.Length > 0 && !areas.Exists(other => other.Id == area.MergedInto && other.Level == area.Level))
        {
            entry.At("merged_into").Problem($"'{area.MergedInto}' is not an area of the same level.");
        }

        if (area.Until < DateOnly.MaxValue && area.Level == levels[^1] && area.MergedInto.Length == 0)
        {
            entry.At("until").Problem("An area of the lowest level that ends says which area it became part of: 'merged_into'.");
        }

        if (areas.Count(a => a.Id == area.Id) > 1)
        {
            entry.At("code").Problem($"The area '{area.Id}' stands here more than once.");
        }
    }

    private static AreaHistory History(Entry entry)
    {
        var from = entry.Date("from", DateOnly.MinValue);
        var until = entry.Date("until", DateOnly.MaxValue);
        var parent = entry.TextOrEmpty("parent");
        var parents = entry.Sections("parents", required: false).Select(Placing).ToList();
        if (parent.Length > 0 && parents.Count > 0)
        {
            entry.At("parents").Problem("An area has either one 'parent' or several dated 'parents'.");
        }

        var area = new AreaHistory(
            entry.Text("code"),
            entry.Text("title"),
            entry.Text("level"),
            parent.Length > 0 ? [new Placing(parent, DateOnly.MinValue, DateOnly.MaxValue)] : parents,
            from,
            until,
            entry.TextOrEmpty("merged_into"),
            entry.Texts("synonyms"));
        entry.NothingElse();
        if (from >= until)
        {
            entry.Problem("An area exists from a day until a later day.");
        }

        return area;
    }

    private static Placing Placing(Entry entry)
    {
        var placing = new Placing(
            entry.Text("parent"), entry.Date("from", DateOnly.MinValue), entry.Date("until", DateOnly.MaxValue));
        entry.NothingElse();
        if (placing.From >= placing.Until)
        {
            entry.Problem("An area lies somewhere from a day until a later day.");
        }

        return placing;
    }
}
