using System.Net;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>Case rows: only under a purpose, with a reason, counted, told to the trail, with the name of who looks.</summary>
[Collection(nameof(SecuredSite))]
public sealed class CaseRowsTests(SecuredSite site)
{
    private static readonly Dictionary<string, string> WithReason = new() { ["reason"] = "The records are compared with the files" };

    [Fact]
    public async Task Rows_are_shown_after_a_reason_with_a_watermark_and_told_to_the_trail()
    {
        var analyst = await site.AsAsync(Role.UnitAnalyst);
        var asked = await analyst.GetAsync("/case-rows/purpose-unitanalyst");
        Assert.DoesNotContain("candour-rows", asked.Text, StringComparison.Ordinal);

        var refused = await analyst.PostAsync("/case-rows/purpose-unitanalyst", new Dictionary<string, string> { ["reason"] = "why" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("candour-rows", refused.Text, StringComparison.Ordinal);

        var shown = await analyst.PostAsync("/case-rows/purpose-unitanalyst", WithReason);
        Assert.Contains("Shown to The UnitAnalyst on", shown.Text, StringComparison.Ordinal);
        var entry = site.Store.Trail(long.MaxValue, SecuredSite.IdOf(Role.UnitAnalyst), "read case rows", 1).Single().Entry;
        Assert.Equal("purpose-unitanalyst rows 1-25", entry.Subject);
        Assert.Equal("The records are compared with the files", entry.Reason);
        Assert.Equal("crimes synthetic-nation:f01", entry.Scope);
    }

    [Fact]
    public async Task The_same_purpose_draws_the_same_rows_and_no_more_than_its_cap()
    {
        var analyst = await site.AsAsync(Role.UnitAnalyst);
        var first = await analyst.PostAsync("/case-rows/purpose-unitanalyst", WithReason);
        var again = await analyst.PostAsync("/case-rows/purpose-unitanalyst", WithReason);
        var second = await analyst.PostAsync("/case-rows/purpose-unitanalyst", new Dictionary<string, string>(WithReason) { ["page"] = "2" });
        var beyond = await analyst.PostAsync("/case-rows/purpose-unitanalyst", new Dictionary<string, string>(WithReason) { ["page"] = "3" });

        Assert.Equal(Lines(first.Text), Lines(again.Text));
        Assert.Equal(25, Lines(first.Text).Count);
        Assert.Equal(Lines(second.Text), Lines(beyond.Text));
        Assert.Equal(30, Lines(first.Text).Concat(Lines(second.Text)).Distinct().Count());
        Assert.All(site.Store.PurposesOf(SecuredSite.IdOf(Role.UnitAnalyst)), purpose => Assert.True(purpose.Shown <= purpose.Cap));
    }

    [Fact]
    public async Task A_broken_glass_tells_others_at_once_ends_by_the_clock_and_approves_nothing()
    {
        var head = await site.AsAsync(Role.UnitHead);
        var broken = await head.PostAsync("/break-glass", new Dictionary<string, string>
        {
            ["dataset"] = "crimes", ["place"] = "synthetic-nation:f01", ["reason"] = "A risk to a person cannot wait until tomorrow",
        });
        Assert.StartsWith("/case-rows/", broken.Location, StringComparison.Ordinal);

        foreach (var told in (Role[])[Role.SecurityAuditor, Role.AreaLead])
        {
            Assert.Contains("has broken the glass", site.Store.NoticesOf(SecuredSite.IdOf(told))[0].Text, StringComparison.Ordinal);
        }

        Assert.Contains("has broken the glass", (await (await site.AsAsync(Role.AreaLead)).GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await head.PostAsync(broken.Location, WithReason)).Status);
        await Task.Delay(SessionRules.Freshness);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/purposes/assign")).Status);
        Assert.Contains(
            "A risk to a person cannot wait until tomorrow", (await (await site.AsAsync(Role.SecurityAuditor)).GetAsync("/audit")).Text,
            StringComparison.Ordinal);

        site.Clock.Forward(Purpose.BreakGlassLasts);
        head = await site.AsAsync(Role.UnitHead);
        Assert.Equal(HttpStatusCode.BadRequest, (await head.PostAsync(broken.Location, WithReason, "/sign-in")).Status);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("/purposes/assign")).Status);
    }

    [Fact]
    public async Task Nobody_opens_rows_under_the_purpose_of_another()
    {
        var inspector = await site.AsAsync(Role.Inspector);

        var answer = await inspector.PostAsync("/case-rows/purpose-unitanalyst", WithReason, "/sign-in");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(new NoPurpose().Sentence, WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
    }

    private static List<string> Lines(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, "<th scope=\"row\" class=\"govuk-table__header\">(\\d+)</th>").Select(match => match.Groups[1].Value)];
}
