using Candour.Journeys.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RealBrowser))]

namespace Candour.Journeys.Tests;

/// <summary>
/// Debian's Chromium, started once for all journeys, and the real web on a free port of loopback. Nothing is
/// downloaded, and nothing is skipped: without a browser the tests fail and say what to install.
/// </summary>
public sealed class RealBrowser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private CandourSite? site;

    public CandourSite Site => site ?? throw new InvalidOperationException("The site was not started.");

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CANDOUR_CHROMIUM") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(chromium), $"The journeys need Chromium at {chromium}: apt-get install chromium");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            ChromiumSandbox = Environment.UserName != "root",
            // Chromium's own calls to its maker would be requests to another host. Only the maker's hosts are answered
            // with "no such host": a page that asked for any other would still be seen to.
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND, MAP *.gstatic.com ~NOTFOUND",
            ],
        });
        site = await CandourSite.StartAsync();
    }

    /// <summary>Opens a fresh browser profile on the site, or on another, which remembers nothing of other visits.</summary>
    public async Task<Visit> VisitAsync(
        string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool javaScript = true, bool forced = false, CandourSite? at = null)
    {
        var there = (at ?? Site).Address;
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = there.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ForcedColors = forced ? ForcedColors.Active : ForcedColors.None,
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
        });
        var visit = new Visit(context, await context.NewPageAsync(), there);
        await visit.GoAsync(address);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }
}
