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

    public static Mapping? Read(Entry root, IReadOnlyDictionary<string, Dataset> datasets)
    {
        var columns = root.Sections("columns", required: false).Select(Column).ToList();
        var notHeld = root.Texts("not_held");
        if (root.Flag("every_field") && datasets.TryGetValue(root.Text("dataset"), out var filled))
        {
            var taken = columns.Select(rule => rule.Field).Concat(notHeld).ToHashSet(StringComparer.Ordinal);
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
            [.. root.Sections("wide", required: false).Select(Wide)],
            root.SectionOrAbsent("total") is { } total ? Total(total) : null,
            [.. root.Sections("complete", required: false).Select(Complete)])
        {
            Missing = missing,
            Encoding = encoding == "utf-8" ? "" : encoding,
            Dates = dates,
            Sheets = sheets,
            QuarantineUpTo = root.Exact("quarantine_up_to", 0m),
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

        foreach (var field in mapping.Complete.SelectMany(rule => rule.Where).Select(pair => pair.Key)
            .Where(field => dataset.FieldNamed(field)?.Type != FieldType.Code))
        {
            root.Problem($"'complete' names '{field}', which is not a code field of '{dataset.Id}'.");
        }

        EveryFieldFilledOnce(root, mapping, dataset, notHeld);
        return mapping;
    }

    /// <summary>The fields named in braces in a wide header.</summary>
    internal static IEnumerable<string> FieldsIn(string header) =>
        header.Split('{').Skip(1).Select(part => part.Split('}')[0]);

    private static void EveryFieldFilledOnce(Entry root, Mapping mapping, Dataset dataset, IReadOnlyList<string> notHeld)
    {
        var filled = mapping.Columns.Where(rule => rule.Field.Length > 0).Select(rule => rule.Field)
            .Concat(mapping.Wide.Where(rule => rule.Value.Length > 0)
                .SelectMany(rule => FieldsIn(rule.Header).Append(rule.Value)).Distinct())
            .Concat(mapping.Period is { } period ? [period.Field] : [])
            .ToList();
        foreach (var unknown in filled.Where(id => dataset.FieldNamed(id) is null))
        {
            root.Problem($"'{unknown}' is not a field of the dataset '{dataset.Id}'.");
        }

        foreach (var wrong in notHeld.Where(id => dataset.FieldNamed(id) is not { Required: false }))
        {
            root.At("not_held").Problem($"'{wrong}' is not an optional field of the dataset '{dataset.Id}', so it cannot be left out.");
        }

        foreach (var field in dataset.Fields.Where(field => filled.Count(id => id == field.Id) != (notHeld.Contains(field.Id) ? 0 : 1)))
        {
            root.Problem(
                $"The field '{field.Id}' of the dataset '{dataset.Id}' must be filled exactly once, or be named in 'not_held' "
                + "when the source does not hold it.");
        }
    }

    private static ColumnRule Column(Entry entry)
    {
        var rule = new ColumnRule(
            entry.Text("column"), entry.TextOrEmpty("field"), entry.TextOrEmpty("must_be"), entry.TextOrEmpty("ignore"));
        entry.NothingElse();
        if (new[] { rule.Field, rule.MustBe, rule.Ignored }.Count(text => text.Length > 0) != 1)
        {
            entry.Problem("A column has exactly one of 'field', 'must_be' and 'ignore' (with the reason).");
        }

        return rule;
    }

    private static WideRule Wide(Entry entry)
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

    private static PeriodRule Period(Entry entry)
    {
        var rule = new PeriodRule(
            entry.Text("field"), entry.Texts("from_names"), entry.TextOrEmpty("financial_year"),
            entry.TextOrEmpty("financial_quarter"));
        entry.NothingElse();
        if (rule.FromNames.Count > 0 == rule.FinancialYear.Length > 0)
        {
            entry.Problem("A period comes either from the file's name ('from_names') or from columns ('financial_year').");
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
