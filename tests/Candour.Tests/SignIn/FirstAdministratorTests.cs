using System.Net;
using Candour.SignIn;
using Candour.Store;
using Candour.Tests.CommandLine;
using Candour.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Tests.SignIn;

/// <summary>The way in while nobody can sign in, and that it is gone afterwards.</summary>
public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task The_secret_on_the_console_is_good_once_and_then_the_page_is_gone()
    {
        using var workspace = new OrdinaryWorkspace();
        await using var web = await StartAsync(workspace);
        var first = web.Services.GetRequiredService<FirstAdministrator>();
        var browsing = new Browsing(new Uri(web.Urls.Single()));
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/first-administrator")).Status);

        var wrong = await browsing.PostAsync("/first-administrator", new Dictionary<string, string> { ["secret"] = "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);

        var key = await browsing.PostAsync("/first-administrator", new Dictionary<string, string> { ["secret"] = first.ForTheConsole });
        var secret = System.Text.RegularExpressions.Regex.Match(key.Text, "candour-code\">([A-Z2-7 ]{20,})<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var form = new Dictionary<string, string>
        {
            ["secret"] = first.ForTheConsole, ["login"] = "first", ["name"] = "The First", ["password"] = SecuredSite.Password,
            ["again"] = SecuredSite.Password, ["code"] = OneTimeCodes.At(secret, TimeProvider.System.GetUtcNow()),
        };
        var made = await browsing.PostAsync("/first-administrator", form);
        Assert.Equal("/people", made.Location);

        Assert.Equal(HttpStatusCode.NotFound, (await new Browsing(new Uri(web.Urls.Single())).GetAsync("/first-administrator")).Status);
        var second = new Browsing(new Uri(web.Urls.Single()));
        Assert.Equal(HttpStatusCode.NotFound, (await second.PostAsync("/first-administrator", form, "/sign-in")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/people")).Status);
    }

    [Fact]
    public async Task Sample_people_exist_in_demonstrations_only()
    {
        using var workspace = new OrdinaryWorkspace();
        await using var web = await StartAsync(workspace);

        var browsing = new Browsing(new Uri(web.Urls.Single()));
        var sample = await browsing.PostAsync("/sign-in", new Dictionary<string, string> { ["login"] = SamplePeople.First.Id });
        Assert.Equal(HttpStatusCode.BadRequest, sample.Status);
        Assert.Empty(web.Services.GetRequiredService<OperationalStore>().People());
    }

    private static async Task<WebApplication> StartAsync(OrdinaryWorkspace workspace)
    {
        var site = Workspace.Open(workspace.Folder)
            .Match(open => new Site(open, Repository.Catalogue, ServerSettings.Default, 0), refusal => throw new InvalidOperationException(refusal.Sentence));
        var web = CandourWeb.Create(site);
        await web.StartAsync();
        return web;
    }
}
