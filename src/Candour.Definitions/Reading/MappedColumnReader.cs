namespace Candour.Definitions.Reading;

/// <summary>Reads what a mapping says of columns: each by name, wide ones by pattern, parts of a whole, and which rows are meant.</summary>
internal static class MappedColumnReader
{
    public static ColumnRule Column(Entry entry)
    {
        var rule = new ColumnRule(
            entry.Text("column"), entry.TextOrEmpty("field"), entry.TextOrEmpty("must_be"), entry.TextOrEmpty("ignore"))
        {
            Codes = entry.SectionOrAbsent("codes")?.Pairs().ToDictionary(pair => pair.Key, pair => pair.Value.Scalar(pair.Key), StringComparer.Ordinal)
                ?? [],
        };
        entry.NothingElse();
        if (new[] { rule.Field, rule.MustBe, rule.Ignored }.Count(text => text.Length > 0) != 1)
        {
            entry.Problem("A column has exactly one of 'field', 'must_be' and 'ignore' (with the reason).");
        }

        if (rule.Codes.Count > 0 && rule.Field.Length == 0)
        {
            entry.At("codes").Problem("'codes' says what the values of this source mean in a field, so the column needs 'field'.");
        }

        return rule;
    }

    public static WideRule Wide(Entry entry)
    {
        var rule = new WideRule(
            entry.Text("header"), entry.TextOrEmpty("value"), entry.Number("columns"), entry.TextOrEmpty("ignore"));
        entry.NothingElse();
        if (rule.Value.Length > 0 == rule.Ignored.Length > 0)
        {
            entry.Problem("Wide columns have exactly one of 'value' and 'ignore' (with the reason).");
        }

        return rule;
    }

    public static PartsRule Parts(Entry entry)
    {
        var rule = new PartsRule(entry.Text("field"), entry.Text("value"), [.. entry.Sections("of").Select(Part)]);
        entry.NothingElse();
        foreach (var twice in rule.Of.GroupBy(part => part.Code, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            entry.At("of").Problem($"The part '{twice.Key}' stands here twice.");
        }

        return rule;
    }

    public static OnlyRule Only(Entry entry)
    {
        var rule = new OnlyRule(entry.Text("column"), entry.Texts("values", required: true));
        entry.NothingElse();
        return rule;
    }

    private static PartColumn Part(Entry entry)
    {
        var part = new PartColumn(entry.Text("code"), entry.Text("column"), entry.TextOrEmpty("minus"));
        entry.NothingElse();
        return part;
    }
}
