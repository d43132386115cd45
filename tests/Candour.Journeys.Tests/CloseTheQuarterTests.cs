using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>
/// Journey 1: from a messy export to the frozen quarter and its pack, which is made again with the same hash after a row came late. By
/// the keyboard, without JavaScript; what an operator does in between is said on the server.
/// </summary>
public sealed partial class CloseTheQuarterTests(RealBrowser browser)
{
    private const string Quarter = "/closing/crimes/2022_23-Q1";
    private const string Pack = "/packs/crimes/2022_23-Q1/synthetic-nation";
    private const string Reason = "Compared with our own records";

    /// <summary>Printing a pack takes seconds.</summary>
    private const float Patience = 60_000;

    /// <summary>Outcomes in two spellings.</summary>
    private static readonly string[] Outcomes = ["1", "Charged/Summonsed", "16", "0"];

    private static readonly string[] Forces = ["f01", "f02", "f05"];

    [Fact]
    public async Task From_a_messy_export_to_the_frozen_pack_and_a_late_row_shown_with_its_effect()
    {
        await using var site = await browser.Site.AnotherAsync();
        await using var steward = await LookAsAsync(site, "Sample data steward");
        await using var manager = await LookAsAsync(site, "Sample area performance manager");
        await using var lead = await LookAsAsync(site, "Sample headquarters analyst");
        string[] rows = [.. Enumerable.Range(0, 60).Select(n => Row(site, 1000 + n, Forces[n % 3], Outcomes[n % 4], $"2022-0{4 + (n % 3)}-1{n % 9}"))];

        // A row that stands twice is counted once, and said; both spellings are one outcome.
        Assert.Contains("61 rows, 60 to be taken, 1 not", await SubmitAsync(site, steward, "Submit", [.. rows, rows[3]]), StringComparison.Ordinal);
        await site.ComputeAsync();
        await StepAsync(steward, "Ask the areas to look at their data", "validate", "The period is validating.");
        await manager.GoAsync(Quarter + "/steps");
        await manager.ChooseAsync("reason-area", Reason);
        await manager.PushAsync("Agree the data");
        await SaidAsync(manager, "The data are agreed.");

        // An area that says nothing is never agreed for: it lapses, in the open.
        await StepAsync(steward, "Record that all have agreed", "agree", "The period is agreed.");
        await StepAsync(steward, "Freeze the period", "freeze", "The period is frozen.");
        await manager.GoAsync(Quarter);
        await manager.PictureAsync("frozen-1280");
        var frozen = await manager.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Ashmarrow\tagreed\t40", frozen, StringComparison.Ordinal);
        Assert.DoesNotContain("Brindlevale", frozen, StringComparison.Ordinal);

        // The pack: its hash is that of what it says.
        var reference = await ReferenceAsync(lead);
        await steward.GoAsync(Pack + "/steps");
        await steward.ChooseAsync("reason-issue", "For the quarterly review");
        await steward.PushAsync("Issue the pack");
        await SaidAsync(steward, "The pack is issued");

        // A row that comes late changes no figure, and is shown with its effect.
        Assert.Contains("It takes the place of export.csv", await SubmitAsync(site, steward, "Submit in their place", [.. rows, Row(site, 2000, "f01", "1", "2022-04-11")]), StringComparison.Ordinal);
        await site.ComputeAsync();
        await lead.GoAsync(Quarter);
        var late = await lead.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Rows after the freeze: asked", late, StringComparison.Ordinal);
        Assert.Contains("After the freeze: 1 rows added, 0 changed, 0 vanished", late, StringComparison.Ordinal);
        await lead.Page.Locator("summary").First.ClickAsync();
        Assert.Matches("Synthetic nation\t60\t61", await lead.Page.Locator("main").InnerTextAsync());
        await lead.PictureAsync("late-row-1280");

        // The same pack again: on its page, and from its frozen inputs in an empty folder.
        Assert.Equal(reference, await ReferenceAsync(lead));
        await lead.GoAsync("/packs");
        await lead.PressOnAsync((await lead.Page.Locator("table a").First.TextContentAsync())!.Trim());
        Assert.Contains(reference, await lead.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var again = await CandourSite.CandourAsync("reproduce", reference, "--into", Path.Combine(site.Folder, "..", "again"), "--workspace", site.Folder);
        Assert.Contains("says the same", again, StringComparison.Ordinal);
        steward.AssertStayedAtHome();
        manager.AssertStayedAtHome();
        lead.AssertStayedAtHome();
    }

    private async Task<Visit> LookAsAsync(CandourSite site, string name)
    {
        var visit = await browser.VisitAsync("/sign-in", javaScript: false, at: site);
        await visit.ChooseAsync("login", name);
        await visit.PushAsync("Look");
        await visit.Page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return visit;
    }

    /// <summary>Sends an export, waits until it was read, and submits it; gives what was said before.</summary>
    private static async Task<string> SubmitAsync(CandourSite site, Visit visit, string button, string[] rows)
    {
        await visit.GoAsync("/submit");
        await visit.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "export.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join('\n', [string.Join(',', Columns(site)), .. rows]) + "\n"),
        });
        await visit.PushAsync("Send and check");
        await visit.Page.WaitForURLAsync("**/submit/*");
        for (var looks = 0; looks < 60 && await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).CountAsync() > 0; looks++)
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).ClickAsync();
        }

        var said = await visit.Page.Locator("main").InnerTextAsync();
        await visit.PushAsync(button);
        await visit.Page.WaitForURLAsync("**/receipts/*");
        return said;
    }

    private static async Task StepAsync(Visit visit, string button, string step, string says)
    {
        await visit.GoAsync(Quarter + "/steps");
        await visit.ChooseAsync("reason-" + step, Reason);
        await visit.PushAsync(button);
        await SaidAsync(visit, says);
    }

    private static Task SaidAsync(Visit visit, string says) => Assertions.Expect(visit.Page.Locator("[role=status]")).ToContainTextAsync(says, new() { Timeout = Patience });

    private static async Task<string> ReferenceAsync(Visit visit)
    {
        await visit.GoAsync(Pack);
        return Reference().Match(await visit.Page.Locator("main").InnerTextAsync()).Value;
    }

    /// <summary>The columns of the source, as the demonstration's own file has them.</summary>
    private static string[] Columns(CandourSite site) => File.ReadLines(Path.Combine(site.Folder, "synthetic", "synthetic-crimes.csv")).First().Split(',');

    private static string Row(CandourSite site, int number, string force, string outcome, string day)
    {
        var said = new Dictionary<string, string>
        {
            ["label"] = "SYNTHETIC", ["crime"] = $"J-{number}", ["force"] = force, ["reported_date"] = day, ["recorded_date"] = day, ["offence"] = "19C",
            ["outcome"] = outcome, ["outcome_date"] = outcome == "0" ? "" : day, ["extract_date"] = "2026-06-30", ["vawg"] = "yes",
            ["domestic_abuse"] = "no", ["victim_sex"] = "F",
        };
        return string.Join(',', Columns(site).Select(column => said.GetValueOrDefault(column, "")));
    }

    [GeneratedRegex("packs/crimes/2022_23-Q1/synthetic-nation:synthetic-nation/[0-9a-f]{64}")]
    private static partial Regex Reference();
}
