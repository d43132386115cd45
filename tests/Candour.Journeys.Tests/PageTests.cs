using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>Each kind of page: found, accessible, at home, within a phone's width, without JavaScript, and quick.</summary>
public sealed class PageTests(RealBrowser browser)
{
    /// <summary>One address for each kind of page, and for each state that looks different.</summary>
    public static readonly TheoryData<string, string, int> Kinds = new()
    {
        { "measures", "/measures", 200 },
        { "search", "/measures?q=outcome+16", 200 },
        { "share-measure", "/measures/rape-outcome-16-share-assigned", 200 },
        { "cohort-measure", "/measures/rape-charged-share-recorded", 200 },
        { "gaps-measure", "/measures/sexual-offence-prosecutions-convicted-share?area=north-wales&period=2014", 200 },
        { "days-measure", "/measures/days-report-to-decision-median", 200 },
        { "count-measure", "/measures/sexual-offences-crimes-recorded?area=durham&where=outcome%3D16", 200 },
        { "below-zero", "/measures/sexual-offences-charged-share-assigned?area=city-of-london&period=2018_19-Q4", 200 },
        { "areas", "/areas", 200 },
        { "force", "/areas/police-forces/durham", 200 },
        { "synthetic-area", "/areas/synthetic-nation/a01", 200 },
        { "rows", "/rows?measure=rape-outcome-16-share-assigned&area=durham&period=2018_19-Q3", 200 },
        { "case-rows", "/rows?measure=days-report-to-decision-median&area=f01&period=2024-03", 200 },
        { "share", "/share", 200 },
        { "built-share", "/share?numerator=rape-charged-assigned&denominator=rape-outcomes-assigned", 200 },
        { "refused-share", "/share?numerator=suspects-named&denominator=rape-crimes-recorded", 400 },
        { "data", "/data", 200 },
        { "refusal", "/measures/no-such-measure", 400 },
        { "no-figure", "/figures/no/such/figure", 404 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Is_accessible_narrow_and_at_home(string name, string address, int status)
    {
        await using var visit = await browser.VisitAsync(address, width: 320);

        Assert.Equal(status, visit.Status);
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        await visit.PictureAsync($"{name}-320");
        await visit.AssertNoSidewaysScrollAsync();
        await visit.AssertAccessibleAsync();
        Assert.Empty(await NumbersOnlyDrawnAsync(visit.Page));
        await visit.Page.SetViewportSizeAsync(1280, 900);
        await visit.PictureAsync($"{name}-1280");
        await visit.AssertNoSidewaysScrollAsync();
        visit.AssertStayedAtHome();
    }

    [Fact]
    public async Task Every_page_answers_within_300_milliseconds_once_warm()
    {
        using var client = new HttpClient { BaseAddress = browser.Site.Address };
        foreach (var (_, address, _) in Kinds.Select(row => row.Data))
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

    /// <summary>Data labels of drawings that do not stand in the table beside them; there must be none.</summary>
    private static Task<string[]> NumbersOnlyDrawnAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('.candour-chart')].flatMap(chart => {
          const cells = [...chart.querySelectorAll('td, th')].map(cell => cell.textContent.trim());
          return [...chart.querySelectorAll('svg text:not(.candour-chart__text--tick)')]
            .map(text => text.textContent.replace(/^.*: (?=[\d−\[])/, ''))
            .filter(text => /[\d\[]/.test(text))
            .filter(text => !text.split(' (').every(part => cells.includes(part.replace(/\)$/, ''))));
        })
        """);
}
