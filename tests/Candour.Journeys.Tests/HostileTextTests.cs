using Candour.Store;

namespace Candour.Journeys.Tests;

/// <summary>
/// Script in every text that somebody can type or send, on every page that shows it, in a real browser: none is run, and the
/// browser has nothing to complain of, because nothing came through as markup.
/// </summary>
public sealed class HostileTextTests(RealBrowser browser)
{
    private static readonly string[] Payloads =
    [
        "<script>window.ran=1</script>", "<img src=x onerror=window.ran=1>", "\"><svg onload=window.ran=1>", "' onfocus=window.ran=1 autofocus x='",
        "javascript:window.ran=1", "</textarea><script>window.ran=1</script>", "</title><script>window.ran=1</script>", "<a href=javascript:window.ran=1>x</a>",
        "{{constructor.constructor('window.ran=1')()}}", "&lt;script&gt;window.ran=1&lt;/script&gt;",
    ];

    [Fact]
    public async Task No_script_that_was_typed_is_run_on_any_page()
    {
        Plant(browser.Site.Store);
        var pages = new (string Person, string[] Addresses)[]
        {
            ("sample-administrator", ["/people", "/people/hostile-0", "/people/hostile-5", "/people/invite"]),
            ("sample-security-auditor", ["/", "/audit", "/audit?who=hostile-1"]),
            ("sample-unit-analyst", ["/purposes", "/case-rows/hostile-purpose-0", "/"]),
            ("sample-headquarters-analyst", [.. Typed()]),
        };
        foreach (var (person, addresses) in pages)
        {
            await using var visit = await browser.VisitAsync("/sign-in");
            var dialogs = 0;
            visit.Page.Dialog += async (_, dialog) =>
            {
                dialogs++;
                await dialog.DismissAsync();
            };
            await visit.Page.SelectOptionAsync("#login", person);
            await visit.Page.ClickAsync("main button[type=submit]");
            foreach (var address in addresses)
            {
                await visit.GoAsync(address);
                Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.ran === undefined"), $"A script ran on {address}");
                Assert.Equal(0, await visit.Page.Locator("script, img[src=x], svg[onload], [onfocus], a[href^='javascript:']").CountAsync());
            }

            Assert.Equal(0, dialogs);
            visit.AssertStayedAtHome();
        }
    }

    /// <summary>Each parameter that a page repeats, with each payload.</summary>
    private static IEnumerable<string> Typed() => Payloads.Select(Uri.EscapeDataString).SelectMany(payload => new[]
    {
        $"/measures?q={payload}", $"/measures/{payload}", $"/measures/rape-crimes-recorded?area={payload}",
        $"/measures/rape-crimes-recorded?period={payload}", $"/measures/rape-crimes-recorded?where={payload}",
        $"/share?numerator={payload}&denominator={payload}&area={payload}&period={payload}", $"/sign-in?then={payload}", $"/confirm?then={payload}",
        $"/rows?measure={payload}&page={payload}", $"/definitions/{payload}",
    });

    /// <summary>People, purposes, notices and entries of the trail whose every text is a payload.</summary>
    private static void Plant(OperationalStore store)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < Payloads.Length; i++)
        {
            var payload = Payloads[i];
            store.AddPerson(
                new PersonRecord($"hostile-{i}", $"{payload}{i}", payload, SignInKind.Local, true, 1), Credentials.None, now,
                new AuditEntry(now, $"hostile-{i}", payload, payload, payload, payload));
            store.Assign(
                new AssignmentRecord($"hostile-{i}", $"hostile-{i}", "UnitHead", payload, "synthetic-nation", payload, new DateOnly(2026, 1, 1), DateOnly.MaxValue),
                now,
                new AuditEntry(now, $"hostile-{i}", "assign", payload, payload, payload));
            store.GivePurpose(
                new PurposeRecord(
                    $"hostile-purpose-{i}", i % 2 == 0 ? "AuditSample" : "BreakGlass", "sample-unit-analyst", $"hostile-{i}", "crimes", "synthetic-nation",
                    payload, payload, payload, now, now.AddDays(1), 5, 0),
                [
                    new Notice($"hostile-notice-{i}", "sample-security-auditor", now, payload),
                    new Notice($"hostile-other-notice-{i}", "sample-unit-analyst", now, payload),
                ],
                new AuditEntry(now, $"hostile-{i}", payload, payload, payload, payload));
        }
    }
}
