using System.Net;
using Candour.Access;
using Candour.SignIn;

namespace Candour.Tests.SignIn;

/// <summary>Signing in through an identity provider: groups become roles and areas, and what is no longer given ends.</summary>
[Collection(nameof(SecuredSite))]
public sealed class ProviderSignInTests(SecuredSite site) : IAsyncLifetime
{
    private IdentityProvider provider = default!;
    private Microsoft.AspNetCore.Builder.WebApplication web = default!;
    private TemporaryFolder folder = default!;

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        folder = new TemporaryFolder();
        // The provider's tokens are of now, so the clock is the machine's own.
        web = site.Another(TimeProvider.System, ServerSettings.Default with
        {
            Provider = new ProviderSettings(
                provider.Address, "candour", folder.Write("secret", "the secret\n"), "groups",
                [
                    new GroupMeans("rasso-f01", Role.ForceAnalyst, SecuredSite.Agency, "synthetic-nation", "f01"),
                    new GroupMeans("leads-a02", Role.AreaLead, SecuredSite.Agency, "synthetic-nation", "a02"),
                ]),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await provider.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Groups_become_roles_and_areas_and_end_with_the_group()
    {
        (provider.Subject, provider.Groups) = ("subject-groups", ["rasso-f01", "something-else"]);
        var browsing = await SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/measures/rape-crimes-recorded?dataset=crimes&area=f01")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browsing.GetAsync("/break-glass")).Status);

        provider.Groups = ["leads-a02"];
        browsing = await SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/break-glass")).Status);
        var id = site.Store.FindLogin("provider:subject-groups")!.Value.Person.Id;
        var assignments = site.Store.AssignmentsOf(id);
        Assert.Equal(["a02", "f01"], assignments.Select(one => one.Area).Order());
        Assert.Equal(DateOnly.MaxValue, assignments.Single(one => one.Area == "a02").Until);
        Assert.NotEqual(DateOnly.MaxValue, assignments.Single(one => one.Area == "f01").Until);
    }

    [Fact]
    public async Task Whoever_is_in_no_known_group_does_not_come_in()
    {
        (provider.Subject, provider.Groups) = ("subject-none", ["something-else"]);

        var browsing = await ReturnedAsync();

        Assert.StartsWith("/sign-in?then", (await browsing.GetAsync("/")).Location, StringComparison.Ordinal);
        Assert.Null(site.Store.FindLogin("provider:subject-none"));
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_is_refused()
    {
        var answer = await new Browsing(Address).GetAsync("/sign-in/provider?code=forged&state=forged");

        Assert.Equal("/sign-in?failed=provider", answer.Location);
    }

    [Fact]
    public async Task A_grave_act_asks_the_provider_to_ask_again()
    {
        (provider.Subject, provider.Groups) = ("subject-confirm", ["leads-a02"]);
        var browsing = await SignedInAsync();

        var confirm = await browsing.PostAsync("/confirm", new Dictionary<string, string> { ["then"] = "/break-glass" });
        using var other = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var asked = await other.GetAsync(new Uri(confirm.Location));

        Assert.Equal("login", provider.LastPrompt);
        Assert.StartsWith("/sign-in?then", (await browsing.GetAsync("/")).Location, StringComparison.Ordinal);
        var back = await browsing.GetAsync(asked.Headers.Location!.PathAndQuery);
        Assert.Equal("/break-glass", back.Location);
    }

    [Fact]
    public async Task No_account_that_is_kept_here_can_be_used_beside_it()
    {
        var browsing = new Browsing(Address);
        var answer = await browsing.PostAsync("/sign-in", new Dictionary<string, string>
        {
            ["login"] = SecuredSite.IdOf(Role.Inspector), ["password"] = SecuredSite.Password, ["code"] = site.Code(Role.Inspector),
        });

        Assert.StartsWith(provider.Address, answer.Location, StringComparison.Ordinal);
    }

    private Uri Address => new(web.Urls.Single());

    private async Task<Browsing> SignedInAsync()
    {
        var browsing = await ReturnedAsync();
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/")).Status);
        return browsing;
    }

    /// <summary>To the provider and back.</summary>
    private async Task<Browsing> ReturnedAsync()
    {
        var browsing = new Browsing(Address);
        var away = await browsing.PostAsync("/sign-in", new Dictionary<string, string>());
        using var other = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var asked = await other.GetAsync(new Uri(away.Location));
        await browsing.GetAsync(asked.Headers.Location!.PathAndQuery);
        return browsing;
    }
}
