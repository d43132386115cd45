using Candour.Kernel;
using Candour.Readings;

namespace Candour.Tests.Readings;

public sealed class FigureTextTests
{
    [Fact]
    public void A_share_comes_with_its_interval_and_its_base() =>
        Assert.Equal(
            "35.3% (34.9% to 35.7%), 21,174 of 60,000",
            FigureText.Of(new Figure.Known(0.3529, 0.3491, 0.3567), FigureKind.Share, 21174, 60000).ToString());

    [Fact]
    public void A_count_stands_alone() =>
        Assert.Equal("1,234", FigureText.Of(new Figure.Known(1234, 1234, 1234), FigureKind.Count, 1234).ToString());

    [Fact]
    public void Days_say_how_many_cases_they_come_from() =>
        Assert.Equal(
            "62 days (58.5 to 66), 3,512 cases",
            FigureText.Of(new Figure.Known(62, 58.5, 66), FigureKind.Days, denominator: 3512).ToString());

    [Fact]
    public void Every_state_without_a_number_has_a_symbol_and_a_reason()
    {
        Figure[] states =
        [
            new Figure.Suppressed("fewer than 5"),
            new Figure.NotRecorded("no file for this quarter"),
            new Figure.TooFew("9 cases"),
            new Figure.NotReached("most cases are open"),
            new Figure.NotApplicable("no cases"),
        ];

        var texts = states.Select(state => FigureText.Of(state, FigureKind.Share, 0, 0)).ToArray();

        Assert.Equal(
            ["[suppressed]", "[not recorded]", "[too few cases]", "[not reached]", "[n/a]"],
            texts.Select(text => text.Value));
        Assert.All(texts, text => Assert.NotEmpty(text.Reason));
        Assert.Equal("[n/a], 0 of 0: no cases", texts[^1].ToString());
    }
}
