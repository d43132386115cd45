using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>From a measure to how its areas compare, and to what a change is made of.</summary>
public sealed class CompareAndExplainTests(RealBrowser browser)
{
    [Fact]
    public async Task Another_level_of_areas_is_compared_without_JavaScript_and_its_link_shows_the_same()
    {
        await using var visit = await browser.VisitAsync("/measures/rape-charged-share-recorded?dataset=crimes&area=a03", javaScript: false);
        var page = visit.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Compare areas", Exact = true }).ClickAsync();
        await page.GetByLabel("Areas to compare").SelectOptionAsync(new SelectOptionValue { Value = "synthetic-nation.area" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Which areas cannot be told apart" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Areas to compare")).ToHaveValueAsync("synthetic-nation.area");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("beside areas with about as many cases") })).ToBeVisibleAsync();
        var sentence = await page.Locator(".candour-chart__sentence").First.InnerTextAsync();

        await using var other = await browser.VisitAsync(new Uri(page.Url).PathAndQuery, width: 320);
        Assert.Equal(sentence, await other.Page.Locator(".candour-chart__sentence").First.InnerTextAsync());
        visit.AssertStayedAtHome();
    }

    [Fact]
    public async Task A_change_is_explained_with_the_keyboard_only()
    {
        await using var visit = await browser.VisitAsync("/measures/rape-charged-share-recorded?dataset=crimes");

        await visit.PressOnAsync("Explain a change");
        await Assertions.Expect(visit.Page.Locator(".candour-chart__sentence").First)
            .ToContainTextAsync("This is arithmetic; it does not say what caused it.");
        await visit.PressOnAsync("those before");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Source rows" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/compare/rape-outcome-16-share-assigned?area=durham")]
    [InlineData("/explain/rape-charged-share-recorded?dataset=crimes")]
    public async Task Both_pages_are_accessible_in_the_dark(string address)
    {
        await using var visit = await browser.VisitAsync(address, scheme: ColorScheme.Dark);

        await visit.AssertAccessibleAsync();
    }
}
