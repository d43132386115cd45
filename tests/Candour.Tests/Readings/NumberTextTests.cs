using Candour.Readings;

namespace Candour.Tests.Readings;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(21174, "21,174")]
    [InlineData(-1234, "\u22121,234")]
    [InlineData(-0.2, "0")]
    [InlineData(9.2e15, "9,200,000,000,000,000")]
    public void Counts_have_a_thousands_comma(double value, string text) =>
        Assert.Equal(text, NumberText.Of(value, FigureKind.Count));

    [Theory]
    [InlineData(0.3529, "35.3%")]
    [InlineData(0.3525, "35.3%")]
    [InlineData(0.0005, "0.1%")]
    [InlineData(-0.0001, "0.0%")]
    [InlineData(1, "100.0%")]
    public void Shares_have_one_decimal_rounded_half_up(double value, string text) =>
        Assert.Equal(text, NumberText.Of(value, FigureKind.Share));

    [Theory]
    [InlineData(62, "62 days")]
    [InlineData(61.5, "61.5 days")]
    [InlineData(61.04, "61 days")]
    [InlineData(1, "1 day")]
    [InlineData(1406.25, "1,406.3 days")]
    public void Days_have_a_decimal_only_when_they_need_one(double value, string text) =>
        Assert.Equal(text, NumberText.Of(value, FigureKind.Days));

    [Fact]
    public void An_interval_says_when_the_data_do_not_reach_its_end() =>
        Assert.Equal(
            "40 to beyond the data", NumberText.Interval(40, double.PositiveInfinity, FigureKind.Days));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_a_number_is_never_written(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NumberText.Of(value, FigureKind.Share));

    [Fact]
    public void The_largest_numbers_are_still_written() =>
        Assert.StartsWith("100,000,000,000,000,000,000,000", NumberText.Of(1e23, FigureKind.Count));
}
