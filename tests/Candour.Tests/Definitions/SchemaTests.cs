using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Candour.Definitions.Schema;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Candour.Tests.Definitions;

/// <summary>The published schemas are those that the program writes, and every shipped file keeps to its own.</summary>
public sealed partial class SchemaTests
{
    private static readonly Dictionary<string, Task<JsonSchema>> Schemas = DefinitionSchemas.All
        .ToDictionary(pair => pair.Key, pair => JsonSchema.FromJsonAsync(pair.Value));

    public static TheoryData<string> Folders => ["codelists", "hierarchies", "datasets", "conditions", "measures", "frameworks", "checks", "mappings"];

    [Fact]
    public void The_published_schemas_are_those_the_program_writes() => Assert.All(DefinitionSchemas.All, schema =>
        Assert.Equal(schema.Value, File.ReadAllText(Repository.At("definitions", DefinitionSchemas.Folder, schema.Key))));

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Every_file_names_its_schema_and_keeps_to_it(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(Repository.At("definitions", folder), "*.yaml", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            var named = SchemaLine().Match(text);
            Assert.True(named.Success, $"{path} does not name its schema in its first line.");
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, named.Groups[1].Value)), $"{path} names a schema that is not there.");

            Assert.Empty((await Problems(Path.GetFileName(named.Groups[1].Value), text)).Select(problem => $"{path}: {problem}"));
        }
    }

    [Theory]
    [InlineData("kind: outcome", "kinds: outcome")]
    [InlineData("kind: outcome", "kind: feeling")]
    [InlineData("version: 1", "version: one")]
    [InlineData("offence: [rape]", "offence: rape")]
    [InlineData("frequency: quarterly", "frequency: now and then")]
    public async Task A_wrong_file_breaks_its_schema(string from, string to)
    {
        var text = await File.ReadAllTextAsync(
            Repository.At("definitions", "measures", "vawg-2022", "rape-outcome-16-share-assigned.yaml"), TestContext.Current.CancellationToken);

        Assert.NotEmpty(await Problems("measure.schema.json", text.Replace(from, to, StringComparison.Ordinal)));
    }

    private static async Task<IEnumerable<string>> Problems(string schema, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (await Schemas[schema]).Validate(Json(stream.Documents[0].RootNode)!.ToJsonString()).Select(problem => problem.ToString());
    }

    /// <summary>As an editor reads it: plain scalars are numbers and truth values where they look like them.</summary>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair =>
            KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when long.TryParse(plain.Value, CultureInfo.InvariantCulture, out var whole) =>
            JsonValue.Create(whole),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when double.TryParse(plain.Value, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(((YamlScalarNode)node).Value ?? ""),
    };

    [GeneratedRegex(@"\A# yaml-language-server: \$schema=(\S+)")]
    private static partial Regex SchemaLine();
}
