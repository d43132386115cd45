using System.Net;
using System.Text.RegularExpressions;
using Candour.Access;
using Candour.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace Candour.Tests.SignIn;

/// <summary>What a link asks is opaque, the same for the same question, and opens only where it was made.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class LinkStateTests(SecuredSite site)
{
    private static readonly LinkState Links = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void A_question_comes_back_and_has_one_word()
    {
        foreach (var asked in new[] { "a01", "f01", "Greater Manchester & all", "ä€", new string('x', 900) })
        {
            var word = Links.Seal(new QueryBuilder { { "area", asked } });
            Assert.Equal(word, Links.Seal(new QueryBuilder { { "area", asked } }));
            Assert.True(Links.TryOpen(word, out var opened));
            Assert.Equal(new QueryBuilder { { "area", asked } }.ToString(), opened);
        }
    }

    [Fact]
    public void A_word_that_was_changed_or_made_elsewhere_does_not_open()
    {
        var word = Links.Seal(new QueryBuilder { { "area", "f01" } });

        for (var i = 0; i < word.Length; i++)
        {
            var changed = word[..i] + (word[i] == 'A' ? 'B' : 'A') + word[(i + 1)..];
            Assert.False(changed != word && Links.TryOpen(changed, out var opened) && opened != "?area=f01");
        }

        Assert.False(new LinkState(new byte[32]).TryOpen(word, out _));
        Assert.False(Links.TryOpen("", out _));
        Assert.False(Links.TryOpen("not a word", out _));
    }

    [Fact]
    public async Task No_link_on_a_page_says_what_it_asks_and_each_opens()
    {
        var force = await site.AsAsync(Role.ForceAnalyst);
        var page = await force.GetAsync("/measures/rape-crimes-recorded?dataset=crimes&area=f01&period=2024-03");
        var links = Hrefs().Matches(page.Text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(link => link.Contains('?')).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Matches("^/[^?]*\\?view=[A-Za-z0-9_-]+$", link));
        foreach (var link in links.Take(5))
        {
            Assert.NotEqual(HttpStatusCode.NotFound, (await force.GetAsync(link)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await force.GetAsync(links[0] + "A")).Status);
    }

    [Fact]
    public async Task A_form_gets_a_link_that_shows_the_same_to_whoever_may_see_it_and_nothing_to_others()
    {
        var force = await site.AsAsync(Role.ForceAnalyst);
        var asked = await force.GetAsync("/measures/rape-crimes-recorded?ask=1&dataset=crimes&area=f01&where=&period=2024");
        Assert.Matches("^/measures/rape-crimes-recorded\\?view=", asked.Location);

        Assert.Contains("2024", (await force.GetAsync(asked.Location)).Text, StringComparison.Ordinal);
        var elsewhere = await (await site.AsAsync(Role.HeadquartersAnalyst)).GetAsync("/measures/rape-crimes-recorded?ask=1&dataset=crimes&area=f20");
        Assert.Contains(Candour.Readings.Seeing.Seen.NothingToSee, (await force.GetAsync(elsewhere.Location)).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"(/(?:measures|rows|areas)/?[^\"]*)\"")]
    private static partial Regex Hrefs();
}
