using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>A public page is left at once, by button and by key; and words explain themselves by keyboard without a script.</summary>
public sealed class LeaveTests(RealBrowser browser)
{
    private const string Elsewhere = "https://www.bbc.co.uk/weather";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_page_makes_room_for_another_and_leaves_no_entry_in_the_history(bool byKey)
    {
        await using var visit = await browser.VisitAsync("/support", width: 320);
        var page = visit.Page;
        await page.RouteAsync("https://www.bbc.co.uk/**", route => route.FulfillAsync(new() { Body = "Weather", ContentType = "text/plain" }));
        await Assertions.Expect(page.GetByText("or press the Shift key three times")).ToBeVisibleAsync();

        if (byKey)
        {
            for (var press = 0; press < 3; press++)
            {
                await page.Keyboard.PressAsync("Shift");
            }
        }
        else
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Exit this page" }).ClickAsync();
        }

        // Asked again and again: a wait that is begun while the page is already going waits for a going that never comes.
        await Assertions.Expect(page).ToHaveURLAsync(Elsewhere, new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByText("Weather")).ToBeVisibleAsync();
        await page.GoBackAsync();
        Assert.DoesNotContain("/support", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_the_button_is_a_link_and_promises_no_key()
    {
        await using var visit = await browser.VisitAsync("/who-decides", javaScript: false);
        await visit.Page.RouteAsync("https://www.bbc.co.uk/**", route => route.FulfillAsync(new() { Body = "Weather", ContentType = "text/plain" }));
        await Assertions.Expect(visit.Page.GetByText("or press the Shift key three times")).ToBeHiddenAsync();

        await visit.PressOnAsync("Exit this page");

        Assert.Equal(Elsewhere, visit.Page.Url);
    }

    [Fact]
    public async Task A_word_explains_itself_by_the_keyboard_without_a_script()
    {
        await using var visit = await browser.VisitAsync("/measures/rape-crimes-recorded", javaScript: false);
        var meaning = visit.Page.Locator("#term-cohort-basis-made");
        await Assertions.Expect(meaning).ToBeHiddenAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "cohort basis" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(meaning).ToBeVisibleAsync();
        await visit.PictureAsync("term");
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(meaning).ToBeHiddenAsync();
        visit.AssertStayedAtHome();
    }

    [Fact]
    public async Task The_tour_goes_from_stop_to_stop_and_can_be_left_without_JavaScript()
    {
        await using var visit = await browser.VisitAsync("/tour", javaScript: false, width: 320);
        await visit.Page.Locator("main ol a").First.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByText("Guided tour, stop 1 of 8: Today")).ToBeVisibleAsync();
        await visit.PressOnAsync("Next: Measures");
        await Assertions.Expect(visit.Page.GetByText("Guided tour, stop 2 of 8: Measures")).ToBeVisibleAsync();
        await visit.AssertNoSidewaysScrollAsync();

        await visit.PressOnAsync("Leave the tour");

        Assert.EndsWith("/measures", visit.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.GetByText("Guided tour, stop")).ToHaveCountAsync(0);
    }
}
