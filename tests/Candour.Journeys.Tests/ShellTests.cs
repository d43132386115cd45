using System.Globalization;
using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>What every page has in common.</summary>
public sealed class ShellTests(RealBrowser browser)
{
    public static TheoryData<string, int, ColorScheme> Looks
    {
        get
        {
            var looks = new TheoryData<string, int, ColorScheme>();
            foreach (var address in (string[])["/", "/how-to-read", "/no-such-page", "/fault"])
            {
                looks.Add(address, 320, ColorScheme.Light);
                looks.Add(address, 1280, ColorScheme.Dark);
            }

            return looks;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Is_accessible_and_stays_at_home(string address, int width, ColorScheme scheme)
    {
        await using var visit = await browser.VisitAsync(address, width, scheme);

        await visit.PictureAsync($"{address.Trim('/')}-{width}-{scheme}");
        await visit.AssertAccessibleAsync();
        await visit.AssertNoSidewaysScrollAsync();
        visit.AssertStayedAtHome();
    }

    [Fact]
    public async Task Has_one_main_heading_and_names_its_language()
    {
        await using var visit = await browser.VisitAsync("/");

        Assert.Equal("en-GB", await visit.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.Equal("Candour", await visit.Page.TitleAsync());
    }

    [Fact]
    public async Task Says_that_the_rows_are_invented_and_how_fresh_they_are()
    {
        await using var visit = await browser.VisitAsync("/measures/days-report-to-decision-median");

        await Assertions.Expect(visit.Page.GetByText("SYNTHETIC: no row describes a real person")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Data to 30 June 2026, loaded ")).ToBeVisibleAsync();

        await visit.GoAsync("/measures/sexual-offence-prosecutions-convicted-share");
        await Assertions.Expect(visit.Page.GetByText("SYNTHETIC")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.GetByText("Data to 31 March 2018, loaded ")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_main_content()
    {
        await using var visit = await browser.VisitAsync("/how-to-read");

        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" }))
            .ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Works_without_JavaScript_and_with_one_drawing_in_sight()
    {
        await using var visit = await browser.VisitAsync("/", javaScript: false);

        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "How to read the figures" })
            .ClickAsync();

        var drawing = visit.Page.GetByRole(
            AriaRole.Img, new() { Name = "A trend: the line breaks where there is no number" });
        await Assertions.Expect(drawing).ToHaveCountAsync(1);
        await Assertions.Expect(drawing).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Region)).ToHaveCountAsync(9);
        visit.AssertStayedAtHome();
    }

    [Fact]
    public async Task Words_in_drawings_are_at_least_twelve_pixels_at_any_width()
    {
        await using var visit = await browser.VisitAsync("/how-to-read");
        foreach (var width in new[] { 320, 375, 640, 767, 768, 1024, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            var smallest = await visit.Page.EvaluateAsync<double>(
                """
                () => Math.min(...[...document.querySelectorAll('svg text')].filter(t => t.checkVisibility())
                  .map(t => parseFloat(t.getAttribute('font-size')) * t.ownerSVGElement.getScreenCTM().a))
                """);
            Assert.True(smallest >= 12, string.Create(CultureInfo.InvariantCulture, $"{smallest} at {width}"));
        }
    }

    [Fact]
    public async Task The_first_page_is_lighter_than_100_kilobytes()
    {
        await using var visit = await browser.VisitAsync("/");
        using var client = new HttpClient { BaseAddress = browser.Site.Address };

        var style = await visit.Page.Locator("link[rel=stylesheet]").GetAttributeAsync("href");
        var bytes = (await client.GetByteArrayAsync(new Uri("/", UriKind.Relative))).Length
            + (await client.GetByteArrayAsync(new Uri(style!, UriKind.Relative))).Length;

        Assert.InRange(bytes, 1, 100_000);
    }

    [Fact]
    public async Task An_unknown_address_is_not_found_and_a_fault_shows_its_number_only()
    {
        await using var visit = await browser.VisitAsync("/no-such-page");
        Assert.Equal(404, visit.Status);

        await visit.GoAsync("/fault");
        Assert.Equal(500, visit.Status);
        Assert.Matches("[0-9A-Z]{10,}:[0-9A-F]{8}", await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync());
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_headers()
    {
        using var client = new HttpClient { BaseAddress = browser.Site.Address };
        foreach (var address in (string[])["/", "/no-such-page", "/fault"])
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

            Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var client = new HttpClient { BaseAddress = browser.Site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "candour.example";

        using var answer = await client.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
