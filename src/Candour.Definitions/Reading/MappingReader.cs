namespace Candour.Definitions.Reading;

/// <summary>Reads <c>mappings/*.yaml</c>.</summary>
internal static class MappingReader
{
    internal static Dictionary<string, DataClass> DataClasses { get; } = new()
    {
        ["public"] = DataClass.Public,
        ["synthetic"] = DataClass.Synthetic,
        ["confidential"] = DataClass.Confidential,
    };

    internal static Dictionary<string, DateWriting> DateOrders { get; } = new()
    {
        ["year-month-day"] = DateWriting.Iso, ["day-month-year"] = DateWriting.DayFirst, ["month-day-year"] = DateWriting.MonthFirst,
    };

    internal static IReadOnlyList<string> Encodings { get; } = ["utf-8", "utf-16", "windows-1252", "iso-8859-1"];

    public static Mapping? Read(
        Entry root, IReadOnlyDictionary<string, Dataset> datasets, IReadOnlyDictionary<string, CodeList> codeLists,
        IReadOnlyDictionary<string, AreaHierarchy> hierarchies)
    {
        var columns = root.Sections("columns", required: false).Select(MappedColumnReader.Column).ToList();
        var notHeld = root.Texts("not_held");
        var always = root.SectionOrAbsent("always")?.Pairs().ToDictionary(pair => pair.Key, pair => pair.Value.Scalar(pair.Key), StringComparer.Ordinal) ?? [];
        if (root.Flag("every_field") && datasets.TryGetValue(root.Text("dataset"), out var filled))
        {
            var taken = columns.Select(rule => rule.Field).Concat(notHeld).Concat(always.Keys).ToHashSet(StringComparer.Ordinal);
            columns.AddRange(filled.Fields.Where(field => !taken.Contains(field.Id))
                .Select(field => new ColumnRule(field.Id, field.Id, "", "")));
        }

        var reads = root.Section("reads");
        var delimiter = reads?.Text("delimiter") ?? ",";
        var thousands = reads?.TextOrEmpty("thousands") ?? "";
        var absent = reads?.Texts("absent") ?? [];
        var finalNewline = reads?.Flag("final_newline") ?? false;
        var missing = reads?.Texts("missing") ?? [];
        var encoding = reads?.TextOrEmpty("encoding") ?? "";
        var dates = reads?.Choice("dates", DateOrders, DateWriting.Iso) ?? DateWriting.Iso;
        var sheets = reads?.Texts("sheets") ?? [];
        var round = reads?.Flag("round") ?? false;
        reads?.NothingElse();
        if (encoding.Length > 0 && !Encodings.Contains(encoding))
        {
            reads?.At("encoding").Problem($"'encoding' is one of {string.Join(", ", Encodings)}.");
        }

        if (delimiter.Length != 1)
        {
            root.Problem("'delimiter' is one character.");
            return null;
        }

        var mapping = new Mapping(
            root.Text("id"),
            root.Text("title"),
            root.Text("dataset"),
            root.Text("agency"),
            root.Text("publisher"),
            root.Text("attribution"),
            root.Choice("data", DataClasses),
            delimiter[0],
            thousands,
            absent,
            finalNewline,
            root.SectionOrAbsent("period") is { } period ? Period(period) : null,
            columns,
            [.. root.Sections("wide", required: false).Select(MappedColumnReader.Wide)],
            root.SectionOrAbsent("total") is { } total ? Total(total) : null,
            [.. root.Sections("complete", required: false).Select(Complete)])
        {
            Missing = missing,
            Encoding = encoding == "utf-8" ? "" : encoding,
            Dates = dates,
            Sheets = sheets,
            Round = round,
            QuarantineUpTo = root.Exact("quarantine_up_to", 0m),
            Joins = [.. root.Sections("joins", required: false).Select(JoinReader.Read)],
            Parts = root.SectionOrAbsent("parts") is { } parts ? MappedColumnReader.Parts(parts) : null,
            Only = [.. root.Sections("only", required: false).Select(MappedColumnReader.Only)],
            Always = always,
        };
        root.NothingElse();
        if (mapping.QuarantineUpTo is < 0 or > 1)
        {
            root.At("quarantine_up_to").Problem("'quarantine_up_to' is a share from 0 to 1.");
        }

        if (!datasets.TryGetValue(mapping.Dataset, out var dataset))
        {
            root.Problem($"There is no dataset '{mapping.Dataset}'.");
            return null;
        }

        new MappingTyping(root, mapping, dataset, codeLists, hierarchies).Check(notHeld);
        return mapping;
    }

    private static PeriodRule Period(Entry entry)
    {
        var rule = new PeriodRule(
            entry.Text("field"), entry.Texts("from_names"), entry.TextOrEmpty("financial_year"),
            entry.TextOrEmpty("financial_quarter"))
        {
            Year = entry.TextOrEmpty("year"), Quarter = entry.TextOrEmpty("quarter"), Month = entry.TextOrEmpty("month"),
        };
        entry.NothingElse();
        if (new[] { rule.FromNames.Count > 0, rule.FinancialYear.Length > 0, rule.Year.Length > 0 }.Count(isSaid => isSaid) != 1)
        {
            entry.Problem(
                "A period comes either from the file's name ('from_names'), or from columns: 'financial_year' and 'financial_quarter', "
                + "or 'year' with 'month' or 'quarter'.");
        }
        else if (rule.Year.Length > 0 && rule.Month.Length > 0 == rule.Quarter.Length > 0)
        {
            entry.Problem("Beside 'year' there is 'month' or 'quarter'; a column that holds a whole year fills the period under 'columns'.");
        }

        return rule;
    }

    private static CompleteRule Complete(Entry entry)
    {
        if (entry.Text("every") != "area and period")
        {
            entry.Problem("'every' is: area and period.");
        }

        var where = entry.SectionOrAbsent("where")?.Pairs().Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Scalar(pair.Key)));
        entry.NothingElse();
        return new CompleteRule([.. where ?? []]);
    }

    private static TotalRule Total(Entry entry)
    {
        var rule = new TotalRule(entry.Text("column"), entry.Text("value"));
        entry.NothingElse();
        return rule;
    }
}
