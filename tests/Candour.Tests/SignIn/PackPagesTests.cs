using System.Net;
using System.Text.RegularExpressions;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>A pack from its preview to what was sent: written about, issued, opened by whoever may, and by nobody else.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class PackPagesTests(SecuredSite site)
{
    private const string Period = "/closing/crimes/2024_25-Q1";
    private const string Whole = "/packs/crimes/2024_25-Q1/synthetic-nation";
    private const string Own = "/packs/crimes/2024_25-Q1/a01";
    private const string Reason = "For the quarterly review";

    [Fact]
    public async Task From_the_preview_to_what_was_sent()
    {
        var steward = await site.AsAsync(Role.DataSteward);
        var manager = await site.AsAsync(Role.AreaPerformanceManager);
        var analyst = await site.AsAsync(Role.HeadquartersAnalyst);
        Assert.Contains("A preview", (await steward.GetAsync(Whole)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await IssueAsync(steward, Whole)).Status);
        foreach (var step in (string[])["validate", "agree", "freeze"])
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(steward, Period + "/steps", ("act", step), ("reason", Reason))).Status);
        }

        var chosen = await analyst.GetAsync("/packs?dataset=crimes&period=2024_25-Q1&area=synthetic-nation");
        Assert.Equal((HttpStatusCode.Redirect, Whole), (chosen.Status, chosen.Location));
        var form = (await steward.GetAsync(Whole + "/steps")).Text;
        var about = WebUtility.HtmlDecode(About().Match(form).Groups[1].Value);
        Assert.NotEmpty(about);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(steward, Whole + "/steps", ("act", "say"), ("about", "signal:none"), ("kind", "Cause"), ("text", Reason))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(steward, Whole + "/steps", ("act", "say"), ("about", about), ("kind", "7"), ("text", Reason))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(steward, Whole + "/steps", ("act", "say"), ("about", about), ("kind", "Cause"), ("text", "One unit recorded late <b>"))).Status);
        var page = (await analyst.GetAsync(Whole)).Text;
        Assert.Contains("Cause (unevidenced", page, StringComparison.Ordinal);
        Assert.Contains("One unit recorded late &lt;b&gt; (The DataSteward)", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await IssueAsync(manager, Whole)).Status);
        Assert.Contains("The pack is issued", (await IssueAsync(steward, Whole)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await IssueAsync(steward, Whole)).Status);
        var sent = Assert.Single(site.Store.IssuedPacks());
        Assert.Equal(SecuredSite.IdOf(Role.DataSteward), sent.IssuedBy);
        Assert.Equal("One unit recorded late <b>", Assert.Single(sent.Sentences).Text);
        Assert.Contains(site.Store.Trail(long.MaxValue, "", "issue pack", 5), one => one.Entry.Subject == sent.Id.Hex && one.Entry.Reason == Reason);

        var issued = $"/issued-packs/{sent.Id}";
        Assert.Contains(issued, (await analyst.GetAsync("/packs")).Text, StringComparison.Ordinal);
        var sentPage = (await analyst.GetAsync(issued)).Text;
        Assert.Contains("pack.docx", sentPage, StringComparison.Ordinal);

        // Its frame is of its own dataset, as the pack's page has it: how fresh, and whether the rows are invented.
        Assert.Contains("Data to 30 June 2026", page, StringComparison.Ordinal);
        Assert.Contains("Data to 30 June 2026", sentPage, StringComparison.Ordinal);
        Assert.StartsWith("PK", (await analyst.GetAsync(issued + "/pack.docx")).Text, StringComparison.Ordinal);
        Assert.Contains(site.Store.Trail(long.MaxValue, SecuredSite.IdOf(Role.HeadquartersAnalyst), "read", 5), one => one.Entry.Subject == issued + "/pack.docx");
        Assert.Equal(HttpStatusCode.BadRequest, (await analyst.GetAsync(issued + "/pack.exe")).Status);

        // Whoever sees an area opens its pack, made for its people, and not the whole's.
        Assert.DoesNotContain(issued, (await manager.GetAsync("/packs")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.GetAsync(issued + "/pack.docx")).Status);
        var own = WebUtility.HtmlDecode((await manager.GetAsync(Own)).Text);
        Assert.Contains("the people of Ashmarrow: numbers that would be about fewer than 5 people are withheld", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Brindlevale", own, StringComparison.Ordinal);
        Assert.Contains("[suppressed]", own, StringComparison.Ordinal);
    }

    private static Task<Answered> IssueAsync(Browsing who, string pack) => PostAsync(who, pack + "/steps", ("act", "issue"), ("reason", Reason));

    private static Task<Answered> PostAsync(Browsing who, string path, params (string Name, string Value)[] fields) =>
        who.PostAsync(path, fields.ToDictionary(field => field.Name, field => field.Value), "/sign-in");

    [GeneratedRegex("<select[^>]*id=\"about\"[^>]*>\\s*<option value=\"([^\"]+)\"")]
    private static partial Regex About();
}
