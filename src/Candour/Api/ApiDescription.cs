using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Candour.Api;

/// <summary>The OpenAPI description, made from the operations that are served: neither can say what the other does not.</summary>
internal static partial class ApiDescription
{
    public const string Path = "/api/openapi.json";

    private static readonly (string Name, string Means)[] Question =
    [
        ("dataset", "Which dataset answers; the first that has data when not given."),
        ("area", "Code or name of an area; all of your areas when not given."),
        ("period", "Such as 2025, 2025-03, 2018/19-Q3 or 2025-01..2025-06; everything when not given."),
        ("where", "A condition as FIELD=CODE; may be given again for another field."),
    ];

    public static string Text { get; } = new JsonObject
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Candour read interface",
            ["version"] = "1",
            ["description"] = "Figures with their intervals, counts and reasons, as the pages show them to the same person. Reading only.",
        },
        ["paths"] = new JsonObject([.. ApiOperations.All.Select(one => KeyValuePair.Create(PathOf(one), (JsonNode?)new JsonObject { ["get"] = Get(one) }))]),
        ["components"] = new JsonObject
        {
            ["schemas"] = ApiSchemas.Describe(),
            ["securitySchemes"] = new JsonObject { ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = "__Host-candour" } },
        },
        ["security"] = new JsonArray(new JsonObject { ["session"] = new JsonArray() }),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";

    /// <summary>OpenAPI has no word for a parameter that holds slashes.</summary>
    public static string PathOf(ApiOperation operation) => operation.Path.Replace("{**", "{", StringComparison.Ordinal);

    private static JsonObject Get(ApiOperation one) => new()
    {
        ["summary"] = one.Summary,
        ["parameters"] = new JsonArray(
        [
            .. InPath().Matches(one.Path).Select(match => (JsonNode?)Parameter(match.Groups[1].Value, "path", "", isRequired: true)),
            .. one.Asks ? Question.Select(asked => (JsonNode?)Parameter(asked.Name, "query", asked.Means, isRequired: false)) : [],
        ]),
        ["responses"] = new JsonObject
        {
            ["200"] = Response("The answer.", one.IsList
                ? new JsonObject { ["type"] = "array", ["items"] = Reference(one.Schema) } : Reference(one.Schema)),
            ["400"] = Response("A rule says no; the sentence says which and what to do.", Reference("Refusal")),
            ["401"] = Response("Nobody has signed in.", Reference("Refusal")),
            ["404"] = Response("There is no such thing, or it is not yours to see.", Reference("Refusal")),
        },
    };

    private static JsonObject Parameter(string name, string place, string means, bool isRequired)
    {
        var parameter = new JsonObject
        {
            ["name"] = name, ["in"] = place, ["required"] = isRequired, ["description"] = means,
            ["schema"] = name == "where"
                ? new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } } : new JsonObject { ["type"] = "string" },
        };
        if (name == "where")
        {
            parameter["explode"] = true;
        }

        return parameter;
    }

    private static JsonObject Response(string means, JsonObject schema) => new()
    {
        ["description"] = means,
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
    };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    [GeneratedRegex(@"\{\**([a-z]+)\}")]
    private static partial Regex InPath();
}
