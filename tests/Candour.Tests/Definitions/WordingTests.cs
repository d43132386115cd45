namespace Candour.Tests.Definitions;

/// <summary>Words never blame. Over every definition and every page.</summary>
public sealed class WordingTests
{
    private static readonly string[] Blaming =
    [
        "fails to", "failed to", "uncooperative", "refused to", "refuses to", "lost victims", "victim refusal", "unwilling",
        "repeat suspect", "withdrew her", "withdrew his",
    ];

    [Fact]
    public void No_definition_or_page_blames() => Assert.Empty(
        Directory.EnumerateFiles(Repository.At("definitions"), "*.yaml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.At("src", "Candour", "Pages"), "*.cshtml", SearchOption.AllDirectories))
            .Where(path => Blames(File.ReadAllText(path))).Select(Path.GetFileName));

    [Theory]
    [InlineData("The victim Fails to support the prosecution")]
    [InlineData("share of uncooperative victims")]
    public void Blame_is_noticed(string text) => Assert.True(Blames(text));

    private static bool Blames(string text) =>
        Blaming.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
}
