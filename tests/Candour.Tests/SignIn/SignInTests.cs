using System.Net;
using Candour.Access;
using Candour.SignIn;
using Candour.Store;

namespace Candour.Tests.SignIn;

/// <summary>Signing in with an account that is kept here, and how sessions end.</summary>
[Collection(nameof(SecuredSite))]
public sealed class SignInTests(SecuredSite site)
{
    private const string Own = "/measures/rape-crimes-recorded?dataset=crimes&area=f01";

    [Fact]
    public async Task The_cookie_is_bound_to_the_host_and_out_of_reach_of_scripts()
    {
        var browsing = new Browsing(site.Address);
        var answer = await browsing.PostAsync("/sign-in", Form(Role.Inspector));

        Assert.Contains("__Host-candour", browsing.Cookies.Keys);
        var set = answer.Headers["Set-Cookie"];
        Assert.Contains("secure", set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", set, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", set, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        var form = Form(Role.ForceAnalyst);

        Assert.Equal(HttpStatusCode.Redirect, (await new Browsing(site.Address).PostAsync("/sign-in", form)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await new Browsing(site.Address).PostAsync("/sign-in", form)).Status);
    }

    [Fact]
    public async Task The_same_sentence_whatever_was_wrong()
    {
        var browsing = new Browsing(site.Address);
        var answers = new List<string>();
        foreach (var (login, password, code) in new[]
        {
            ("nobody-at-all", SecuredSite.Password, "123456"),
            (SecuredSite.IdOf(Role.DataSteward), "wrong", site.Code(Role.DataSteward)),
            (SecuredSite.IdOf(Role.DataSteward), SecuredSite.Password, "000000"),
        })
        {
            var answer = await browsing.PostAsync("/sign-in", new Dictionary<string, string>
            {
                ["login"] = login, ["password"] = password, ["code"] = code,
            });
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            answers.Add(answer.Text.Contains(new SignInRefused().Sentence, StringComparison.Ordinal) ? "same" : answer.Text);
        }

        Assert.All(answers, answer => Assert.Equal("same", answer));
    }

    [Fact]
    public async Task Five_failures_lock_the_account_and_a_quarter_of_an_hour_opens_it()
    {
        var browsing = new Browsing(site.Address);
        for (var i = 0; i < Lockout.Allowed; i++)
        {
            await browsing.PostAsync("/sign-in", Form(Role.PanelMember, password: "wrong"));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await browsing.PostAsync("/sign-in", Form(Role.PanelMember))).Status);
        site.Clock.Forward(Lockout.Lasts);
        Assert.Equal(HttpStatusCode.Redirect, (await browsing.PostAsync("/sign-in", Form(Role.PanelMember))).Status);
    }

    [Fact]
    public async Task A_session_left_alone_locks_and_none_outlives_a_working_day()
    {
        var browsing = await site.AsAsync(Role.ForceAnalyst);
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync(Own)).Status);

        site.Clock.Forward(SessionRules.Idle);
        Assert.StartsWith("/sign-in?then", (await browsing.GetAsync(Own)).Location, StringComparison.Ordinal);

        browsing = await site.AsAsync(Role.ForceAnalyst);
        for (var spent = TimeSpan.Zero; spent < SessionRules.Longest; spent += TimeSpan.FromMinutes(15))
        {
            await browsing.GetAsync(Own);
            site.Clock.Forward(TimeSpan.FromMinutes(15));
        }

        Assert.StartsWith("/sign-in?then", (await browsing.GetAsync(Own)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grave_act_asks_again_who_sits_there()
    {
        var browsing = await site.AsAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/people/invite")).Status);

        site.Clock.Forward(SessionRules.Confirmation);
        Assert.StartsWith("/confirm?then", (await browsing.GetAsync("/people/invite")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/people")).Status);

        await browsing.PostAsync("/confirm", new Dictionary<string, string>
        {
            ["password"] = SecuredSite.Password, ["code"] = site.Code(Role.Administrator),
        });
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/people/invite")).Status);
    }

    [Fact]
    public async Task A_changed_role_ends_every_session_within_a_second()
    {
        await using var invited = await InvitedAsync("changes.role");
        Assert.Equal(HttpStatusCode.NotFound, (await invited.Browsing.GetAsync("/measures")).Status);

        var administrator = await site.AsAsync(Role.Administrator);
        await administrator.PostAsync($"/people/{invited.Id}?handler=Assign", new Dictionary<string, string>
        {
            ["role"] = nameof(Role.ForceAnalyst), ["place"] = "synthetic-nation:f01", ["agency"] = SecuredSite.Agency,
        });
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.StartsWith("/sign-in?then", (await invited.Browsing.GetAsync("/measures")).Location, StringComparison.Ordinal);

        await invited.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await invited.Browsing.GetAsync(Own)).Status);

        var assignment = site.Store.AssignmentsOf(invited.Id).Single();
        await administrator.PostAsync($"/people/{invited.Id}?handler=End", new Dictionary<string, string> { ["assignment"] = assignment.Id });
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.StartsWith("/sign-in?then", (await invited.Browsing.GetAsync(Own)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_good_once_and_for_three_days()
    {
        await using var invited = await InvitedAsync("is.invited");
        var again = await new Browsing(site.Address).PostAsync("/invitation", new Dictionary<string, string>
        {
            ["login"] = "is.invited", ["invitation"] = invited.Code,
        });
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var administrator = await site.AsAsync(Role.Administrator);

        var answer = await administrator.PostWithoutTokenAsync("/people/invite", new Dictionary<string, string>
        {
            ["login"] = "without.token", ["name"] = "Without Token",
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(site.Store.FindLogin("without.token"));
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_wait()
    {
        await using var strict = site.Another(site.Clock, ServerSettings.Default);
        var browsing = new Browsing(new Uri(strict.Urls.Single()));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < ServerSettings.Default.AttemptsPerMinute + 3; i++)
        {
            statuses.Add((await browsing.PostWithoutTokenAsync("/sign-in", new Dictionary<string, string>())).Status);
        }

        Assert.Equal(3, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string then)
    {
        var answer = await new Browsing(site.Address).PostAsync("/sign-in", new Dictionary<string, string>(Form(Role.UnitHead)) { ["then"] = then });

        Assert.Equal("/", answer.Location);
    }

    private Dictionary<string, string> Form(Role role, string password = SecuredSite.Password) => new()
    {
        ["login"] = SecuredSite.IdOf(role), ["password"] = password, ["code"] = site.Code(role),
    };

    /// <summary>Invited by the administrator and signed in, all by pages.</summary>
    private async Task<Invited> InvitedAsync(string login)
    {
        var administrator = await site.AsAsync(Role.Administrator);
        var page = await administrator.PostAsync("/people/invite", new Dictionary<string, string> { ["login"] = login, ["name"] = "Somebody New" });
        var code = System.Text.RegularExpressions.Regex.Match(page.Text, "[A-Z0-9]{5}(-[A-Z0-9]{5}){4}").Value;
        var browsing = new Browsing(site.Address);
        var step = await browsing.PostAsync("/invitation", new Dictionary<string, string> { ["login"] = login, ["invitation"] = code });
        var secret = System.Text.RegularExpressions.Regex.Match(step.Text, "candour-code\">([A-Z2-7 ]{20,})<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var taken = await browsing.PostAsync("/invitation", new Dictionary<string, string>
        {
            ["login"] = login, ["invitation"] = code, ["password"] = SecuredSite.Password, ["again"] = SecuredSite.Password,
            ["code"] = OneTimeCodes.At(secret, site.Clock.GetUtcNow()),
        });
        Assert.True(taken.Status == HttpStatusCode.Redirect, taken.Text);
        return new Invited(site, site.Store.FindLogin(login)!.Value.Person.Id, login, code, secret, browsing);
    }

    private sealed record Invited(SecuredSite Site, string Id, string Login, string Code, string Secret, Browsing Browsing) : IAsyncDisposable
    {
        public Task SignInAsync()
        {
            Site.Clock.Forward(TimeSpan.FromSeconds(31));
            return Browsing.SignInAsync(Login, SecuredSite.Password, OneTimeCodes.At(Secret, Site.Clock.GetUtcNow()));
        }

        /// <summary>The account is ended, so that no other test meets it.</summary>
        public ValueTask DisposeAsync()
        {
            var person = Site.Store.FindPerson(Id)!;
            Site.Store.Deactivate(Id, person.Version, Site.Clock.GetUtcNow(), new AuditEntry(Site.Clock.GetUtcNow(), "test", "end account", Id, "", ""));
            return ValueTask.CompletedTask;
        }
    }
}
