namespace Candour.Definitions.Reading;

/// <summary>Reads one measure file; <see cref="MeasureTyping"/> then checks it against its datasets.</summary>
internal sealed class MeasureReader(ConditionReader conditions, Places places)
{
    internal static Dictionary<string, MeasureType> Types { get; } = new()
    {
        ["count"] = MeasureType.Count,
        ["share"] = MeasureType.Share,
        ["per"] = MeasureType.Per,
        ["days"] = MeasureType.Days,
        ["groups"] = MeasureType.Groups,
        ["survey"] = MeasureType.Survey,
        ["graded"] = MeasureType.Graded,
        ["estimate"] = MeasureType.Estimate,
        ["index"] = MeasureType.Index,
        ["agreement"] = MeasureType.Agreement,
    };

    internal static Dictionary<string, MeasureKind> Kinds { get; } = new()
    {
        ["outcome"] = MeasureKind.Outcome,
        ["output"] = MeasureKind.Output,
        ["process"] = MeasureKind.Process,
        ["input"] = MeasureKind.Input,
        ["context"] = MeasureKind.Context,
        ["data quality"] = MeasureKind.DataQuality,
    };

    internal static Dictionary<string, Frequency> Frequencies { get; } = new()
    {
        ["monthly"] = Frequency.Monthly,
        ["quarterly"] = Frequency.Quarterly,
        ["six-monthly"] = Frequency.SixMonthly,
        ["yearly"] = Frequency.Yearly,
    };

    private static readonly Dictionary<string, bool> Samples = new() { ["weighted"] = true };

    private readonly FormulaReader formulas = new(conditions);

    public Measure? Read(Entry root, string framework)
    {
        var problemsBefore = root.ProblemCount;
        var type = root.Choice("type", Types);
        var formula = formulas.Read(root, type);
        var isMadeOfRows = type is not (MeasureType.Per or MeasureType.Groups or MeasureType.Index);
        var measure = new Measure
        {
            Id = root.Text("id"),
            Version = root.Number("version"),
            Framework = framework,
            Title = root.Text("title"),
            Question = root.Text("question"),
            Source = root.Text("source"),
            Map = root.TextOrEmpty("map"),
            Kind = root.Choice("kind", Kinds),
            Type = type,
            Unit = root.Choice("unit", DatasetReader.Units),
            Datasets = isMadeOfRows ? root.Texts("datasets", required: true) : [],
            Basis = isMadeOfRows ? root.Text("basis") : "",
            Population = isMadeOfRows ? conditions.ReadOrEverything(root.SectionOrAbsent("population")) : Condition.Everything,
            Formula = formula,
            IsSample = root.Choice("sample", Samples, whenAbsent: false),
            Direction = DirectionReader.Read(root),
            Breakdowns = root.Texts("breakdowns"),
            Pairs = root.TextLists("pairs"),
            Frequency = root.Choice("frequency", Frequencies),
            Includes = root.Texts("includes"),
            Excludes = root.Texts("excludes"),
            MinimumCell = root.Number("minimum_cell"),
            Beside = root.Texts("beside"),
            Caveats = root.Texts("caveats", required: true),
            Variant = root.SectionOrAbsent("variant_of") is { } variant ? Variant(variant) : null,
            Examples = [.. root.Sections("examples").Select(example => ExampleReader.Read(example, places))],
        };
        root.NothingElse();
        if (measure.Version < 1)
        {
            root.At("version").Problem("'version' starts at 1.");
        }

        if (measure.MinimumCell < 1 && root.Has("minimum_cell"))
        {
            root.At("minimum_cell").Problem("'minimum_cell' is 1 or more.");
        }

        return root.ProblemCount > problemsBefore ? null : measure;
    }

    private static VariantOf Variant(Entry entry)
    {
        var variant = new VariantOf(entry.Text("measure"), entry.Text("differs"));
        entry.NothingElse();
        return variant;
    }
}
