namespace Candour.Definitions.Reading;

/// <summary>Reads a structured condition: field by field, with the words <c>is</c> and <c>any</c> beside the fields.</summary>
internal sealed class ConditionReader(IReadOnlyDictionary<string, NamedCondition> named, Places places)
{
    private const string Named = "is";
    private const string Any = "any";

    private static readonly Dictionary<string, DateOrder> Orders = new()
    {
        ["on_or_before"] = DateOrder.OnOrBefore,
        ["before"] = DateOrder.Before,
        ["on_or_after"] = DateOrder.OnOrAfter,
        ["after"] = DateOrder.After,
    };

    public Condition Read(Entry entry) => new(
        [.. entry.Pairs().SelectMany(pair => Tests(pair.Key, pair.Value)).OrderBy(Order, StringComparer.Ordinal)]);

    public Condition ReadOrEverything(Entry? entry) => entry is null ? Condition.Everything : Read(entry);

    private static string Order(Test test) => test switch
    {
        NamedTest name => " " + name.Name,
        AnyTest any => "~" + string.Join(' ', any.Fields),
        _ => test.Fields[0],
    };

    private IEnumerable<Test> Tests(string key, Entry value)
    {
        if (key == Named)
        {
            return value.WordOrList(key).Select(name => NamedTest(name, value)).OfType<Test>();
        }

        if (key == Any)
        {
            return [places.Keep(new AnyTest([.. value.Elements(key).Select(Read)]), value)];
        }

        return value.IsMapping ? Compared(key, value) : [places.Keep(Coded(key, value), value)];
    }

    private NamedTest? NamedTest(string name, Entry at)
    {
        if (named.TryGetValue(name, out var condition))
        {
            return places.Keep(new NamedTest(name, condition.Title, condition.Holds), at);
        }

        at.Problem($"There is no condition '{name}'.");
        return null;
    }

    private static FieldTest Coded(string field, Entry value)
    {
        var words = value.WordOrList(field);
        if (value.IsList)
        {
            if (words.Count == 0)
            {
                value.Problem($"The test of '{field}' names no code.");
            }

            return new FieldTest(field, TestKind.OneOf, words);
        }

        if (words[0] is not ("missing" or "recorded"))
        {
            value.Problem($"The test of '{field}' is a list of codes, or the word missing or recorded.");
        }

        return new FieldTest(field, words[0] == "missing" ? TestKind.Missing : TestKind.Recorded, []);
    }

    /// <summary>A test written as keys and values: of dates, numbers, two fields, earlier rows, or codes it must not be.</summary>
    private List<Test> Compared(string field, Entry value)
    {
        var tests = new List<Test>();
        if (value.Has("none_of"))
        {
            tests.Add(new FieldTest(field, TestKind.NoneOf, value.Texts("none_of")));
        }

        if (value.Has("earlier"))
        {
            tests.Add(new EarlierTest(field, value.Text("earlier"), value.Number("within_days")));
        }
        else if (value.Has("within_days"))
        {
            tests.Add(new DateTest(field, DateOrder.WithinDaysOf, value.Number("within_days"), value.Text("of")));
        }

        if (value.Has("at_least_days"))
        {
            tests.Add(new DateTest(field, DateOrder.AtLeastDaysBefore, value.Number("at_least_days"), value.Text("before")));
        }
        else
        {
            tests.AddRange(Orders.Where(order => value.Has(order.Key))
                .Select(order => new DateTest(field, order.Value, 0, value.Text(order.Key))));
        }

        if (value.Has("at_least") || value.Has("at_most"))
        {
            tests.Add(new NumberTest(
                field,
                value.Exact("at_least", -NumberTest.Unbounded),
                value.Exact("at_most", NumberTest.Unbounded)));
        }

        if (value.Has("same_as"))
        {
            tests.Add(new SameTest(field, value.Text("same_as"), IsSame: true));
        }

        if (value.Has("differs_from"))
        {
            tests.Add(new SameTest(field, value.Text("differs_from"), IsSame: false));
        }

        value.NothingElse();
        if (tests.Count == 0)
        {
            value.Problem($"The test of '{field}' asks nothing.");
        }

        foreach (var test in tests)
        {
            places.Keep(test, value);
        }

        return tests;
    }
}
