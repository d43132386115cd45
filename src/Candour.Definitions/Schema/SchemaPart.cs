using System.Text.Json.Nodes;

namespace Candour.Definitions.Schema;

/// <summary>One key of an object in a schema.</summary>
internal sealed record SchemaKey(string Name, JsonNode Value, bool IsRequired);

/// <summary>The few pieces that the schemas are made of.</summary>
internal static class SchemaPart
{
    public static SchemaKey Must(string name, JsonNode value) => new(name, value, IsRequired: true);

    public static SchemaKey May(string name, JsonNode value) => new(name, value, IsRequired: false);

    public static JsonObject Keys(params SchemaKey[] keys) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name)]),
        ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, key.Value))),
    };

    /// <summary>An object whose keys the author chooses.</summary>
    public static JsonObject Named(JsonNode value) => new() { ["type"] = "object", ["additionalProperties"] = value };

    public static JsonObject List(JsonNode item, int least = 0) =>
        new() { ["type"] = "array", ["items"] = item, ["minItems"] = least };

    public static JsonObject Words(string says = "") => Said(new JsonObject { ["type"] = "string", ["minLength"] = 1 }, says);

    public static JsonObject Texts(int least = 0) => List(Words(), least);

    /// <summary>A code may look like a number.</summary>
    public static JsonObject Code() => new() { ["type"] = new JsonArray("string", "integer") };

    public static JsonObject Codes() => List(Code(), 1);

    public static JsonObject Value() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    public static JsonObject Whole(int least) => new() { ["type"] = "integer", ["minimum"] = least };

    public static JsonObject Number() => new() { ["type"] = "number" };

    public static JsonObject Flag() => new() { ["type"] = "boolean" };

    public static JsonObject Date() => new() { ["type"] = "string", ["pattern"] = @"^\d{4}-\d{2}-\d{2}$" };

    public static JsonObject OneOf(IEnumerable<string> words) =>
        new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    public static JsonObject Any(params JsonNode[] choices) => new() { ["anyOf"] = new JsonArray([.. choices]) };

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static JsonObject Said(JsonObject schema, string says)
    {
        if (says.Length > 0)
        {
            schema["description"] = says;
        }

        return schema;
    }
}
