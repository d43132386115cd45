using Candour.Kernel;
using Candour.Web;
using Microsoft.AspNetCore.Builder;

namespace Candour.Journeys.Tests;

/// <summary>The real web, in this process, on a free port of loopback.</summary>
public sealed class CandourSite : IAsyncDisposable
{
    private readonly WebApplication web;

    private CandourSite(WebApplication web) => (this.web, Address) = (web, new Uri(web.Urls.Single()));

    public Uri Address { get; }

    public static async Task<CandourSite> StartAsync()
    {
        var freshness = new Freshness(
            new DateOnly(2019, 3, 31), new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.Zero), ContentHash.Of("inputs"));
        var web = CandourWeb.Create(0, () => new PageFrame(Synthetic: true, freshness));
        await web.StartAsync();
        return new CandourSite(web);
    }

    public async ValueTask DisposeAsync() => await web.DisposeAsync();
}
