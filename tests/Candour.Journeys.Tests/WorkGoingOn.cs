using System.Text;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>
/// A demonstration on which people are at work: files wait, questions are open, a quarter is frozen, a pack was sent, and what
/// people typed has no blank in it. Done once through the pages, so that every kind of page has something to show.
/// </summary>
public sealed class WorkGoingOn
{
    /// <summary>As wide as what somebody pastes into a field: one word that is longer than a phone is wide.</summary>
    public const string Typed = "https://records.example/the-file-of-this-case/2026-03-31/0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>The same for a text in which an address or a number would be refused.</summary>
    private const string LongWord = "a-title-that-has-no-blank-in-it-and-is-a-good-deal-longer-than-any-phone-is-wide";

    /// <summary>A file of the nation that the demonstration leaves out; no snapshot has it until the next is made.</summary>
    private const string NotLoaded = "synthetic-analysis-training.csv";

    private const string Frozen = "/closing/suspects/2023_24-Q1";
    private const string Open = "/closing/suspects/2025_26-Q4";

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private WorkGoingOn()
    {
    }

    /// <summary>An address with what was made here in the place of {names}.</summary>
    public string Named(string address) => names.Aggregate(address, (known, one) => known.Replace(one.Key, one.Value, StringComparison.Ordinal));

    public static async Task<WorkGoingOn> BeginAsync(RealBrowser browser)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var work = new WorkGoingOn();
        work.Records(browser.Site);
        await using var steward = await browser.VisitAsAsync("sample-data-steward", "/submit");
        await work.FilesAsync(steward, browser.Site);
        await ActAsync(steward, Frozen + "/steps", "validate");
        await ActAsync(steward, Frozen + "/steps", "agree");
        await ActAsync(steward, Frozen + "/steps", "freeze");
        await ActAsync(steward, Open + "/steps", "validate");
        await ActAsync(steward, "/packs/suspects/2023_24-Q1/synthetic-nation/steps", "say", ("textarea[name=text]", Typed));
        await ActAsync(steward, "/packs/suspects/2023_24-Q1/synthetic-nation/steps", "issue");
        work.names["{issued}"] = browser.Site.Store.IssuedPacks()[0].Id.Hex;
        await AskAsync(steward, browser.Site);
        await steward.GoAsync("/measures/rape-outcome-16-share-assigned?area=durham");
        work.names["{figure}"] = (await steward.Page.Locator("a[href^='/figures/']").First.GetAttributeAsync("href"))!;
        await work.EvidenceAsync(steward);
        await using var analyst = await browser.VisitAsAsync("sample-headquarters-analyst", "/");
        await work.RequestsAsync(analyst);
        await using var lead = await browser.VisitAsAsync("sample-area-lead", "/");
        await ActAsync(lead, Open + "/steps", "agree-data", ("select[name=area]", "a01"));
        return work;
    }

    /// <summary>Purposes, notices, entries of the trail, and a person, whose every text is one long word.</summary>
    private void Records(CandourSite site)
    {
        var now = TimeProvider.System.GetUtcNow();
        site.Store.AddPerson(
            new PersonRecord("typed", Typed, Typed, SignInKind.Local, true, 1), Credentials.None, now, new AuditEntry(now, "typed", "invite", "typed", "", Typed));
        site.Store.Assign(
            new AssignmentRecord("typed", "typed", "UnitHead", Typed, "synthetic-nation", "f01", new DateOnly(2026, 1, 1), DateOnly.MaxValue),
            now, new AuditEntry(now, "typed", "assign", Typed, Typed, Typed));
        foreach (var (kind, person) in new[] { ("AuditSample", "sample-unit-head"), ("BreakGlass", "typed") })
        {
            site.Store.GivePurpose(
                new PurposeRecord(
                    $"typed-{kind}", kind, person, "sample-area-lead", "crimes", "synthetic-nation", "f01", "", Typed, now, now.AddDays(1), 5, 0),
                [new Notice($"typed-{kind}", "sample-unit-head", now, Typed)],
                new AuditEntry(now, "typed", "assign purpose", Typed, Typed, Typed));
        }

        site.Store.ProposeSupport("typed", new SupportText(Typed, Typed, "", "", "", ""), "", new AuditEntry(now, "typed", "propose support", "typed", "", ""));
        names["{purpose}"] = "typed-AuditSample";
        names["{submission}"] = site.Store.InForce().First(one => one.Dataset == "crimes").Id.Hex;
        names["{snapshot}"] = site.Store.CurrentSnapshot()!.Id.Hex;
    }

    /// <summary>One file that no mapping knows, and one that was taken.</summary>
    private async Task FilesAsync(Visit visit, CandourSite site)
    {
        var page = visit.Page;
        await SendAsync(page, "an-export-whose-name-has-no-blank-in-it-and-is-longer-than-a-phone-is-wide.csv", "Crime Ref;Team;Offence;Reported On\nCR1;U11;19C;23/04/2004\n");
        names["{upload}"] = new Uri(page.Url).Segments[^1];
        await visit.GoAsync("/submit");
        await SendAsync(page, NotLoaded, await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(site.AnswerKey)!, NotLoaded)));
        for (var looks = 0; looks < 20 && await page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).CountAsync() > 0; looks++)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Submit", Exact = true }).ClickAsync();
        names["{receipt}"] = new Uri(page.Url).Segments[^1];
        Assert.Contains("/receipts/", page.Url, StringComparison.Ordinal);
    }

    /// <summary>A document that is kept, with one long word.</summary>
    private async Task EvidenceAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.GoAsync("/evidence/add");
        await page.Locator("input[name=file]").SetInputFilesAsync(
            new FilePayload { Name = "minutes.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Minutes of a meeting that never was.") });
        await page.Locator("input[name=title]").FillAsync(LongWord);
        await page.Locator("input[name=keep]").FillAsync("7");
        await page.Locator("main button[type=submit]").ClickAsync();
        names["{evidence}"] = new Uri(page.Url).Segments[^1];
        Assert.NotEqual("add", names["{evidence}"]);
    }

    /// <summary>A request that is open and a question that was saved, each with one long word.</summary>
    private async Task RequestsAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.GoAsync("/requests/log");
        await page.Locator("textarea[name=words]").FillAsync($"How many rape crimes were recorded, and what is {LongWord}?");
        await page.Locator("input[name=due]").FillAsync(TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("main button[type=submit]").ClickAsync();
        names["{request}"] = new Uri(page.Url).Segments[^2].TrimEnd('/');
        await visit.GoAsync("/questions/save");
        await page.Locator("input[name=title]").FillAsync(LongWord);
        await page.Locator("input[name=target]").FillAsync("/measures/rape-charged-share-recorded?dataset=crimes");
        await page.Locator("main button[type=submit]").ClickAsync();
        names["{question}"] = new Uri(page.Url).Segments[^1];
        Assert.DoesNotContain(names, one => one.Value is "log" or "save" or "requests");
    }

    private static async Task SendAsync(IPage page, string name, string text)
    {
        await page.GetByLabel("File", new() { Exact = true })
            .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send and check" }).ClickAsync();
    }

    /// <summary>Fills in the form of a step, with a reason that has no blank, and presses its button.</summary>
    private static async Task ActAsync(Visit visit, string address, string act, params (string Field, string Value)[] fields)
    {
        await visit.GoAsync(address);
        var button = visit.Page.Locator($"button[name=act][value={act}]").First;
        var form = visit.Page.Locator("form", new() { Has = visit.Page.Locator($"button[name=act][value={act}]") }).First;
        foreach (var (field, value) in fields)
        {
            if (field.StartsWith("select", StringComparison.Ordinal))
            {
                await form.Locator(field).SelectOptionAsync(value);
            }
            else
            {
                await form.Locator(field).FillAsync(value);
            }
        }

        if (await form.Locator("textarea[name=reason]").CountAsync() > 0)
        {
            await form.Locator("textarea[name=reason]").FillAsync(Typed);
        }

        await button.ClickAsync();
        Assert.Equal(1, await visit.Page.Locator("p[role=status]").CountAsync());
    }

    /// <summary>An adjustment of one row that waits for a second person.</summary>
    private static async Task AskAsync(Visit visit, CandourSite site)
    {
        var catalogue = site.Services.GetRequiredService<Catalogue>();
        var dataset = catalogue.Datasets["suspects"];
        var quarter = Period.FinancialQuarter(2025, 4);
        var own = catalogue.Hierarchies["synthetic-nation"].LowestUnder("a01");
        var row = ReadableSnapshot.Open(site.Services.GetRequiredService<Workspace>(), catalogue)
            .Match(open => open, refusal => throw new InvalidOperationException(refusal.Sentence))
            .RowsOf(dataset).Select(source => source.Row).First(one =>
                own.Contains(one.Values[dataset.IndexOf(dataset.AreaField.Id)])
                && quarter.Contains(Candour.Intake.Periods.Of(one.Values[dataset.IndexOf(dataset.Bases[0].PeriodField)], dataset)));
        await visit.GoAsync(Open + "/adjust");
        var page = visit.Page;
        await page.Locator("select[name=area]").SelectOptionAsync("a01");
        await page.Locator("input[name=row]").FillAsync(RowDifferences.KeyOf(dataset, row));
        await page.Locator("select[name=field]").SelectOptionAsync("suspect_sex");
        await page.Locator("input[name=becomes]").FillAsync(row.Values[dataset.IndexOf("suspect_sex")] == "female" ? "male" : "female");
        await page.Locator("input[name=evidence]").FillAsync(Typed[..60]);
        await page.Locator("textarea[name=reason]").FillAsync(Typed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).ClickAsync();
        Assert.Equal(1, await page.Locator("p[role=status]").CountAsync());
    }
}
