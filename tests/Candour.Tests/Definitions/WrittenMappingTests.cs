using Candour.Definitions;

namespace Candour.Tests.Definitions;

/// <summary>The mapping that <c>definitions/README.md</c> shows is one.</summary>
public sealed class WrittenMappingTests
{
    [Fact]
    public void The_mapping_in_the_readme_is_right()
    {
        var folder = Repository.At("definitions");
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText);
        var text = File.ReadAllText(Path.Combine(folder, "README.md")).Split("```yaml\n")[1].Split("```")[0];

        files["mappings/county-rape-cases.yaml"] = text;

        Assert.Equal("", Catalogue.Read(files).Match(_ => "", refusal => refusal.Sentence));
    }
}
