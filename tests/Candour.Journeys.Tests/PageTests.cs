namespace Candour.Journeys.Tests;

/// <summary>Each kind of page: found, accessible, at home, within a phone's width, without JavaScript, and quick.</summary>
public sealed class PageTests(RealBrowser browser)
{
    /// <summary>
    /// Addresses of states that look different from the ones that EveryPageTests asks about; the slow rules of axe where they may break.
    /// </summary>
    public static readonly TheoryData<string, string, int, bool> Kinds = new()
    {
        { "search", "/measures?q=outcome+16", 200, false },
        { "share-measure", "/measures/rape-outcome-16-share-assigned", 200, false },
        { "cohort-measure", "/measures/rape-charged-share-recorded", 200, false },
        { "gaps-measure", "/measures/sexual-offence-prosecutions-convicted-share?area=north-wales&period=2014", 200, false },
        { "days-measure", "/measures/days-report-to-decision-median", 200, false },
        { "count-measure", "/measures/sexual-offences-crimes-recorded?area=durham&where=outcome%3D16", 200, true },
        { "below-zero", "/measures/sexual-offences-charged-share-assigned?area=city-of-london&period=2018_19-Q4", 200, false },
        { "compare", "/compare/rape-outcome-16-share-assigned?area=durham", 200, true },
        { "compare-count", "/compare/rape-crimes-recorded", 200, false },
        { "explain", "/explain/sexual-offence-prosecutions-convicted-share", 200, true },
        { "explain-action", "/explain/vawg-crimes-recorded?since=2024-06", 200, false },
        { "explain-days", "/explain/days-report-to-decision-median", 200, false },
        { "force", "/areas/police-forces/durham", 200, true },
        { "rows", "/rows?measure=rape-outcome-16-share-assigned&area=durham&period=2018_19-Q3", 200, false },
        { "share", "/share", 200, false },
        { "refused-share", "/share?numerator=suspects-named&denominator=rape-crimes-recorded", 400, true },
        { "definition-without-data", "/definitions/weighted-composite", 200, false },
        { "quotient-definition", "/definitions/crimes-per-1000-women-and-girls", 200, false },
        { "difference-of-groups", "/measures/charged-difference-asian-white", 200, true },
        { "no-figure", "/figures/no/such/figure", 404, false },
        { "exercise", "/learn/1", 200, false },
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
        foreach (var address in Kinds.Select(row => row.Data.Item2).Concat(EveryPageTests.Open).Distinct())
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
