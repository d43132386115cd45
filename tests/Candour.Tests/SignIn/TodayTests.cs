using System.Net;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>The page of today has for each role what the role may see, and nothing else.</summary>
[Collection(nameof(SecuredSite))]
public sealed class TodayTests(SecuredSite site)
{
    [Theory]
    [InlineData(Role.HeadquartersAnalyst, true, true)]
    [InlineData(Role.ForceAnalyst, true, true)]
    [InlineData(Role.SecurityAuditor, false, false)]
    [InlineData(Role.Administrator, false, false)]
    public async Task Each_role_has_its_own_parts(Role role, bool changed, bool broken)
    {
        var page = await (await site.AsAsync(role)).GetAsync("/today");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"due\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(changed, page.Text.Contains("id=\"changed\"", StringComparison.Ordinal));
        Assert.Equal(broken, page.Text.Contains("id=\"broken\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_a_place_reads_of_that_place_only()
    {
        var page = WebUtility.HtmlDecode((await (await site.AsAsync(Role.ForceAnalyst)).GetAsync("/today")).Text);

        Assert.Contains("/areas/synthetic-nation/f01\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/areas/synthetic-nation/synthetic-nation\"", page, StringComparison.Ordinal);
    }
}
