using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = new(StringComparer.Ordinal);
    private IPlaywright? playwright;
    private IBrowser? browser;
    private CandourSite? site;
    private Lazy<Task<WorkGoingOn>>? work;

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
        work = new Lazy<Task<WorkGoingOn>>(() => WorkGoingOn.BeginAsync(this));
    }

    /// <summary>What people have left on the site: asked for once, then there for all.</summary>
    public Task<WorkGoingOn> WorkAsync() => work!.Value;

    /// <summary>Opens a fresh browser profile on the site, or on another, which remembers nothing of other visits.</summary>
    public async Task<Visit> VisitAsync(
        string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool javaScript = true, bool forced = false, CandourSite? at = null)
    {
        var visit = await ComeAsync(at ?? Site, width, scheme, javaScript, forced);
        await visit.GoAsync(address);
        return visit;
    }

    /// <summary>The same, as a sample person who has signed in, and who confirms it where a page asks.</summary>
    public async Task<Visit> VisitAsAsync(string person, string address, int width = 1280, bool javaScript = true)
    {
        var known = await signedIn.GetOrAdd(person, one => new Lazy<Task<string>>(() => SignInAsync(one))).Value;
        var visit = await ComeAsync(Site, width, ColorScheme.Light, javaScript, forced: false, known);
        await visit.GoAsync(address);
        if (visit.Page.Url.Contains("/confirm?then", StringComparison.Ordinal))
        {
            await visit.Page.Locator("main button[type=submit]").ClickAsync();
            await visit.GoAsync(address);
        }

        return visit;
    }

    /// <summary>What the browser of somebody holds who has signed in.</summary>
    private async Task<string> SignInAsync(string person)
    {
        await using var visit = await VisitAsync("/sign-in");
        await visit.Page.Locator("select[name=login]").SelectOptionAsync(person);
        await visit.Page.Locator("main button[type=submit]").ClickAsync();
        return await visit.Page.Context.StorageStateAsync();
    }

    private async Task<Visit> ComeAsync(CandourSite at, int width, ColorScheme scheme, bool javaScript, bool forced, string known = "")
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = at.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ForcedColors = forced ? ForcedColors.Active : ForcedColors.None,
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            StorageState = known.Length > 0 ? known : null,
        });
        return new Visit(context, await context.NewPageAsync(), at.Address);
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
