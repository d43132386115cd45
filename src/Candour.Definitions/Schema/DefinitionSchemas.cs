using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Candour.Definitions.Reading;
using static Candour.Definitions.Schema.SchemaPart;

namespace Candour.Definitions.Schema;

/// <summary>
/// The published JSON Schemas of the definition files, one a kind, for completion in an editor. They are made from the same
/// lists of words that the readers use; what only the whole catalogue can tell (whether a field or a code exists) is left to
/// <c>candour definitions check</c>.
/// </summary>
public static class DefinitionSchemas
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Folder of the definitions in which the schemas lie.</summary>
    public const string Folder = "schema";

    /// <summary>File name and text of each schema.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["codelist"] = Text("A code list", CodeList()),
        ["hierarchy"] = Text("An area hierarchy", Hierarchy()),
        ["dataset"] = Text("A dataset", Dataset()),
        ["condition"] = Text("A named condition", NamedCondition()),
        ["measure"] = Text("A measure", Measure()),
        ["framework"] = Text("A framework", Framework()),
        ["check"] = Text("A data-quality check", Check()),
        ["annotation"] = Text("Something that is known to have happened", Annotation()),
        ["mapping"] = Text("A mapping of a source system", MappingSchema.Mapping()),
    }.ToDictionary(pair => FileOf(pair.Key), pair => pair.Value);

    public static string FileOf(string kind) => $"{kind}.schema.json";

    private static string Text(string title, JsonObject schema)
    {
        var whole = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in schema)
        {
            whole[key] = value?.DeepClone();
        }

        whole["definitions"] = new JsonObject { ["condition"] = Condition(), ["row"] = Named(Value()) };
        return whole.ToJsonString(Written) + "\n";
    }

    private static JsonObject Condition() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["is"] = Any(Words("A named condition"), Texts(1)),
            ["any"] = List(Reference("condition"), 1),
        },
        ["additionalProperties"] = Any(Codes(), OneOf(["missing", "recorded"]), Compared()),
    };

    private static JsonObject Compared() => Keys(
        May("none_of", Codes()),
        May("within_days", Whole(0)), May("of", Words("The date it is compared with")),
        May("earlier", Words("The identifier that both rows share")),
        May("at_least_days", Whole(0)),
        May("before", Words()), May("on_or_before", Words()),
        May("after", Words()), May("on_or_after", Words()),
        May("at_least", Number()), May("at_most", Number()),
        May("same_as", Words()), May("differs_from", Words()));

    private static JsonObject CodeList() => Keys(
        Must("id", Words()), Must("title", Words()), Must("source", Words("Who publishes the list")),
        May("verified", Flag()),
        May("groups", List(Keys(Must("group", Words()), Must("title", Words()), May("parent", Words())))),
        Must("codes", List(
            Keys(
                Must("code", Code()), Must("title", Words()), May("group", Words()), May("synonyms", List(Code())),
                May("from", Date()), May("until", Date()), May("verified", Flag())), 1)));

    private static JsonObject Hierarchy() => Keys(
        Must("id", Words()), Must("title", Words()), Must("at", Date()), Must("source", Words()), May("verified", Flag()),
        Must("levels", Texts(1)),
        Must("areas", List(
            Keys(
                Must("code", Code()), Must("title", Words()), Must("level", Words()), May("parent", Words()),
                May("parents", List(Keys(Must("parent", Words()), May("from", Date()), May("until", Date())), 1)),
                May("from", Date()), May("until", Date()), May("merged_into", Words()), May("synonyms", List(Code()))), 1)));

    private static JsonObject Dataset() => Keys(
        Must("id", Words()), Must("title", Words()), May("map", List(Whole(1))),
        Must("rows", OneOf(DatasetReader.RowKinds.Keys)), Must("unit", OneOf(DatasetReader.Units.Keys)),
        Must("hierarchy", Words()), May("also_by", Texts()), May("register", Flag()),
        Must("months", new JsonObject { ["enum"] = new JsonArray(1, 3, 12) }),
        May("retention", Whole(1)),
        May("reporting", Keys(
            Must("every", OneOf(DatasetReader.Cycles.Keys)), Must("agreed_by", Words("A level of the hierarchy")),
            Must("data_days", Whole(0)), Must("agree_days", Whole(0)), Must("freeze_days", Whole(0)))),
        Must("fields", Named(Keys(
            Must("title", Words()), Must("type", OneOf(DatasetReader.FieldTypes.Keys)), May("codes", Words()),
            May("namespace", Words()), May("required", Flag()), May("negative", Flag()), May("decimals", Whole(0)),
            May("at_least", Whole(int.MinValue)), May("at_most", Whole(int.MinValue)), May("past", Flag()),
            May("pattern", Words("A regular expression that a whole identifier matches"))))),
        Must("key", Texts(1)),
        Must("bases", Named(Keys(
            Must("title", Words()), Must("period", Words()), May("weight", Words()),
            May("settles_after_months", Whole(0)), May("known_at_once", Texts(1)), May("over_time", OneOf(DatasetReader.OverTimes.Keys))))),
        May("sampling", Keys(
            Must("weight", Words()), May("stratum", Words()), May("cluster", Words()), Must("method", Words()),
            May("announced", Words()))),
        May("date_order", List(Texts(2))), May("within", Named(Words())),
        May("notes", Texts()));

    private static JsonObject Annotation() => Keys(
        Must("id", Words()), Must("title", Words("What happened, in words that can follow 'before it:'")), Must("kind", OneOf(AnnotationReader.Kinds.Keys)),
        Must("from", Date()), Must("datasets", Texts(1)), May("measures", Texts(1)), Must("hierarchy", Words()), Must("area", Code()),
        Must("source", Words("Who says so")));

    private static JsonObject NamedCondition() => Keys(
        Must("id", Words()), Must("title", Words()), Must("datasets", Texts(1)), Must("holds", Reference("condition")));

    private static JsonObject Measure() => Keys(
        Must("id", Words()), Must("version", Whole(1)),
        May("map", new JsonObject { ["type"] = "string", ["pattern"] = @"^M\d{3}$" }),
        Must("title", Words("In words a manager understands")), Must("question", Words("The question it answers")),
        Must("source", Words("Document and paragraph")),
        Must("kind", OneOf(MeasureReader.Kinds.Keys)), Must("type", OneOf(MeasureReader.Types.Keys)),
        Must("unit", OneOf(DatasetReader.Units.Keys)),
        May("datasets", Texts(1)), May("basis", Words("A cohort basis of the datasets")),
        May("population", Reference("condition")), May("numerator", Reference("condition")),
        May("amount", Words()), May("distinct", Words()),
        May("days", Keys(
            Must("from", Words()), Must("to", Words()), May("open_until", Words()), Must("quantile", Number()),
                May("ends_by", Words("The code field that says in which way a row ended")))),
        May("per", Keys(Must("of", Words()), Must("over", Words()), Must("each", Whole(1)))),
        May("groups", Keys(
            Must("of", Words()), Must("by", Words()), Must("group", Codes()), Must("reference", Codes()))),
        May("survey", Keys(Must("answer", Words()), Must("favourable", Codes()))),
        May("grade", Keys(Must("field", Words()), Must("meets", Codes()))),
        May("estimate", Keys(
            Must("value", Words()), May("error", Words()), Must("is", OneOf(FormulaReader.Estimates.Keys)))),
        May("index", Keys(
            Must("of", List(
                Keys(
                    Must("measure", Words()), Must("weight", Number()),
                    Must("better", OneOf(FormulaReader.BetterInAnIndex.Keys))), 2)),
            Must("normalise", OneOf(FormulaReader.Normalisations.Keys)), Must("shows", OneOf(FormulaReader.Shows.Keys)),
            May("bottom", Whole(1)))),
        May("agreement", Keys(
            Must("first", Words()), Must("second", Words()), Must("statistic", OneOf(FormulaReader.Statistics.Keys)),
            May("meets", Codes()))),
        May("sample", OneOf(["weighted"])),
        Must("direction", Any(
            OneOf(["context"]),
            Keys(
                Must("better", OneOf(DirectionReader.Ways.Keys)), Must("source", Words()), Must("balancing", Texts(1)),
                Must("gaming", Words("How it could look better without being better"))))),
        May("breakdowns", Texts()), May("pairs", List(Texts(2))),
        Must("frequency", OneOf(MeasureReader.Frequencies.Keys)), May("includes", Texts()), May("excludes", Texts()),
        Must("minimum_cell", Whole(1)), May("beside", Texts()), Must("caveats", Texts(1)),
        May("variant_of", Keys(Must("measure", Words()), Must("differs", Words()))),
        Must("examples", List(
            Keys(
                Must("period", Value()), May("area", Words()), May("dataset", Words()), May("rows", List(Reference("row"))),
                May("tables", Named(List(Reference("row")))),
                Must("expect", Keys(
                    May("numerator", Number()), May("denominator", Number()), Must("value", Number()),
                    May("reference_numerator", Number()), May("reference_denominator", Number())))), 1)));

    private static JsonObject Framework() => Keys(
        Must("id", Words()), Must("title", Words()), Must("source", Words()), May("verified", Flag()),
        Must("parts", List(Keys(
            Must("part", Words()), Must("title", Words()), Must("kind", OneOf(FrameworkReader.Kinds.Keys)),
            May("parent", Words()), May("measures", Texts()),
            May("attrition", Keys(
                Must("title", Words("Which cases")), Must("ends", Words("What the cases have in common that pass the last step")),
                Must("steps", List(Keys(
                    Must("title", Words()), Must("measure", Words("A share, of one unit and on one basis with the others")),
                    Must("decides", Words("Who decides whether a case goes on")), May("reasons", Words("A count of cases that went no further")),
                    May("by", Words("Its breakdown by reason"))), 1)))),
            May("evidence", List(Keys(
                Must("slot", Words()), Must("title", Words()), Must("rubric", Texts(2)))))))));

    private static JsonObject Check() => Keys(
        Must("id", Words()), Must("title", Words()), Must("why", Words("Why it matters")),
        Must("do", Words("What to do about a finding")), Must("severity", OneOf(CheckReader.Severities.Keys)), Must("dataset", Words()),
        May("rule", Keys(Must("when", Reference("condition")), Must("must", Reference("condition")))),
        May("order", Texts(2)), May("same", Texts(1)),
        May("outliers", Keys(Must("basis", Words()), Must("threshold", Number()))),
        May("missing", Keys(Must("fields", Texts(1)), Must("more_than", Number()))),
        May("lag", Keys(Must("from", Words()), Must("to", Words()), Must("more_than_days", Whole(0)))),
        Must("examples", List(Keys(Must("rows", List(Reference("row"))), Must("findings", Whole(0))), 1)));
}
