namespace Candour.Tests.Statistics;

/// <summary>Every file of published values is recomputed by the tests that its list names, and by no test that it does not
/// name.</summary>
public sealed class PublishedValuesTests
{
    private const string Folder = "tests/Candour.Tests/Statistics";

    [Fact]
    public void The_list_names_every_file_with_the_tests_that_recompute_it()
    {
        var tests = Directory.EnumerateFiles(Repository.At(Folder), "*Tests.cs", SearchOption.AllDirectories)
            .Where(test => Path.GetFileName(test) != "PublishedValuesTests.cs")
            .ToDictionary(test => Path.GetFileNameWithoutExtension(test), File.ReadAllText);
        var files = Directory.EnumerateFiles(Repository.At($"{Folder}/Fixtures"), "V*").Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(42, files.Length);
        Assert.Equal(
            files.Select(file => $"| {file} | {string.Join(", ", tests.Where(test => test.Value.Contains(file, StringComparison.Ordinal))
                .Select(test => test.Key).Order(StringComparer.Ordinal).Select(name => $"`{name}`"))} |"),
            File.ReadLines(Repository.At($"{Folder}/Fixtures/README.md")).Where(line => line.StartsWith("| V", StringComparison.Ordinal)));
    }
}
