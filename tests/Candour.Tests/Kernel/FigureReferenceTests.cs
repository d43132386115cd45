using Candour.Kernel;

namespace Candour.Tests.Kernel;

public sealed class FigureReferenceTests
{
    private static readonly FigureReference Reference = new(
        "rape-outcome-16-share-assigned", 1, 1, ContentHash.Of("inputs"), Period.FinancialQuarter(2018, 3), "assigned",
        "home-office", "police-forces", new DateOnly(2018, 4, 1), "durham", []);

    [Fact]
    public void Has_the_permanent_form() => Assert.Equal(
        $"rape-outcome-16-share-assigned@1/m1/{ContentHash.Of("inputs")}/2018_19-Q3.assigned/home-office/"
        + "police-forces@2018-04-01:durham/all",
        Reference.ToString());

    [Fact]
    public void Is_read_back_whole()
    {
        var broken = Reference with { Breakdown = [new("outcome", "16"), new("offence", "19C")] };

        Assert.True(FigureReference.TryParse(Reference.ToString(), out var all));
        Assert.Equal(Reference, all);
        Assert.True(FigureReference.TryParse(broken.ToString(), out var some));
        Assert.Equal("offence=19C,outcome=16", broken.ToString().Split('/')[^1]);
        Assert.Equal(broken, some);
    }

    [Fact]
    public void A_code_may_hold_a_slash()
    {
        var homicide = Reference with { Breakdown = [new("offence", "1/4.1/4.10/4.2"), new("outcome", "16")] };

        Assert.True(FigureReference.TryParse(homicide.ToString(), out var read));
        Assert.Equal(homicide, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a@1/m1/xyz/2018_19.assigned/home-office/police-forces@2018-04-01:durham/all")]
    [InlineData("a/m1/b/c/d/e/f")]
    public void Anything_else_is_not_a_reference(string text) => Assert.False(FigureReference.TryParse(text, out _));
}
