using Candour.Kernel;
using Candour.Requesting;
using Candour.Store.Requests;
using Candour.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace Candour.Tests.Requesting;

/// <summary>What may be logged and saved: nobody's name as far as a program can tell, and only pages of figures.</summary>
public sealed class RequestFormTests
{
    private const string Words = "How many rapes were recorded in Durham in 2018/19?";
    private const string Figure = "rape-crimes-recorded@1/m1/0000000000000000000000000000000000000000000000000000000000000000/2018_19.recorded/home-office/police-forces@2018-04-01:durham/all";

    private static readonly DateOnly Today = new(2026, 6, 30);
    private static readonly LinkState Links = new(new byte[32]);

    [Theory]
    [InlineData("Press", Words, "2026-06-30", true)]
    [InlineData("Press", Words, "2026-06-29", false)]
    [InlineData("Press", Words, "2027-07-01", false)]
    [InlineData("Press", Words, "30 June", false)]
    [InlineData("jane", Words, "2026-07-28", false)]
    [InlineData("3", Words, "2026-07-28", false)]
    [InlineData("Press", "How many?", "2026-07-28", false)]
    [InlineData("Press", "Please answer jane@example.org about rape", "2026-07-28", false)]
    [InlineData("Press", "What became of crime 0123456789?", "2026-07-28", false)]
    public void Who_asks_is_a_kind_and_the_words_name_nobody(string asker, string words, string due, bool isOne) =>
        Assert.Equal(isOne, RequestForm.Read(asker, words, due, Today) is Result<RequestForm>.Accepted);

    [Fact]
    public void A_figure_is_saved_by_its_reference_or_the_address_of_its_page_pinned_or_not()
    {
        foreach (var target in (string[])[Figure, "/figures/" + Figure, "https://candour.example:8443/figures/" + Uri.EscapeDataString(Figure).Replace("%2F", "/", StringComparison.Ordinal)])
        {
            Assert.Equal((QuestionKind.Figure, Figure, true), Read(target, true).Match(form => (form.Kind, form.Target, form.IsPinned), refusal => throw new InvalidOperationException(refusal.Sentence)));
        }
    }

    [Fact]
    public void A_page_is_saved_with_what_was_chosen_in_it_and_opened_by_a_link_of_this_server()
    {
        var link = $"/measures/rape-crimes-recorded?view={Links.Seal(new QueryBuilder { { "area", "durham" }, { "where", "outcome=16" } })}";
        var saved = Read("http://localhost:5080" + link, false).Match(form => form, refusal => throw new InvalidOperationException(refusal.Sentence));

        Assert.Equal((QuestionKind.Page, "/measures/rape-crimes-recorded?area=durham&where=outcome%3D16"), (saved.Kind, saved.Target));
        Assert.Equal(link, QuestionForm.AddressOf(saved.Target, Links));
        Assert.Equal("/attrition", QuestionForm.AddressOf(Read("/attrition", false).Match(form => form.Target, _ => ""), Links));
    }

    [Theory]
    [InlineData("/people", false)]
    [InlineData("/measuresque", false)]
    [InlineData("//evil.example/measures", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/measures/../people", false)]
    [InlineData("/measures/%2e%2e/people", false)]
    [InlineData("/measures/x?view=changed", false)]
    [InlineData("/measures\\x", false)]
    [InlineData("/attrition", true)]
    [InlineData("", false)]
    public void No_other_page_is_saved_and_a_page_is_never_pinned(string target, bool pinned) => Assert.IsType<Result<QuestionForm>.Refused>(Read(target, pinned));

    [Theory]
    [InlineData("How many rapes were recorded in 2018/19-Q3?", "2018/19-Q3")]
    [InlineData("In 2014, how many?", "2014")]
    [InlineData("How many of the 120 cases?", "")]
    public void A_period_in_the_words_is_asked_for(string words, string period) => Assert.Equal(period, Suggesting.PeriodIn(words));

    [Fact]
    public void Words_are_compared_without_their_endings_and_rare_ones_count_more()
    {
        string[] titles = ["Rape: crimes recorded", "Sexual offences: crimes recorded", "Rape: charged share", "Days from report to decision"];
        var score = new WordScore("How many rapes were recorded?", titles);

        Assert.Equal(titles[0], titles.MaxBy(score.Of));
        Assert.Equal(0, score.Of("Days from report to decision"));
        Assert.True(new WordScore("charges decided", titles).Of(titles[2]) > new WordScore("crime", titles).Of(titles[1]) / 2);
        Assert.True(new WordScore("recorded in Greater Manchester?", titles).HasAll("Greater Manchester"));
        Assert.False(new WordScore("recorded in Manchester?", titles).HasAll("Greater Manchester"));
    }

    private static Result<QuestionForm> Read(string target, bool pinned) => QuestionForm.Read("Recorded in Durham", target, pinned, Links);
}
