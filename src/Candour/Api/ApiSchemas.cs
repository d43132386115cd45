using System.Text.Json.Nodes;

namespace Candour.Api;

/// <summary>What the answers are made of: every key with its type, as the description tells it. A test compares them with answers.</summary>
internal static class ApiSchemas
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All { get; } = new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["Figure"] = Keys(
            "measure:string version:integer title:string snapshot:string unit:string basis:string area:string areaTitle:string period:string where:object "
            + "state:string why:string? numerator:number? denominator:number? missing:integer? value:number? lower:number? upper:any? gaps:strings partial:strings "
            + "immature:boolean synthetic:boolean dataset:string agency:string reference:string"),
        ["Measure"] = Keys(
            "measure:string version:integer title:string question:string framework:string type:string unit:string basis:string datasets:strings breakdowns:strings "
            + "source:string map:string caveats:strings"),
        ["Hierarchy"] = Keys("hierarchy:string title:string levels:strings areas:objects"),
        ["Snapshot"] = Keys("snapshot:string madeAt:string definitions:string datasets:objects"),
        ["Refusal"] = Keys("refusal:string"),
    };

    /// <summary>As JSON Schema.</summary>
    public static JsonObject Describe() => new([.. All.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Describe(pair.Value)))]);

    private static JsonObject Describe(IReadOnlyDictionary<string, string> keys) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject([.. keys.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Type(pair.Value)))]),
        ["required"] = new JsonArray([.. keys.Where(pair => !pair.Value.EndsWith('?')).Select(pair => (JsonNode?)JsonValue.Create(pair.Key))]),
    };

    private static JsonObject Type(string word) => word.TrimEnd('?') switch
    {
        "any" => [],
        "strings" => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
        "objects" => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object" } },
        var plain when word.EndsWith('?') => new JsonObject { ["type"] = new JsonArray(plain, "null") },
        var plain => new JsonObject { ["type"] = plain },
    };

    private static Dictionary<string, string> Keys(string words) =>
        words.Split(' ').Select(word => word.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
