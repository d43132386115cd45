namespace Candour.Definitions.Reading;

/// <summary>Reads the joins of a mapping.</summary>
internal static class JoinReader
{
    internal static Dictionary<string, JoinTake> Takes { get; } = new()
    {
        ["one"] = JoinTake.One, ["count"] = JoinTake.Count, ["any"] = JoinTake.Any, ["same"] = JoinTake.Same,
        ["earliest"] = JoinTake.Earliest, ["latest"] = JoinTake.Latest, ["sum"] = JoinTake.Sum,
    };

    public static JoinRule Read(Entry entry)
    {
        var rule = new JoinRule(
            entry.TextOrEmpty("file"), entry.TextOrEmpty("sheet"), entry.Words("here"), entry.Words("there"),
            [.. entry.Sections("joins", required: false).Select(Read)], [.. entry.Sections("adds").Select(Added)]);
        entry.NothingElse();
        if (rule.File.Length + rule.Sheet.Length == 0)
        {
            entry.Problem("A join names the 'file' that is joined, or another 'sheet' of the same workbook, or both.");
        }

        if (rule.File.IndexOfAny(['/', '\\']) >= 0 || rule.File is "." or "..")
        {
            entry.At("file").Problem("A joined file lies in the same folder: 'file' is a name without a folder.");
        }

        if (rule.Here.Count != rule.There.Count)
        {
            entry.At("there").Problem("'here' and 'there' name the same key, so they name as many columns.");
        }

        foreach (var unused in rule.Joins.SelectMany(join => join.Adds).Where(add => !rule.Read.Contains(add.Column)))
        {
            entry.At("joins").Problem($"The column '{unused.Column}' is added to the joined file, and nothing reads it there.");
        }

        return rule;
    }

    /// <summary>What only the whole mapping can tell: an added column is used, and added once.</summary>
    public static void CheckUse(Entry root, Mapping mapping)
    {
        var added = mapping.Joins.SelectMany(join => join.Adds).Select(add => add.Column).ToList();
        var used = mapping.Columns.Select(rule => rule.Column).Concat(mapping.Joins.SelectMany(join => join.Here))
            .Concat(mapping.Parts?.Columns ?? []).Concat(mapping.Only.Select(rule => rule.Column)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var unused in added.Where(name => !used.Contains(name)))
        {
            root.At("joins").Problem($"The joined column '{unused}' fills no field: name it under 'columns', or take it out.");
        }

        foreach (var twice in added.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            root.At("joins").Problem($"Two joins add a column '{twice.Key}': give one of them another name.");
        }
    }

    private static JoinedColumn Added(Entry entry)
    {
        var added = new JoinedColumn(
            entry.Text("column"), entry.Choice("take", Takes), entry.TextOrEmpty("of"), entry.TextOrEmpty("where"), entry.Texts("values"));
        entry.NothingElse();
        if (added.Take is JoinTake.Count or JoinTake.Any == added.Of.Length > 0)
        {
            entry.Problem("'of' names the column whose value is taken; 'count' and 'any' take none.");
        }

        if (added.Where.Length > 0 != added.Values.Count > 0)
        {
            entry.Problem("'where' names a column and 'values' the values that count: both, or neither.");
        }

        return added;
    }
}
