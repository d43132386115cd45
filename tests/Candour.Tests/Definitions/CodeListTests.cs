using Candour.Definitions;

namespace Candour.Tests.Definitions;

public sealed class CodeListTests
{
    private static readonly CodeList Offence = Repository.Catalogue.CodeLists["offence"];

    [Fact]
    public void A_group_stands_for_its_codes() =>
        Assert.Equal(["19C", "19D", "19E", "19F", "19G", "19H"], Offence.Expand("rape"));

    [Fact]
    public void A_group_of_groups_stands_for_all_below()
    {
        var sexual = Offence.Expand("Sexual offences");

        Assert.Equal(23, sexual.Count);
        Assert.Superset(Offence.Expand("rape").ToHashSet(), sexual.ToHashSet());
    }

    [Theory]
    [InlineData("19c")]
    [InlineData(" 19C ")]
    [InlineData("Rape of a female aged 16 and over")]
    public void A_code_is_found_by_its_spellings(string spelling)
    {
        Assert.True(Offence.TryRead(spelling, out var code));
        Assert.Equal("19C", code);
        Assert.Equal("19C", Offence.Canonical(spelling));
    }

    [Fact]
    public void What_is_not_in_the_list_is_not_guessed()
    {
        Assert.False(Offence.TryRead("19", out _));
        Assert.Empty(Offence.Expand("19"));
        Assert.False(Repository.Catalogue.CodeLists["outcome"].TryRead("-1", out _));
        Assert.False(Repository.Catalogue.CodeLists["outcome"].TryRead("(16)", out _));
    }

    [Fact]
    public void An_id_comes_before_a_title() =>
        Assert.Contains("8R", Offence.Expand("harassment"));

    [Fact]
    public void A_title_of_several_codes_means_none_of_them()
    {
        var list = new CodeList("l", "L", "", true, [], [Same("1"), Same("2")]);

        Assert.Equal("", list.Canonical("same"));
        Assert.False(list.TryRead("Same", out _));
    }

    private static Code Same(string id) => new(id, "Same", "", [], DateOnly.MinValue, DateOnly.MaxValue, Verified: true);
}
