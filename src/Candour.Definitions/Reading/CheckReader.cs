using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>Reads <c>checks/*.yaml</c> and checks each against its dataset.</summary>
internal sealed class CheckReader(
    IReadOnlyDictionary<string, Dataset> datasets,
    IReadOnlyDictionary<string, CodeList> codeLists,
    IReadOnlyDictionary<string, NamedCondition> named,
    Places places)
{
    internal static Dictionary<string, Severity> Severities { get; } = new()
    {
        ["warning"] = Severity.Warning, ["error"] = Severity.Error,
    };

    private static readonly string[] Rules = ["rule", "order", "same", "outliers", "missing", "lag"];

    private readonly ConditionReader conditions = new(named, places);

    public Check? Read(Entry root)
    {
        var before = root.ProblemCount;
        var rule = Rule(root);
        var check = new Check(
            root.Text("id"),
            root.Text("title"),
            root.Text("why"),
            root.Text("do"),
            root.Choice("severity", Severities),
            root.Text("dataset"),
            rule ?? new CheckRule.Order([]),
            [.. root.Sections("examples").Select(Example)]);
        root.NothingElse();
        if (rule is null)
        {
            root.Problem($"A check has exactly one of {string.Join(", ", Rules)}.");
        }

        if (!datasets.TryGetValue(check.Dataset, out var dataset))
        {
            root.At("dataset").Problem($"There is no dataset '{check.Dataset}'.");
            return null;
        }

        CheckRuleOn(root, check.Rule, dataset);
        foreach (var row in check.Examples.SelectMany(example => example.Rows))
        {
            new ExampleTyping(datasets, codeLists, places).CheckRow(places.Of(row, root), row, dataset);
        }

        if (root.Has("examples") && !check.Examples.Any(example => example.Findings > 0))
        {
            root.At("examples").Problem("A check proves itself with at least one example that gives a finding.");
        }

        return root.ProblemCount > before ? null : check;
    }

    private CheckRule? Rule(Entry root) => Rules.Where(root.Has).ToList() is not [var key] ? null : key switch
    {
        "rule" => Consistency(root.Section(key)),
        "order" => new CheckRule.Order(root.Texts(key)),
        "same" => new CheckRule.Same(root.Texts(key)),
        "outliers" => Outliers(root.Section(key)),
        "missing" => Missing(root.Section(key)),
        _ => Lag(root.Section(key)),
    };

    private CheckRule.Consistency Consistency(Entry? entry)
    {
        var rule = new CheckRule.Consistency(
            conditions.ReadOrEverything(entry?.Section("when")), conditions.ReadOrEverything(entry?.Section("must")));
        entry?.NothingElse();
        return rule;
    }

    private static CheckRule.Outliers Outliers(Entry? entry)
    {
        var rule = new CheckRule.Outliers(entry?.Text("basis") ?? "", entry?.Decimal("threshold") ?? 0);
        entry?.NothingElse();
        return rule;
    }

    private static CheckRule.MissingShare Missing(Entry? entry)
    {
        var rule = new CheckRule.MissingShare(entry?.Texts("fields", required: true) ?? [], entry?.Decimal("more_than") ?? 0);
        entry?.NothingElse();
        return rule;
    }

    private static CheckRule.Lag Lag(Entry? entry)
    {
        var rule = new CheckRule.Lag(entry?.Text("from") ?? "", entry?.Text("to") ?? "", entry?.Number("more_than_days") ?? 0);
        entry?.NothingElse();
        return rule;
    }

    private CheckExample Example(Entry entry)
    {
        var example = new CheckExample(
            [.. entry.Sections("rows").Select(row => ExampleReader.Row(row, places))], entry.Number("findings"));
        entry.NothingElse();
        return example;
    }

    private void CheckRuleOn(Entry root, CheckRule rule, Dataset dataset)
    {
        switch (rule)
        {
            case CheckRule.Consistency consistency:
                var typing = new ConditionTyping(codeLists, places);
                typing.Check(root.At("rule"), consistency.When, dataset);
                typing.Check(root.At("rule"), consistency.Must, dataset);
                if (consistency.When.Flat.Concat(consistency.Must.Flat).Any(test => test is EarlierTest))
                {
                    root.At("rule").Problem("A check of one row cannot ask about earlier rows.");
                }

                break;
            case CheckRule.Order order:
                Are(root.At("order"), order.Dates, dataset, FieldType.Date, "a date field");
                break;
            case CheckRule.Same same:
                Are(root.At("same"), same.Fields, dataset, null, "a field");
                break;
            case CheckRule.Outliers outliers:
                if (dataset.BasisNamed(outliers.Basis) is null)
                {
                    root.At("outliers").Problem($"The dataset '{dataset.Id}' has no cohort basis '{outliers.Basis}'.");
                }

                break;
            case CheckRule.MissingShare missing:
                Are(root.At("missing"), missing.Fields, dataset, null, "a field");
                break;
            case CheckRule.Lag lag:
                Are(root.At("lag"), [lag.From, lag.To], dataset, FieldType.Date, "a date field");
                break;
            default:
                throw new InvalidOperationException($"No typing for {rule.GetType().Name}.");
        }
    }

    private static void Are(Entry at, IReadOnlyList<string> fields, Dataset dataset, FieldType? type, string what)
    {
        foreach (var field in fields.Where(id => dataset.FieldNamed(id) is not { } one || (type is { } must && one.Type != must)))
        {
            at.Problem($"'{field}' is not {what} of '{dataset.Id}'.");
        }
    }
}
