using Candour.Web;

namespace Candour.Tests.Web;

/// <summary>Words find measures, areas, questions and help; whoever sees no figures finds definitions and help.</summary>
public sealed class SearchIndexTests
{
    [Theory]
    [InlineData("outcome 16 assigned", "Definitions without data")]
    [InlineData("ATTRITION drop", "Questions of the frameworks")]
    [InlineData("funn", "Help")]
    [InlineData("league", "Help")]
    public void Every_word_begins_a_word(string typed, string kind) =>
        Assert.Contains(kind, SearchIndex.Find(typed, Repository.Catalogue, null).Select(one => one.Kind));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("unnel")]
    [InlineData("outcome zebra")]
    public void Nothing_is_found_for_nothing_and_for_the_middle_of_a_word(string typed) =>
        Assert.Empty(SearchIndex.Find(typed, Repository.Catalogue, null));

    [Fact]
    public void Every_address_of_help_is_a_heading_of_its_page()
    {
        var page = File.ReadAllText(Repository.At("src/Candour/Pages/HowToRead.cshtml"));

        var help = SearchIndex.Find("how", Repository.Catalogue, null).Single(one => one.Kind == "Help").Found;

        Assert.True(help.Count > 5);
        Assert.All(help, one => Assert.Contains($"id=\"{one.Address.Split('#')[1]}\"", page, StringComparison.Ordinal));
    }
}
