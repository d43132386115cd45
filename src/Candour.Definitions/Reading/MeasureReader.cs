using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>Reads one measure file; <see cref="MeasureTyping"/> then checks it against its datasets.</summary>
internal static class MeasureReader
{
    private static readonly Dictionary<string, MeasureType> Types = new()
    {
        ["count"] = MeasureType.Count,
        ["share"] = MeasureType.Share,
        ["days"] = MeasureType.Days,
    };

    private static readonly Dictionary<string, MeasureKind> Kinds = new()
    {
        ["outcome"] = MeasureKind.Outcome,
        ["output"] = MeasureKind.Output,
        ["process"] = MeasureKind.Process,
        ["input"] = MeasureKind.Input,
        ["context"] = MeasureKind.Context,
        ["data quality"] = MeasureKind.DataQuality,
    };

    private static readonly Dictionary<string, Direction> Directions = new()
    {
        ["context"] = Direction.Context,
        ["higher"] = Direction.Higher,
        ["lower"] = Direction.Lower,
    };

    public static Measure? Read(Entry root, string framework)
    {
        var type = root.Choice("type", Types);
        var population = root.SectionOrAbsent("population");
        var numerator = type == MeasureType.Share ? root.Section("numerator") : null;
        var days = type == MeasureType.Days ? root.Section("days") : null;
        var example = root.Section("example");
        var measure = new Measure(
            root.Text("id"),
            root.Number("version"),
            framework,
            root.Text("title"),
            root.Text("question"),
            root.Text("source"),
            root.TextOrEmpty("map"),
            root.Choice("kind", Kinds),
            type,
            root.Choice("unit", DatasetReader.Units),
            root.Texts("datasets", required: true),
            root.Text("basis"),
            population is null ? Definitions.Condition.Everything : Condition(population),
            numerator is null ? Definitions.Condition.Everything : Condition(numerator),
            days is null ? null : Days(days),
            root.Choice("direction", Directions),
            root.Texts("breakdowns"),
            root.Texts("beside"),
            root.Texts("caveats"),
            example is null ? new WorkedExample("", default, [], 0, 0, 0) : Example(example, type));
        root.NothingElse();
        return measure.Datasets.Count == 0 ? null : measure;
    }

    private static Condition Condition(Entry entry) => new(
        [.. entry.Pairs().Select(pair => Test(pair.Key, pair.Value)).OrderBy(test => test.Field, StringComparer.Ordinal)]);

    private static FieldTest Test(string field, Entry value)
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

    private static DaysBetween Days(Entry entry)
    {
        var days = new DaysBetween(
            entry.Text("from"), entry.Text("to"), entry.Text("open_until"), entry.Decimal("quantile"));
        entry.NothingElse();
        if (days.Quantile is <= 0 or >= 1)
        {
            entry.Problem("'quantile' lies between 0 and 1: 0.5 is the median.");
        }

        return days;
    }

    private static WorkedExample Example(Entry entry, MeasureType type)
    {
        var periodText = entry.Text("period");
        if (!Period.TryParse(periodText, out var period))
        {
            entry.Problem("'period' is not a period: write 2018/19-Q3, 2018/19, 2014-07 or 2014.");
        }

        var rows = entry.Sections("rows").Select(Row).ToList();
        var expect = entry.Section("expect");
        var numerator = expect?.Number("numerator") ?? 0;
        var denominator = type == MeasureType.Count ? 0 : expect?.Number("denominator") ?? 0;
        var value = expect?.Decimal("value") ?? 0;
        expect?.NothingElse();
        var example = new WorkedExample(entry.Text("dataset"), period, rows, numerator, denominator, value);
        entry.NothingElse();
        return example;
    }

    private static IReadOnlyDictionary<string, string> Row(Entry entry) =>
        entry.Pairs().ToDictionary(pair => pair.Key, pair => pair.Value.Scalar(pair.Key));
}
