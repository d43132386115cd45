using System.Net;
using System.Text.RegularExpressions;

namespace Candour.Journeys.Tests;

/// <summary>What the pages say: the reference figures, the absences, the refusals and the banner.</summary>
public sealed partial class SaidTests(RealBrowser browser)
{
    [Theory]
    [InlineData("/", "35.3% (34.9% to 35.7%), 21,174 of 60,000")]
    [InlineData("/", "18.1% (17.8% to 18.4%), 10,766 of 59,502")]
    [InlineData("/", "42,101 of 57,818")]
    [InlineData("/", "Rape here includes child and male victims. It is not the VAWG set")]
    [InlineData("/measures/rape-outcome-16-share-assigned", "35.3% (34.9% to 35.7%), 21,174 of 60,000")]
    [InlineData("/measures/rape-outcome-16-share-assigned", "Rape here includes child and male victims")]
    [InlineData("/measures/rape-outcome-16-share-assigned?area=durham&period=2018_19", "244 of 642")]
    [InlineData("/measures/sexual-offence-prosecutions-convicted-share?area=North+Wales&period=2014", "60.1% (53.1% to 66.8%), 116 of 193")]
    [InlineData("/measures/sexual-offence-prosecutions-convicted-share", "November 2015 [not recorded]")]
    [InlineData("/measures/sexual-offence-prosecutions-convicted-share", "Nothing was submitted for November 2015, February 2016, March 2016, April 2017, May 2017, June 2017.")]
    [InlineData("/measures/sexual-offence-prosecutions-convicted-share", "A year with gaps is not comparable with another year by its sum.")]
    [InlineData("/measures/sexual-offence-prosecutions-convicted-share?period=2015-11", "[not recorded] No data were submitted for this area and period.")]
    [InlineData("/measures/sexual-offences-charged-share-assigned?area=City+of+London&period=2018/19-Q4", "[n/a] −1 of 23 Corrections exceed outcomes: −1 of 23 is not a share.")]
    [InlineData("/measures/rape-charged-share-recorded", "no signal rule applies")]
    [InlineData("/measures/rape-charged-share-recorded", "follow-up still short; not yet assigned:")]
    [InlineData("/measures/rape-charged-share-recorded", "not yet assigned an outcome: 18.1% (17.8% to 18.4%), 10,766 of 59,502")]
    [InlineData("/measures/rape-charged-share-recorded", "Not enough data to tell chance from change: 2 periods can be judged, and limits need 5.")]
    [InlineData("/measures/rape-outcome-16-share-assigned?area=durham", "Durham cannot be told apart from")]
    [InlineData("/measures/sexual-offence-prosecutions-convicted-share", "Signal: the latest point is one of seven or more in a row")]
    [InlineData("/measures/sexual-offence-prosecutions-convicted-share", "Areas differ by more than chance (φ = 14.0), and the limits allow for it.")]
    [InlineData("/measures/vawg-days-report-to-decision-median", "too few, because the open cases are the slow ones.")]
    [InlineData("/measures/vawg-outcome-15-share-recorded", "more than chance, but missing records could turn it round")]
    [InlineData("/areas/police-forces/durham", "38.0% (34.3% to 41.8%), 244 of 642")]
    [InlineData("/areas/cps-areas/north-wales?period=2014", "116 of 193")]
    [InlineData("/share?numerator=rape-charged-assigned&denominator=rape-outcomes-assigned", "4.0% (3.8% to 4.1%), 2,372 of 60,000")]
    [InlineData("/data", "Contains public sector information licensed under the Open Government Licence v3.0 (Home Office")]
    public async Task The_page_says(string address, string words) =>
        Assert.Contains(words, await TextAsync(address, HttpStatusCode.OK), StringComparison.Ordinal);

    [Theory]
    [InlineData("/share?numerator=rape-charged-assigned&denominator=rape-crimes-recorded", "they follow different crimes, so their quotient is the share of nothing")]
    [InlineData("/share?numerator=suspects-named&denominator=rape-crimes-recorded", "counts suspects and 'rape-crimes-recorded' counts crimes: one is not a part of the other")]
    [InlineData("/share?numerator=sexual-offences-charged-assigned&denominator=rape-outcomes-assigned", "so it is not a part of it")]
    [InlineData("/share?numerator=rape-charged-assigned", "Choose two counts")]
    [InlineData("/measures/rape-outcome-17", "There is no measure 'rape-outcome-17'")]
    [InlineData("/measures/rape-outcome-16-share-assigned?area=Atlantis", "There is no area 'Atlantis'")]
    [InlineData("/measures/rape-outcome-16-share-assigned?period=yesterday", "'yesterday' is not a period")]
    [InlineData("/measures/rape-outcome-16-share-assigned?period=2018-05", "The rows of 'crime-outcomes' are quarters")]
    [InlineData("/measures/rape-outcome-16-share-assigned?where=offence%3D999", "'999' is neither a code nor a group of 'offence'")]
    [InlineData("/measures/rape-outcome-16-share-assigned?dataset=suspects", "has no data in a dataset 'suspects'")]
    [InlineData("/areas/police-forces/atlantis", "There is no area 'atlantis'")]
    [InlineData("/areas/nowhere/durham", "There are no areas 'nowhere'")]
    [InlineData("/rows?measure=rape-outcome-16-share-assigned&page=999", "There is no page '999'")]
    [InlineData("/rows", "There is no measure ''")]
    public async Task The_page_refuses_with_one_sentence(string address, string sentence) =>
        Assert.Contains(sentence, await TextAsync(address, HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Theory]
    [InlineData("/measures/days-report-to-decision-median", true)]
    [InlineData("/measures/rape-outcome-16-share-assigned?dataset=crimes", true)]
    [InlineData("/areas/synthetic-nation/f01", true)]
    [InlineData("/rows?measure=suspects-named&area=f01", true)]
    [InlineData("/measures/rape-outcome-16-share-assigned", false)]
    [InlineData("/areas/police-forces/durham", false)]
    public async Task Invented_rows_are_announced_over_the_page(string address, bool synthetic)
    {
        using var client = new HttpClient { BaseAddress = browser.Site.Address };

        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(synthetic, page.Contains("candour-banner", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_is_in_name_order_with_all_44_forces()
    {
        var text = await TextAsync("/measures/rape-outcome-16-share-assigned", HttpStatusCode.OK);

        var table = text[text.LastIndexOf("Police force Share", StringComparison.Ordinal)..];
        var places = new[] { "Avon and Somerset", "British Transport Police", "City of London", "Durham", "Metropolitan Police", "Wiltshire" }
            .Select(force => table.IndexOf(force, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    /// <summary>The page as it is read: without markup, one space between words.</summary>
    private async Task<string> TextAsync(string address, HttpStatusCode status)
    {
        using var client = new HttpClient { BaseAddress = browser.Site.Address };
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        return Space().Replace(WebUtility.HtmlDecode(BlockTag().Replace(Tag().Replace(page, ""), " ")), " ");
    }

    [GeneratedRegex(@"</?(strong|a|span|b|em)\b[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
