using System.Net;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>What is typed is data: in no parameter of any page does a statement or a path have an effect.</summary>
[Collection(nameof(SecuredSite))]
public sealed class HostileInputTests(SecuredSite site)
{
    private static readonly string[] Payloads =
    [
        "' OR '1'='1", "'; DROP TABLE person; --", "\" UNION SELECT password_hash FROM person --", "1; ATTACH DATABASE '/tmp/x' AS x",
        "%27%20OR%201=1", "../../../../etc/passwd", "..\\..\\windows", "\0", "${jndi:ldap://x}", "{{7*7}}", "' || pg_sleep(5) || '",
        "x' AND randomblob(100000000) --", "-1", "99999999999999999999",
    ];

    [Fact]
    public async Task No_statement_has_an_effect_in_any_parameter()
    {
        var before = (site.Store.People().Count, site.Store.Known().Count);
        var hq = await site.AsAsync(Role.HeadquartersAnalyst);
        var auditor = await site.AsAsync(Role.SecurityAuditor);
        var plain = (await hq.GetAsync("/measures?q=zzzz")).Text.Length;
        foreach (var payload in Payloads.Select(Uri.EscapeDataString))
        {
            foreach (var (browsing, address) in new[]
            {
                (hq, $"/measures?q={payload}"), (hq, $"/measures/{payload}"),
                (hq, $"/measures/rape-crimes-recorded?area={payload}"), (hq, $"/measures/rape-crimes-recorded?period={payload}"),
                (hq, $"/measures/rape-crimes-recorded?where={payload}"), (hq, $"/measures/rape-crimes-recorded?where=offence={payload}"),
                (hq, $"/measures/rape-crimes-recorded?dataset={payload}"), (hq, $"/share?numerator={payload}&denominator=rape-crimes-recorded"),
                (hq, $"/areas/{payload}/f01"), (hq, $"/areas/synthetic-nation/{payload}"), (hq, $"/data/{payload}"),
                (hq, $"/figures/{payload}"), (hq, $"/rows?measure={payload}"), (hq, $"/definitions/{payload}"),
                (auditor, $"/audit?who={payload}"), (auditor, $"/audit?before={payload}"),
            })
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                var answer = await browsing.GetAsync(address);
                Assert.True(
                    answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound,
                    $"{address}: {(int)answer.Status}");
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"{address} took {watch.Elapsed}");
                Assert.DoesNotContain("AQAAAA", answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("root:", answer.Text, StringComparison.Ordinal);
            }
        }

        Assert.InRange(plain, 1, 100_000);
        Assert.Equal(before, (site.Store.People().Count, site.Store.Known().Count));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/measures")]
    [InlineData("/evidence")]
    public async Task A_page_that_takes_no_form_says_so(string page)
    {
        var hq = await site.AsAsync(Role.HeadquartersAnalyst);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await hq.PostAsync(page, new Dictionary<string, string>(), "/sign-out")).Status);
        Assert.Equal(HttpStatusCode.OK, (await hq.GetAsync(page)).Status);
    }

    [Fact]
    public async Task No_statement_has_an_effect_in_any_form()
    {
        var people = site.Store.People().Count;
        var administrator = await site.AsAsync(Role.Administrator);
        var head = await site.AsAsync(Role.UnitHead);
        // A number is a login that somebody may choose.
        foreach (var payload in Payloads.Where(payload => !payload.All(char.IsAsciiDigit)))
        {
            var everywhere = new Dictionary<string, string>
            {
                ["login"] = payload, ["name"] = payload, ["password"] = payload, ["again"] = payload, ["code"] = payload, ["secret"] = payload,
                ["invitation"] = payload, ["role"] = payload, ["place"] = payload, ["agency"] = payload, ["assignment"] = payload,
                ["person"] = payload, ["dataset"] = payload, ["month"] = payload, ["reason"] = payload, ["days"] = payload, ["cap"] = payload,
                ["then"] = payload,
            };
            foreach (var (browsing, path) in new[]
            {
                (new Browsing(site.Address), "/sign-in"), (new Browsing(site.Address), "/invitation"), (administrator, "/people/invite"),
                (administrator, "/people/the-inspector?handler=Assign"), (administrator, "/people/the-inspector?handler=End"),
                (head, "/purposes/assign"), (head, "/break-glass"),
            })
            {
                var answer = await browsing.PostAsync(path, everywhere);
                Assert.True((int)answer.Status < 500, $"{path} with {payload}: {(int)answer.Status}");
            }
        }

        Assert.Equal(people, site.Store.People().Count);
        Assert.Single(site.Store.AssignmentsOf(SecuredSite.IdOf(Role.Inspector)));
    }

    [Theory]
    [InlineData(70_000)]
    public async Task A_request_larger_than_any_form_is_refused(int signs)
    {
        var answer = await new Browsing(site.Address).PostAsync("/sign-in", new Dictionary<string, string> { ["login"] = new('x', signs) });

        Assert.Contains((int)answer.Status, new[] { 400, 413 });
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_frames_and_other_hosts()
    {
        var inspector = await site.AsAsync(Role.Inspector);
        foreach (var path in new[] { "/", "/measures", "/sign-in", "/no-such-page", "/fault", "/data" })
        {
            var answer = await inspector.GetAsync(path);
            Assert.StartsWith("default-src 'none'; style-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
            Assert.False(answer.Headers.ContainsKey("Server"));
            Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("no-store", (await inspector.GetAsync("/measures")).Headers["Cache-Control"]);
    }
}
