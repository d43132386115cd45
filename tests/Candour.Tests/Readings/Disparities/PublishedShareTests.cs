using Candour.Kernel;
using Candour.Readings.Disparities;
using Candour.Statistics;

namespace Candour.Tests.Readings.Disparities;

/// <summary>Facts of published reports: what may be said of them, and what must be refused.</summary>
public sealed class PublishedShareTests
{
    private static readonly PublishedShare OwnAssessors = new("advocates below competent, own assessors", 0.043, 645);
    private static readonly PublishedShare Inspectors = new("advocates below competent, inspectors", 0.071, null);

    /// <summary>4.3 % of 645 is about 28: 3.0 % to 6.2 %.</summary>
    [Fact]
    public void A_rounded_share_of_a_known_number_has_its_count_and_interval()
    {
        Assert.True(OwnAssessors.Counted().Try(out var count, out _));
        Assert.Equal(new ShareCount(28, 645), count);
        var interval = Wilson.Interval(count.Numerator, count.Denominator);
        Assert.Equal((0.030, 0.062), (Math.Round(interval.Lower, 3), Math.Round(interval.Upper, 3)));
    }

    /// <summary>7.1 % of nobody knows how many: no test of the difference, and the reason.</summary>
    [Fact]
    public void Without_a_number_of_cases_a_difference_is_refused_and_the_reason_given()
    {
        Assert.False(PublishedShare.Difference(OwnAssessors, Inspectors).Try(out _, out var refusal));
        Assert.Equal(
            "The source gives 7.1% for 'advocates below competent, inspectors' and not of how many, so chance cannot be told from change: "
            + "ask the publisher for the number of cases.",
            refusal!.Sentence);
    }

    /// <summary>15.7 % of answers against 10.4 % a year before: the unit is answers, whose number the source does not give,
    /// so the number of files is no stand-in.</summary>
    [Fact]
    public void The_number_of_another_unit_is_no_stand_in()
    {
        var now = new PublishedShare("unreasonable answers", 0.157, null);
        Assert.IsType<Result<Figure>.Refused>(PublishedShare.Difference(now, new("unreasonable answers, a year before", 0.104, null)));
    }

    /// <summary>5 of 10 is 24 % to 76 %, 2 of 8 is 7 % to 59 %: the two overlap widely.</summary>
    [Fact]
    public void Five_of_ten_and_two_of_eight_cannot_be_told_apart()
    {
        var (five, two) = (Wilson.Interval(5, 10), Wilson.Interval(2, 8));
        Assert.Equal((0.24, 0.76), (Math.Round(five.Lower, 2), Math.Round(five.Upper, 2)));
        Assert.Equal((0.07, 0.59), (Math.Round(two.Lower, 2), Math.Round(two.Upper, 2)));
        Assert.True(PublishedShare.Difference(new("done", 0.5, 10), new("done the year before", 0.25, 8)).Try(out var figure, out _));
        var known = Assert.IsType<Figure.Known>(figure);
        Assert.True(known.Lower < 0 && known.Upper > 0);
    }

    /// <summary>502 of 2,802 files, which are 2,690 charged and 112 out of court.</summary>
    [Fact]
    public void Files_re_assessed_add_up()
    {
        Assert.Equal(2802, 2690 + 112);
        var interval = Wilson.Interval(502, 2802);
        Assert.Equal((0.165, 0.194), (Math.Round(interval.Lower, 3), Math.Round(interval.Upper, 3)));
    }

    /// <summary>90 % have a board, 67 % of those a group for performance: 60 % of all.</summary>
    [Fact]
    public void A_share_of_a_share_is_a_share_of_the_first_whole()
    {
        var nested = new PublishedShare("a performance sub-group", 0.67, null).Of(new("a board", 0.9, null));
        Assert.Equal(0.60, Math.Round(nested.Share, 2));
        Assert.Null(nested.Denominator);
    }

    /// <summary>54 % and 48 % of files of an unstated number: each may be quoted, neither compared.</summary>
    [Theory]
    [InlineData(0.38, 0.50)]
    [InlineData(0.54, 0.48)]
    [InlineData(0.36, 0.57)]
    public void Published_shares_without_numbers_are_never_compared(double one, double other) =>
        Assert.IsType<Result<Figure>.Refused>(PublishedShare.Difference(new("one", one, null), new("other", other, null)));
}
