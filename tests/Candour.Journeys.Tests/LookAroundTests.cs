using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>From what is due and changed to the cases that are lost and the fields that are missing.</summary>
public sealed class LookAroundTests(RealBrowser browser)
{
    [Fact]
    public async Task A_measure_is_found_by_words_with_the_keyboard_only()
    {
        await using var visit = await browser.VisitAsync("/search", javaScript: false);

        await visit.Page.GetByLabel("Words of a measure, an area, a question or help").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("rape charg");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Measures with data") })).ToBeVisibleAsync();
        await visit.PressOnAsync("Rape: share charged, of crimes recorded in the period");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Rape");
    }

    [Fact]
    public async Task A_cohort_is_followed_in_another_year_without_JavaScript_and_its_link_shows_the_same()
    {
        await using var visit = await browser.VisitAsync("/attrition", javaScript: false);
        var page = visit.Page;

        await page.GetByLabel("Period", new() { Exact = true }).SelectOptionAsync("2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow them" }).ClickAsync();

        var sentence = await page.Locator(".candour-chart__sentence").First.InnerTextAsync();
        Assert.Contains("reach “Somebody convicted”", sentence, StringComparison.Ordinal);
        await using var other = await browser.VisitAsync(new Uri(page.Url).PathAndQuery, width: 320);
        Assert.Equal(sentence, await other.Page.Locator(".candour-chart__sentence").First.InnerTextAsync());
        visit.AssertStayedAtHome();
    }

    [Fact]
    public async Task From_the_framework_to_the_cases_and_from_the_data_to_what_is_missing()
    {
        await using var visit = await browser.VisitAsync("/definitions", javaScript: false);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^What answers it here: RSVP") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Follow the cases") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who decides at each step" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "About the data" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "How complete: Crimes (one row a crime)" }).ClickAsync();
        await page.GetByLabel("Field", new() { Exact = true }).SelectOptionAsync("victim_ethnicity");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the field by area" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ethnic group of the victim: where it is missing" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_tables_of_a_measure_are_taken_away_without_JavaScript()
    {
        await using var visit = await browser.VisitAsync("/measures/rape-charged-share-recorded?dataset=crimes", javaScript: false);

        foreach (var (name, ending) in new[] { ("(ODS)", ".ods"), ("(XLSX)", ".xlsx"), ("(CSV)", ".csv") })
        {
            var taken = await visit.Page.RunAndWaitForDownloadAsync(
                () => visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(System.Text.RegularExpressions.Regex.Escape(name)) }).ClickAsync());
            Assert.EndsWith(ending, taken.SuggestedFilename, StringComparison.Ordinal);
        }
    }
}
