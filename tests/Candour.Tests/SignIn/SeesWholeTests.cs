using System.Net;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>
/// What speaks of all areas together, of groups or of single cases is for whoever sees the whole of the data. Whoever sees a part gets
/// the page without it, and a sentence where it would stand.
/// </summary>
[Collection(nameof(SecuredSite))]
public sealed class SeesWholeTests(SecuredSite site)
{
    [Theory]
    [InlineData("/measures/rape-charged-share-recorded?dataset=crimes&area=f01", "id=\"funnel-headline\"")]
    [InlineData("/measures/rape-charged-share-recorded?dataset=crimes&area=f01", "What can be said")]
    [InlineData("/measures/days-report-to-decision-median?area=f01", "id=\"wait-headline\"")]
    [InlineData("/compare/rape-charged-share-recorded?dataset=crimes&area=f01", "id=\"funnel-headline\"")]
    [InlineData("/compare/rape-charged-share-recorded?dataset=crimes&area=f01", "id=\"alike\"")]
    [InlineData("/compare/rape-charged-share-recorded?dataset=crimes&area=f01", "id=\"peers-headline\"")]
    [InlineData("/compare/rape-charged-share-recorded?dataset=crimes&area=f01", "id=\"stability-headline\"")]
    [InlineData("/explain/rape-charged-share-recorded?dataset=crimes&area=f01", "id=\"change-headline\"")]
    [InlineData("/explain/rape-crimes-recorded?dataset=crimes&area=f01", "id=\"causes-headline\"")]
    [InlineData("/explain/days-report-to-decision-median?area=f01", "Do the closed cases mislead?")]
    [InlineData("/measures/days-report-to-decision-median?area=f01", "id=\"endings-headline\"")]
    [InlineData("/attrition?area=f01", "id=\"attrition-headline\"")]
    [InlineData("/quality/crimes", "id=\"completeness-headline\"")]
    [InlineData("/quality/crimes", "id=\"over-time-headline\"")]
    [InlineData("/quality/crimes?field=victim_ethnicity", "id=\"by-area-headline\"")]
    public async Task Groups_and_curves_are_for_whoever_sees_the_whole(string address, string mark)
    {
        var part = await (await site.AsAsync(Role.ForceAnalyst)).GetAsync(address);
        var whole = await (await site.AsAsync(Role.HeadquartersAnalyst)).GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (part.Status, whole.Status));
        Assert.Contains(mark, whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mark, part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sees_a_part_is_told_why()
    {
        var part = await site.AsAsync(Role.ForceAnalyst);

        Assert.Contains(
            Candour.Web.AreaComparison.PartOnly,
            WebUtility.HtmlDecode((await part.GetAsync("/compare/rape-charged-share-recorded?dataset=crimes&area=f01")).Text), StringComparison.Ordinal);
        Assert.Contains(
            Candour.Web.ExplainedChange.PartOnly,
            WebUtility.HtmlDecode((await part.GetAsync("/explain/rape-charged-share-recorded?dataset=crimes&area=f01")).Text), StringComparison.Ordinal);
        Assert.Contains("are shown to whoever sees all areas", (await part.GetAsync("/attrition?area=f01")).Text, StringComparison.Ordinal);
        Assert.Contains("is shown to whoever sees all areas", (await part.GetAsync("/quality/crimes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_of_cases_elsewhere_has_no_number()
    {
        var elsewhere = WebUtility.HtmlDecode((await (await site.AsAsync(Role.ForceAnalyst)).GetAsync("/attrition?area=f20")).Text);
        var table = elsewhere[elsewhere.IndexOf("id=\"who-caption\"", StringComparison.Ordinal)..];

        Assert.Contains(Candour.Readings.Seeing.Seen.NothingToSee, elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("%", table[..table.IndexOf("</table>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_withholds_what_its_page_withholds()
    {
        var force = await site.AsAsync(Role.ForceAnalyst);

        var own = (await force.GetAsync("/downloads/rape-crimes-recorded/csv?dataset=crimes&area=f01")).Text;
        var elsewhere = (await force.GetAsync("/downloads/rape-crimes-recorded/csv?dataset=crimes&area=f20")).Text.Split("\r\n")
            .Where(line => line.Contains("by period", StringComparison.Ordinal)).ToList();

        Assert.Contains("[suppressed]", own, StringComparison.Ordinal);
        Assert.Contains("[not shown]", own, StringComparison.Ordinal);
        Assert.NotEmpty(elsewhere);
        Assert.All(elsewhere, line => Assert.Contains("[not recorded],[not recorded],[not recorded],[not recorded],[not recorded],[not recorded]", line, StringComparison.Ordinal));
    }
}
