using System.Net;
using System.Text.RegularExpressions;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>
/// A scoped viewer goes through the pages: no count of 1 to 4 people is shown, in figure, table, drawing or reference, and
/// whoever sees the whole is shown all of it.
/// </summary>
[Collection(nameof(SecuredSite))]
public sealed partial class SmallNumbersInsideTests(SecuredSite site)
{
    private static readonly string[] Addresses =
    [
        "/measures/rape-crimes-recorded?dataset=crimes&area=f01", "/measures/rape-crimes-recorded?dataset=crimes&area=f01&period=2024-03",
        "/measures/rape-charged-share-recorded?dataset=crimes&area=f01", "/measures/rape-charged-share-recorded?dataset=crimes&area=f01&period=2024",
        "/compare/rape-charged-share-recorded?dataset=crimes&area=f01&period=2024", "/explain/rape-charged-share-recorded?dataset=crimes&area=f01&period=2024",
        "/explain/days-report-to-decision-median?area=f01&period=2024", "/measures/days-report-to-decision-median?area=f01", "/areas/synthetic-nation/f01", "/areas/synthetic-nation/f01?period=2024-03",
    ];

    [Fact]
    public async Task No_small_count_is_shown_to_whoever_sees_a_part()
    {
        var force = await site.AsAsync(Role.ForceAnalyst);
        var small = new List<string>();
        foreach (var address in Addresses)
        {
            var answer = await force.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            small.AddRange(SmallIn(answer.Text).Select(found => $"{address}: {found}"));
        }

        Assert.Empty(small);
    }

    [Fact]
    public async Task The_same_pages_hold_small_counts_for_whoever_sees_the_whole()
    {
        var headquarters = await site.AsAsync(Role.HeadquartersAnalyst);
        var small = new List<string>();
        foreach (var address in Addresses)
        {
            small.AddRange(SmallIn((await headquarters.GetAsync(address)).Text));
        }

        Assert.NotEmpty(small);
    }

    [Fact]
    public async Task What_is_withheld_on_one_page_is_withheld_on_its_own_page_and_its_rows_are_not_shown()
    {
        var force = await site.AsAsync(Role.ForceAnalyst);
        var page = await force.GetAsync("/measures/rape-crimes-recorded?dataset=crimes&area=f01&period=2024-03");
        var reference = WebUtility.HtmlDecode(Reference().Match(page.Text).Groups[1].Value);
        var withheld = page.Text.Contains("candour-figure--large\"><span class=\"candour-figure__symbol", StringComparison.Ordinal);

        var figure = await force.GetAsync(reference);

        Assert.Equal(withheld, figure.Text.Contains("candour-figure--large\"><span class=\"candour-figure__symbol", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await force.GetAsync("/rows?measure=rape-crimes-recorded&dataset=crimes&area=f01&period=2024-03")).Status);
    }


    /// <summary>"3 of 12", and counts that stand alone in a cell.</summary>
    private static IEnumerable<string> SmallIn(string page) =>
        Small().Matches(page).Select(match => match.Value);

    [GeneratedRegex("candour-figure__value\">[1-4]</span>|>[^<]*\\b[1-4] of [\\d,]+<")]
    private static partial Regex Small();

    [GeneratedRegex("href=\"(/figures/[^\"]+)\"")]
    private static partial Regex Reference();
}
