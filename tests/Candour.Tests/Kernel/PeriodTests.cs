using Candour.Kernel;

namespace Candour.Tests.Kernel;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2014-07", "2014-07-01", "2014-08-01")]
    [InlineData("2014", "2014-01-01", "2015-01-01")]
    [InlineData("2014-Q3", "2014-07-01", "2014-10-01")]
    [InlineData("2018/19", "2018-04-01", "2019-04-01")]
    [InlineData("2018_19", "2018-04-01", "2019-04-01")]
    [InlineData("2018/19-Q1", "2018-04-01", "2018-07-01")]
    [InlineData("2018/19-Q4", "2019-01-01", "2019-04-01")]
    [InlineData("1999/00", "1999-04-01", "2000-04-01")]
    [InlineData("2014-01..2018-03", "2014-01-01", "2018-04-01")]
    [InlineData("2014..2015", "2014-01-01", "2016-01-01")]
    public void Reads_the_ways_the_field_writes_a_period(string text, string start, string end)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal(DateOnly.Parse(start), period.Start);
        Assert.Equal(DateOnly.Parse(end), period.End);
    }

    [Theory]
    [InlineData("2018/20")]
    [InlineData("2018/19-07")]
    [InlineData("2018-13")]
    [InlineData("2018-Q5")]
    [InlineData("18")]
    [InlineData("")]
    [InlineData("2015..2014")]
    [InlineData("2018-1")]
    [InlineData("0001")]
    [InlineData("٢٠١٨")]
    public void Refuses_what_is_not_a_period(string text) => Assert.False(Period.TryParse(text, out _));

    [Theory]
    [InlineData("2014-07")]
    [InlineData("2014")]
    [InlineData("2018/19")]
    [InlineData("2018/19-Q4")]
    [InlineData("2014-01..2018-03")]
    public void Is_written_as_it_is_read(string text)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal(text, period.ToString());
        Assert.True(Period.TryParse(period.ToReference(), out var again));
        Assert.Equal(period, again);
    }

    [Fact]
    public void Is_half_open()
    {
        var july = Period.Month(2014, 7);

        Assert.True(july.Contains(new DateOnly(2014, 7, 31)));
        Assert.False(july.Contains(new DateOnly(2014, 8, 1)));
        Assert.False(july.Overlaps(Period.Month(2014, 8)));
    }

    [Fact]
    public void Splits_a_financial_year_into_its_quarters() =>
        Assert.Equal(
            ["2018/19-Q1", "2018/19-Q2", "2018/19-Q3", "2018/19-Q4"],
            Period.FinancialYear(2018).Split(3).Select(quarter => quarter.ToString()));

    [Theory]
    [InlineData("2018/19-Q2", "July to September 2018")]
    [InlineData("2018/19", "April 2018 to March 2019")]
    [InlineData("2015-11", "November 2015")]
    public void Is_said_in_words(string text, string words)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal(words, period.InWords());
    }
}
