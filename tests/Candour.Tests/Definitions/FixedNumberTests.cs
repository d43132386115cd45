using Candour.Definitions;

namespace Candour.Tests.Definitions;

public sealed class FixedNumberTests
{
    [Theory]
    [InlineData("12.5", 1, 125)]
    [InlineData("12", 1, 120)]
    [InlineData("-0.25", 2, -25)]
    [InlineData("7", 0, 7)]
    [InlineData("1000000000000", 6, 1_000_000_000_000_000_000)]
    public void A_number_is_kept_as_a_whole_number(string text, int decimals, long scaled)
    {
        Assert.True(FixedNumber.TryParse(text, decimals, out var kept));
        Assert.Equal(scaled, kept);
    }

    [Theory]
    [InlineData("12.55", 1)]
    [InlineData("1,5", 1)]
    [InlineData("1e3", 0)]
    [InlineData("1000000000001", 0)]
    [InlineData("", 0)]
    [InlineData("NaN", 2)]
    public void Nothing_is_rounded_away_or_guessed(string text, int decimals) =>
        Assert.False(FixedNumber.TryParse(text, decimals, out _));

    [Theory]
    [InlineData(125, 1, "12.5")]
    [InlineData(120, 1, "12")]
    [InlineData(-25, 2, "-0.25")]
    public void It_is_written_without_trailing_zeros(long scaled, int decimals, string text) =>
        Assert.Equal(text, FixedNumber.Text(scaled, decimals));
}
