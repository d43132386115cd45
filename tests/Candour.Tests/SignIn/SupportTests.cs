using System.Net;
using System.Text.RegularExpressions;
using Candour.Access;
using Candour.Publishing;
using Candour.Store;

namespace Candour.Tests.SignIn;

/// <summary>What the public reads of support: proposed by one, shown by another, withdrawn by either; and pages that can be left at once.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class SupportTests(SecuredSite site)
{
    private static readonly string[] Pages = ["/support", "/who-decides", "/held-about-people"];

    [Fact]
    public async Task Is_shown_when_a_second_person_has_approved_it_and_gone_when_it_is_withdrawn()
    {
        var (administrator, publisher, anybody) = (await site.AsAsync(Role.Administrator), await site.AsAsync(Role.HeadquartersPublisher), new Browsing(site.Address));
        var proposed = await administrator.PostAsync("/support/entries", Typed("An invented house of help"));
        Assert.Equal(HttpStatusCode.OK, proposed.Status);
        var entry = Entry(proposed.Text);
        Assert.DoesNotContain("An invented house of help", (await anybody.GetAsync("/support")).Text, StringComparison.Ordinal);

        var own = await administrator.PostAsync("/support/entries", Act("show", entry));
        Assert.Equal(HttpStatusCode.BadRequest, own.Status);
        Assert.Contains("proposed by the same person", WebUtility.HtmlDecode(own.Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await publisher.PostAsync("/support/entries", Act("show", entry))).Status);
        Assert.Contains("An invented house of help", (await anybody.GetAsync("/support")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await publisher.PostAsync("/support/entries", Act("refuse", entry))).Status);

        Assert.Equal(HttpStatusCode.OK, (await administrator.PostAsync("/support/entries", Act("withdraw", entry))).Status);
        Assert.DoesNotContain("An invented house of help", (await anybody.GetAsync("/support")).Text, StringComparison.Ordinal);
        var acts = site.Store.Support().Single(one => one.Id == entry);
        Assert.Equal((SupportState.Withdrawn, 3), (acts.State, acts.Version));
    }

    [Fact]
    public async Task Another_text_takes_the_place_of_the_one_it_names_and_not_before_it_is_approved()
    {
        var (administrator, publisher, anybody) = (await site.AsAsync(Role.Administrator), await site.AsAsync(Role.HeadquartersPublisher), new Browsing(site.Address));
        var first = Entry((await administrator.PostAsync("/support/entries", Typed("The first invented house"))).Text);
        await publisher.PostAsync("/support/entries", Act("show", first));
        var second = Entry((await publisher.PostAsync("/support/entries", Typed("The second invented house", replaces: first))).Text);
        Assert.Contains("The first invented house", (await anybody.GetAsync("/support")).Text, StringComparison.Ordinal);

        await administrator.PostAsync("/support/entries", Act("show", second));

        var text = (await anybody.GetAsync("/support")).Text;
        Assert.Contains("The second invented house", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The first invented house", text, StringComparison.Ordinal);
        await publisher.PostAsync("/support/entries", Act("withdraw", second));
    }

    [Theory]
    [InlineData("", "Listens to anybody who asks", "", "", false)]
    [InlineData("A house", "short", "", "", false)]
    [InlineData("A house", "Listens to anybody who asks", "call us", "", false)]
    [InlineData("A house", "Listens to anybody who asks", "12", "", false)]
    [InlineData("A house", "Listens to anybody who asks", "", "http://example.org", false)]
    [InlineData("A house", "Listens to anybody who asks", "", "https://user:word@example.org", false)]
    [InlineData("A house", "Listens to anybody who asks", "", "javascript:alert(1)", false)]
    [InlineData("A house\nof two lines", "Listens to anybody who asks", "", "", false)]
    [InlineData("A house", "Listens to anybody who asks", "+44 (0)20 7946-0000", "https://example.org/help", true)]
    [InlineData("A house", "Listens to anybody who asks", "", "", true)]
    public void Is_refused_when_somebody_in_need_could_not_use_it(string name, string helps, string telephone, string web, bool isTaken) =>
        Assert.Equal(isTaken, SupportEntry.Checked(new SupportText(name, helps, "", telephone, web, "")).Try(out _, out _));

    [Fact]
    public async Task Every_public_page_can_be_left_at_once_and_is_kept_by_no_browser()
    {
        foreach (var path in Pages)
        {
            var page = await new Browsing(site.Address).GetAsync(path);
            Assert.Contains("data-exit", page.Text, StringComparison.Ordinal);
            Assert.Contains("rel=\"noreferrer nofollow\"", page.Text, StringComparison.Ordinal);
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
            Assert.Contains("script-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        }

        Assert.DoesNotContain("script-src", (await new Browsing(site.Address).GetAsync("/how-to-read")).Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Act(string act, string entry) => new() { ["act"] = act, ["entry"] = entry };

    private static Dictionary<string, string> Typed(string name, string replaces = "") => new()
    {
        ["act"] = "propose", ["name"] = name, ["helps"] = "Listens to anybody who asks", ["place"] = "Nowhere", ["replaces"] = replaces,
    };

    private static string Entry(string text) => Hidden().Match(text[text.IndexOf("id=\"waiting\"", StringComparison.Ordinal)..]).Groups[1].Value;

    [GeneratedRegex("name=\"entry\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
