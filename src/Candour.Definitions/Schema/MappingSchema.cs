using System.Text.Json.Nodes;
using Candour.Definitions.Reading;
using static Candour.Definitions.Schema.SchemaPart;

namespace Candour.Definitions.Schema;

/// <summary>The schema of a mapping, which is the longest of all.</summary>
internal static class MappingSchema
{
    /// <summary>How deep an editor follows files that are joined to joined files.</summary>
    private const int JoinsDeep = 2;

    public static JsonObject Mapping() => Keys(
        Must("id", Words()), Must("title", Words()), Must("dataset", Words()), Must("agency", Words()),
        Must("publisher", Words()), Must("attribution", Words()), Must("data", OneOf(MappingReader.DataClasses.Keys)),
        Must("reads", Keys(
            Must("delimiter", new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 1 }),
            May("thousands", Words()), May("absent", List(Code())), May("final_newline", Flag()),
            May("missing", List(Code())), May("encoding", OneOf(MappingReader.Encodings)), May("dates", OneOf(MappingReader.DateOrders.Keys)),
            May("sheets", Texts()), May("round", Flag()))),
        May("quarantine_up_to", Number()),
        May("period", Keys(
            Must("field", Words()), May("from_names", Texts()), May("financial_year", Words()),
            May("financial_quarter", Words()), May("year", Words()), May("quarter", Words()), May("month", Words()))),
        May("columns", List(Keys(
            Must("column", new JsonObject { ["type"] = "string" }), May("field", Words()), May("must_be", Words()),
            May("codes", Named(Code())),
            May("ignore", Words("Why it is left out"))))),
        May("every_field", Flag()), May("not_held", Texts()),
        May("wide", List(Keys(
            Must("header", Words()), May("value", Words()), Must("columns", Whole(1)), May("ignore", Words())))),
        May("always", Named(Code())),
        May("only", List(Keys(Must("column", Words()), Must("values", List(Code(), 1))))),
        May("joins", List(Join(JoinsDeep))),
        May("parts", Keys(
            Must("field", Words()), Must("value", Words()),
            Must("of", List(Keys(Must("code", Code()), Must("column", Words()), May("minus", Words())), 1)))),
        May("total", Keys(Must("column", new JsonObject { ["type"] = "string" }), Must("value", Words()))),
        May("complete", List(Keys(Must("every", Words()), May("where", Named(Code()))))));

    private static JsonObject Join(int deep) => Keys(
        [
            May("file", Words("A name in the same folder; * stands for any letters")), May("sheet", Words("A sheet of a workbook")),
            Must("here", Any(Words(), Texts(1))), Must("there", Any(Words(), Texts(1))),
            Must("adds", List(
                Keys(
                    Must("column", Words()), Must("take", OneOf(JoinReader.Takes.Keys)), May("of", Words()), May("where", Words()),
                    May("values", List(Code(), 1))), 1)),
            .. deep > 0 ? [May("joins", List(Join(deep - 1)))] : Array.Empty<SchemaKey>(),
        ]);
}
