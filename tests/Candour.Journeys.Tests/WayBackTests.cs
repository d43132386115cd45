using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>From the first page to a figure, its force, and back to the rows that made it.</summary>
public sealed class WayBackTests(RealBrowser browser)
{
    [Fact]
    public async Task A_person_walks_from_home_to_the_source_rows_by_links_without_JavaScript()
    {
        await using var visit = await browser.VisitAsync("/", javaScript: false);
        var page = visit.Page;

        await Link(page, "Look through the measures").ClickAsync();
        await page.GetByLabel("Search the titles and questions").FillAsync("rape 16 assigned");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("outcome 16 .* of outcomes assigned") }).ClickAsync();
        await Assertions.Expect(page.GetByText("21,174 of 60,000").First).ToBeVisibleAsync();

        await page.GetByLabel("Area", new() { Exact = true }).SelectOptionAsync("Durham");
        await page.GetByLabel("Period", new() { Exact = true }).SelectOptionAsync("2018/19-Q3 (October to December 2018)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the figure" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Durham, 2018/19-Q3 (October to December 2018)" }))
            .ToBeVisibleAsync();

        await Link(page, "Every measure of Durham").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Durham", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Rape: outcomes assigned") })
            .GetByRole(AriaRole.Link, new() { NameRegex = new("outcome 16") }).ClickAsync();

        await Link(page, "See the source rows").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Source rows" })).ToBeVisibleAsync();
        var figure = await page.Locator(".candour-figure__base").InnerTextAsync();
        var totals = await page.Locator("tfoot td strong").AllInnerTextsAsync();
        Assert.Equal(figure, $"{totals[0]} of {totals[1]}");
        visit.AssertStayedAtHome();
    }

    [Fact]
    public async Task The_way_can_be_gone_with_the_keyboard_only()
    {
        await using var visit = await browser.VisitAsync("/");

        await visit.PressOnAsync("Look through the measures");
        await visit.PressOnAsync("Rape: share assigned outcome 16 (suspect identified; victim does not support further action), of outcomes assigned in the period");
        await visit.PressOnAsync("Every measure of England and Wales with BTP");
        await visit.PressOnAsync("Durham");
        await visit.PressOnAsync("Share charged");
        await visit.PressOnAsync("See the source rows");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Source rows" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("52 of 642")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_permanent_reference_is_an_address_and_says_when_the_data_have_changed()
    {
        await using var visit = await browser.VisitAsync("/measures/rape-outcome-16-share-assigned?area=durham");
        var reference = (await visit.Page.Locator("a[href^='/figures/']").First.GetAttributeAsync("href"))!;

        await visit.GoAsync(reference);
        Assert.Equal(200, visit.Status);
        await Assertions.Expect(visit.Page.GetByText("244 of 642")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();

        var snapshot = reference.Split('/')[4];
        await visit.GoAsync(reference.Replace(snapshot, new string('0', 64), StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.GetByText("244 of 642")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.GetByText("This reference names another version of the figure")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await Link(visit.Page, "The figure as it is now").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("244 of 642")).ToBeVisibleAsync();

        await visit.GoAsync(reference.Replace("durham", "atlantis", StringComparison.Ordinal));
        Assert.Equal(404, visit.Status);
    }

    [Fact]
    public async Task A_submission_says_what_was_found_in_it()
    {
        await using var visit = await browser.VisitAsync("/data");

        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("outcomes.csv.gz") }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "What the checks found" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main).GetByText("Open Government Licence v3.0")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
    }

    private static ILocator Link(IPage page, string name) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
