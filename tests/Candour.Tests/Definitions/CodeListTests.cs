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
        Assert.True(Offence.TryFind(spelling, out var code));
        Assert.Equal("19C", code);
    }

    [Fact]
    public void What_is_not_in_the_list_is_not_guessed()
    {
        Assert.False(Offence.TryFind("19", out _));
        Assert.Empty(Offence.Expand("19"));
    }
}
