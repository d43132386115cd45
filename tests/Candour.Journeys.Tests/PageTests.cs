namespace Candour.Journeys.Tests;

/// <summary>Each kind of page: found, accessible, at home, within a phone's width, without JavaScript, and quick.</summary>
public sealed class PageTests(RealBrowser browser)
{
    /// <summary>
    /// Addresses of states that look different; the slow rules of axe where the page differs from the one that EveryPageTests asks about.
    /// </summary>
    public static readonly TheoryData<string, string, int, bool> Kinds = new()
    {
        { "measures", "/measures", 200, false },
        { "search", "/measures?q=outcome+16", 200, false },
        { "share-measure", "/measures/rape-outcome-16-share-assigned", 200, false },
        { "cohort-measure", "/measures/rape-charged-share-recorded", 200, false },
        { "gaps-measure", "/measures/sexual-offence-prosecutions-convicted-share?area=north-wales&period=2014", 200, false },
        { "days-measure", "/measures/days-report-to-decision-median", 200, false },
        { "count-measure", "/measures/sexual-offences-crimes-recorded?area=durham&where=outcome%3D16", 200, true },
        { "below-zero", "/measures/sexual-offences-charged-share-assigned?area=city-of-london&period=2018_19-Q4", 200, false },
        { "compare", "/compare/rape-outcome-16-share-assigned?area=durham", 200, true },
        { "compare-level", "/compare/rape-charged-share-recorded?dataset=crimes&level=synthetic-nation.area&area=a03", 200, false },
        { "compare-count", "/compare/rape-crimes-recorded", 200, false },
        { "explain", "/explain/sexual-offence-prosecutions-convicted-share", 200, true },
        { "explain-groups", "/explain/rape-charged-share-recorded?dataset=crimes", 200, false },
        { "explain-action", "/explain/vawg-crimes-recorded?since=2024-06", 200, false },
        { "explain-days", "/explain/days-report-to-decision-median", 200, false },
        { "areas", "/areas", 200, false },
        { "force", "/areas/police-forces/durham", 200, true },
        { "synthetic-area", "/areas/synthetic-nation/a01", 200, false },
        { "rows", "/rows?measure=rape-outcome-16-share-assigned&area=durham&period=2018_19-Q3", 200, false },
        { "case-rows", "/rows?measure=days-report-to-decision-median&area=f01&period=2024-03", 200, false },
        { "share", "/share", 200, false },
        { "built-share", "/share?numerator=rape-charged-assigned&denominator=rape-outcomes-assigned", 200, false },
        { "refused-share", "/share?numerator=suspects-named&denominator=rape-crimes-recorded", 400, true },
        { "attrition", "/attrition", 200, false },
        { "quality", "/quality/crimes?field=victim_ethnicity", 200, false },
        { "framework", "/frameworks/rsvp", 200, false },
        { "found", "/search?q=rape+charged", 200, false },
        { "today", "/today", 200, false },
        { "definitions", "/definitions", 200, false },
        { "definition", "/definitions/rape-outcome-16-share-assigned", 200, false },
        { "definition-without-data", "/definitions/weighted-composite", 200, false },
        { "quotient-definition", "/definitions/crimes-per-1000-women-and-girls", 200, false },
        { "difference-of-groups", "/measures/charged-difference-asian-white", 200, true },
        { "data", "/data", 200, false },
        { "refusal", "/measures/no-such-measure", 400, false },
        { "no-figure", "/figures/no/such/figure", 404, false },
        { "support", "/support", 200, false },
        { "who-decides", "/who-decides", 200, false },
        { "held-about-people", "/held-about-people", 200, false },
        { "glossary", "/glossary", 200, false },
        { "learn", "/learn", 200, false },
        { "exercise", "/learn/1", 200, false },
        { "exercise-answered", "/learn/3?answer=1", 200, false },
        { "tour", "/tour", 200, false },
        { "units", "/areas/synthetic-prosecution/p01/units", 200, false },
        { "prosecution-unit", "/areas/synthetic-prosecution/u05", 200, true },
        { "known-events", "/measures/orders-applied-for", 200, true },
        { "sample-measure", "/measures/finalisation-codes-wrong-share", 200, false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Is_accessible_narrow_and_at_home(string name, string address, int status, bool axe)
    {
        await using var visit = await browser.VisitAsync(address, width: 320);

        Assert.Equal(status, visit.Status);
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        await visit.PictureAsync($"{name}-320");
        await visit.AssertNoSidewaysScrollAsync();
        if (axe)
        {
            await visit.AssertAccessibleAsync();
        }

        await visit.AssertNumbersStandInTablesAsync();
        await visit.Page.SetViewportSizeAsync(1280, 900);
        await visit.PictureAsync($"{name}-1280");
        await visit.AssertNoSidewaysScrollAsync();
        visit.AssertStayedAtHome();
    }

    [Fact]
    public async Task Every_page_answers_within_300_milliseconds_once_warm()
    {
        using var client = new HttpClient { BaseAddress = browser.Site.Address };
        foreach (var (_, address, _, _) in Kinds.Select(row => row.Data))
        {
            var best = TimeSpan.MaxValue;
            for (var again = 0; again < 3; again++)
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                best = watch.Elapsed < best ? watch.Elapsed : best;
            }

            Assert.True(best < TimeSpan.FromMilliseconds(300), $"{address} took {best.TotalMilliseconds:0} ms");
        }
    }
}
