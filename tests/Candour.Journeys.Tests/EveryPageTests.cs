using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>
/// Every kind of page that the program has, as somebody who may open it, with something on it: on a phone and a desk, in light and dark and
/// in forced colours. A page that is added without a row fails.
/// </summary>
public sealed class EveryPageTests(RealBrowser browser)
{
    private const string Analyst = "sample-headquarters-analyst";
    private const string Steward = "sample-data-steward";
    private const string UnitHead = "sample-unit-head";
    private const string Lead = "sample-area-lead";
    private const string Publisher = "sample-publisher";
    private const string Auditor = "sample-security-auditor";
    private const string Administrator = "sample-administrator";

    /// <summary>The pages whose answer is a file.</summary>
    private static readonly string[] Files =
    [
        "/attrition/{format}", "/downloads/{id}/{format}", "/quality/{dataset}/{format}", "/closing/{dataset}/{period}/trail", "/issued-packs/{id}/{file}",
        "/evidence/{id}/{version}", "/requests/download/{format}", "/restatements/{format}",
    ];

    /// <summary>The page's pattern, an address of it, who opens it, and the status.</summary>
    public static readonly TheoryData<string, string, string, int> Rows = new()
    {
        { "/", "/", UnitHead, 200 },
        { "/today", "/today", Lead, 200 },
        { "/measures", "/measures", Analyst, 200 },
        { "/measures/{id}", "/measures/rape-charged-share-recorded?dataset=crimes", Analyst, 200 },
        { "/compare/{id}", "/compare/rape-charged-share-recorded?dataset=crimes&level=synthetic-nation.area&area=a03", Analyst, 200 },
        { "/explain/{id}", "/explain/rape-charged-share-recorded?dataset=crimes", Analyst, 200 },
        { "/areas", "/areas", Analyst, 200 },
        { "/areas/{hierarchy}/{code}", "/areas/synthetic-nation/a01", Lead, 200 },
        { "/areas/{hierarchy}/{code}/units", "/areas/synthetic-prosecution/p01/units", Analyst, 200 },
        { "/attrition", "/attrition", Analyst, 200 },
        { "/quality/{dataset}", "/quality/crimes?field=victim_ethnicity", Analyst, 200 },
        { "/share", "/share?numerator=rape-charged-assigned&denominator=rape-outcomes-assigned", Analyst, 200 },
        { "/rows", "/rows?measure=days-report-to-decision-median&area=f01&period=2024-03", Analyst, 200 },
        { "/figures/{**reference}", "{figure}", Analyst, 200 },
        { "/search", "/search?q=rape+charged", Analyst, 200 },
        { "/definitions", "/definitions", Analyst, 200 },
        { "/definitions/{id}", "/definitions/rape-outcome-16-share-assigned", Analyst, 200 },
        { "/frameworks/{id}", "/frameworks/rsvp", Analyst, 200 },
        { "/data", "/data", Analyst, 200 },
        { "/data/{id}", "/data/{submission}", Analyst, 200 },
        { "/snapshots", "/snapshots?dataset=suspects&one={snapshot}&other={snapshot}&period=2025_26-Q4", Steward, 200 },
        { "/how-to-read", "/how-to-read", Analyst, 200 },
        { "/glossary", "/glossary", Analyst, 200 },
        { "/learn", "/learn", Analyst, 200 },
        { "/learn/{number:int}", "/learn/3?answer=1", Analyst, 200 },
        { "/tour", "/tour", Analyst, 200 },
        { "/support", "/support", Analyst, 200 },
        { "/support/entries", "/support/entries", Publisher, 200 },
        { "/who-decides", "/who-decides", Analyst, 200 },
        { "/held-about-people", "/held-about-people", Analyst, 200 },
        { "/submit", "/submit", Steward, 200 },
        { "/submit/{id}", "/submit/{upload}", Steward, 200 },
        { "/submit/{id}/columns", "/submit/{upload}/columns", Steward, 200 },
        { "/receipts/{id}", "/receipts/{receipt}", Steward, 200 },
        { "/decisions", "/decisions", Steward, 200 },
        { "/closing", "/closing", Steward, 200 },
        { "/closing/{dataset}/{period}", "/closing/suspects/2025_26-Q4", Steward, 200 },
        { "/closing/{dataset}/{period}", "/closing/suspects/2023_24-Q1", Steward, 200 },
        { "/closing/{dataset}/{period}/steps", "/closing/suspects/2025_26-Q4/steps", Steward, 200 },
        { "/closing/{dataset}/{period}/adjust", "/closing/suspects/2025_26-Q4/adjust", Steward, 200 },
        { "/adjustments", "/adjustments", Lead, 200 },
        { "/packs", "/packs", Steward, 200 },
        { "/packs/{dataset}/{period}/{area}", "/packs/suspects/2023_24-Q1/synthetic-nation", Steward, 200 },
        { "/packs/{dataset}/{period}/{area}/steps", "/packs/suspects/2023_24-Q1/synthetic-nation/steps", Steward, 200 },
        { "/issued-packs/{id}", "/issued-packs/{issued}", Steward, 200 },
        { "/evidence", "/evidence", Steward, 200 },
        { "/evidence/add", "/evidence/add", Steward, 200 },
        { "/evidence/{id}", "/evidence/{evidence}", Steward, 200 },
        { "/evidence/{id}/redact", "/evidence/{evidence}/redact", Steward, 200 },
        { "/evidence/{id}/erase", "/evidence/{evidence}/erase", Steward, 200 },
        { "/requests", "/requests", Steward, 200 },
        { "/requests/log", "/requests/log", Analyst, 200 },
        { "/requests/{number}", "/requests/{request}", Steward, 200 },
        { "/requests/{number}/answer", "/requests/{request}/answer", Analyst, 200 },
        { "/questions", "/questions", Steward, 200 },
        { "/questions/save", "/questions/save", Analyst, 200 },
        { "/questions/{id}", "/questions/{question}", Steward, 200 },
        { "/restatements", "/restatements", Steward, 200 },
        { "/purposes", "/purposes", UnitHead, 200 },
        { "/purposes/assign", "/purposes/assign", UnitHead, 400 },
        { "/case-rows/{id}", "/case-rows/{purpose}", UnitHead, 200 },
        { "/break-glass", "/break-glass", UnitHead, 400 },
        { "/audit", "/audit", Auditor, 200 },
        { "/people", "/people", Administrator, 200 },
        { "/people/invite", "/people/invite", Administrator, 200 },
        { "/people/{id}", "/people/typed", Administrator, 200 },
        { "/sign-in", "/sign-in", Analyst, 200 },
        { "/sign-out", "/sign-out", Analyst, 200 },
        { "/confirm", "/confirm", Analyst, 200 },
        { "/invitation", "/invitation", Analyst, 200 },
        { "/first-administrator", "/first-administrator", Analyst, 404 },
        { "/status/{code:int:range(400,599)}", "/measures/no-such-measure", Analyst, 400 },
        { "/fault", "/fault", Analyst, 500 },
    };

    /// <summary>The addresses that an analyst opens with nothing prepared.</summary>
    public static IEnumerable<string> Open => Rows.Select(row => row.Data)
        .Where(row => row.Item3 == Analyst && row.Item4 == 200 && !row.Item2.Contains('{', StringComparison.Ordinal)).Select(row => row.Item2);

    [Fact]
    public void Every_page_of_the_program_has_a_row() => Assert.Equal(
        browser.Site.Pages.Where(page => page != "/Index").Order(StringComparer.Ordinal),
        Rows.Select(row => row.Data.Item1).Concat(Files).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Is_accessible_and_at_home_at_every_width_and_in_every_colour(string page, string address, string person, int status)
    {
        Assert.NotEmpty(page);
        var work = await browser.WorkAsync();
        await using var visit = await browser.VisitAsAsync(person, work.Named(address), width: 320);
        Assert.Equal(status, visit.Status);
        Assert.Equal(work.Named(address).Split('?')[0], new Uri(visit.Page.Url).AbsolutePath);
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        var name = string.Concat(address.Split('?')[0].Select(sign => char.IsLetterOrDigit(sign) ? sign : '_'));
        await LookAsync(visit, name, 320, ColorScheme.Light, ForcedColors.None);
        await visit.AssertAccessibleAsync();
        await visit.AssertNumbersStandInTablesAsync();
        await LookAsync(visit, name, 1280, ColorScheme.Dark, ForcedColors.None);
        // Only drawings and tags have colours of their own; the others are those of the shell, which is asked in the dark by itself.
        if (await visit.Page.Locator("svg, .govuk-tag").CountAsync() > 0)
        {
            await visit.AssertStillAccessibleAsync();
        }

        await LookAsync(visit, name, 1280, ColorScheme.Light, ForcedColors.Active);
        await LookAsync(visit, name, 1280, ColorScheme.Light, ForcedColors.None);
        visit.AssertStayedAtHome();
    }

    private static async Task LookAsync(Visit visit, string name, int width, ColorScheme scheme, ForcedColors forced)
    {
        await visit.Page.SetViewportSizeAsync(width, 900);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced });
        await visit.PictureAsync($"every-{name}-{width}-{(forced == ForcedColors.Active ? "forced" : scheme.ToString().ToLowerInvariant())}");
        await visit.AssertNoSidewaysScrollAsync();
    }
}
