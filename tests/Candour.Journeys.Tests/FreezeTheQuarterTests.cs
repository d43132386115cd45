using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>
/// Journey 1: a quarter from four messy exports to its frozen pack, which is made again with the same hash after a row came late. By keyboard
/// only; a file is handed over as the file dialogue does, and what an operator does in between is said on the server.
/// </summary>
public sealed partial class FreezeTheQuarterTests(RealBrowser browser)
{
    private const string Written = "2025_26-Q1";
    private const string Quarter = "/closing/crimes/" + Written;
    private const string Pack = "/packs/crimes/" + Written + "/synthetic-nation";
    private const string Reason = "Compared with our own records";

    /// <summary>Printing a pack takes seconds.</summary>
    private const float Patience = 60_000;

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public async Task From_four_messy_exports_to_the_frozen_pack_and_a_late_row_shown_with_its_effect(bool javaScript, int width)
    {
        var exports = new MessyExports(seed: 20260630);
        await using var site = await CandourSite.StartEmptyAsync();
        await using var manager = await LookAsAsync("Sample area performance manager");
        await CollectAsync(manager, exports, javaScript, width);
        await site.ComputeAsync();
        await ReadAsync(manager, exports, javaScript, width);

        await using var steward = await LookAsAsync("Sample data steward");
        await StepAsync(steward, "Ask the areas to look at their data", "validate", "The period is validating.");
        await StepAsync(manager, "Agree the data", "area", "The data are agreed.");

        // An area that says nothing is never agreed for: it lapses, in the open.
        await StepAsync(steward, "Record that all have agreed", "agree", "The period is agreed.");
        await StepAsync(steward, "Freeze the period", "freeze", "The period is frozen.");
        await manager.GoAsync(Quarter);
        await LookAsync(manager, javaScript, $"quarter-frozen-{width}");
        var frozen = await TextAsync(manager);
        Assert.Contains($"Ashmarrow\tagreed\t{Taken(exports).Sum(one => one.Crimes)}", frozen, StringComparison.Ordinal);
        Assert.DoesNotContain("Brindlevale", frozen, StringComparison.Ordinal);

        // The pack: its hash is that of what it says.
        var reference = await ReferenceAsync(steward);
        await steward.PictureAsync($"quarter-pack-{width}");
        await steward.AssertNoSidewaysScrollAsync();
        await steward.GoAsync(Pack + "/steps");
        await steward.ChooseAsync("reason-issue", "For the quarterly review");
        await steward.PushAsync("Issue the pack");
        await SaidAsync(steward, "The pack is issued");

        // A row that comes late changes no figure, and is shown with its effect.
        await manager.SendAsync(exports.TooLate);
        await manager.CheckedAsync(exports.TooLate);
        await Assertions.Expect(manager.Page.GetByText($"It takes the place of {exports.Again.File.Name}")).ToBeVisibleAsync();
        await manager.TakeAsync("Submit in their place");
        await site.ComputeAsync();
        await steward.GoAsync(Quarter);
        await steward.UnfoldAsync();
        await LookAsync(steward, javaScript, $"quarter-late-row-{width}");
        var late = await TextAsync(steward);
        Assert.Contains("Rows after the freeze: asked", late, StringComparison.Ordinal);
        Assert.Contains("After the freeze: 1 rows added, 0 changed, 0 vanished", late, StringComparison.Ordinal);
        var crimes = Taken(exports).Sum(one => one.Crimes);
        Assert.Contains($"Synthetic nation\t{crimes}\t{crimes + 1}", late, StringComparison.Ordinal);

        // The same pack again: on its page, among what was issued, and from its frozen inputs in an empty folder.
        Assert.Equal(reference, await ReferenceAsync(steward));
        await steward.GoAsync("/packs");
        await steward.PressOnAsync((await steward.Page.Locator("table a").First.TextContentAsync())!.Trim());
        Assert.Contains(reference, await TextAsync(steward), StringComparison.Ordinal);
        var again = await CandourSite.CandourAsync("reproduce", reference, "--into", Path.Combine(site.Folder, "..", "again"), "--workspace", site.Folder);
        Assert.Contains("says the same", again, StringComparison.Ordinal);
        manager.AssertStayedAtHome();
        steward.AssertStayedAtHome();

        async Task<Visit> LookAsAsync(string name)
        {
            var visit = await browser.VisitAsync("/sign-in", width, javaScript: javaScript, at: site);
            await visit.ChooseAsync("login", name);
            await visit.PushAsync("Look");
            return visit;
        }
    }

    /// <summary>Four files are sent, questions about them answered, findings seen, and the files taken.</summary>
    private static async Task CollectAsync(Visit visit, MessyExports exports, bool javaScript, int width)
    {
        var page = visit.Page;

        // The first system: nobody has met it, and its letters can be read in more than one way.
        await visit.SendAsync(exports.First);
        await visit.PressOnAsync("Say what its columns mean");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How are its letters written?" })).ToBeVisibleAsync();
        await LookAsync(visit, javaScript, $"quarter-encoding-{width}");
        await visit.PushAsync("Go on");
        await visit.ChooseAsync("dataset", "Crimes (one row a crime)");
        await visit.PushAsync("Go on");
        await Assertions.Expect(page.GetByLabel("Police force (needed)")).ToHaveValueAsync("column:2");
        await visit.ChooseAsync("title", "The first system");
        await LookAsync(visit, javaScript, $"quarter-columns-{width}");
        await visit.PushAsync("Go on");
        await visit.CheckedAsync(exports.First);
        await LookAsync(visit, javaScript, $"quarter-checked-{width}");
        await visit.TakeAsync();

        // The other system: a workbook, other names, and outcomes in its own words.
        await visit.SendAsync(exports.Workbook);
        await visit.PressOnAsync("Say what its columns mean");
        await visit.ChooseAsync("dataset", "Crimes (one row a crime)");
        await visit.PushAsync("Go on");
        await visit.ChooseAsync("title", "The other system");
        await FillAsync(visit, ("force", "Force"), ("reported_date", "Reported"), ("recorded_date", "Recorded"), ("offence", "Offence code"), ("outcome", "Disposal"), ("extract_date", "Extract"));
        await visit.PushAsync("Go on");
        foreach (var (spelling, title) in MessyExports.SecondSpellings)
        {
            await visit.ChooseAsync(await IdOfAsync(page, spelling), title);
        }

        await LookAsync(visit, javaScript, $"quarter-codes-{width}");
        await visit.PushAsync("Check the file");
        await visit.CheckedAsync(exports.Workbook);
        await visit.TakeAsync();

        // The next month of the same system is known: nobody is asked, and what is wrong in it is said.
        await visit.SendAsync(exports.Columnar);
        await visit.CheckedAsync(exports.Columnar);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the checks found" })).ToBeVisibleAsync();
        await LookAsync(visit, javaScript, $"quarter-findings-{width}");
        await visit.TakeAsync();

        // The first month again, with what was entered late: what would change is seen before it is taken.
        await visit.SendAsync(exports.Again);
        await visit.CheckedAsync(exports.Again);
        await Assertions.Expect(page.GetByText($"It takes the place of {exports.First.File.Name}")).ToBeVisibleAsync();
        await visit.TakeAsync("Submit in their place");
    }

    /// <summary>A figure of the quarter is what a careful reader counts in the files, and leads to their rows.</summary>
    private static async Task ReadAsync(Visit visit, MessyExports exports, bool javaScript, int width)
    {
        var (page, quarter) = (visit.Page, Taken(exports));
        await visit.GoAsync("/measures/rape-charged-share-recorded?dataset=crimes&area=a01&period=" + Written);
        Assert.Equal(200, visit.Status);
        await Assertions.Expect(page.Locator(".candour-figure__base").First).ToContainTextAsync(string.Create(
            CultureInfo.InvariantCulture, $"{quarter.Sum(one => one.Charged)} of {quarter.Sum(one => one.Crimes)}"));
        await Assertions.Expect(page.GetByText("SYNTHETIC: no row describes a real person").First).ToBeVisibleAsync();
        await LookAsync(visit, javaScript, $"quarter-figure-{width}");
        await visit.PressOnAsync("See the source rows");
        await Assertions.Expect(page.GetByText(exports.Again.File.Name).First).ToBeVisibleAsync();
    }

    /// <summary>What the quarter is made of when it is frozen.</summary>
    private static MessyExport[] Taken(MessyExports exports) => [exports.Again, exports.Workbook, exports.Columnar];

    private static async Task FillAsync(Visit visit, params (string Field, string Column)[] columns)
    {
        foreach (var (field, column) in columns)
        {
            await visit.ChooseAsync($"field-{field}", column);
        }
    }

    /// <summary>The field under a label.</summary>
    private static async Task<string> IdOfAsync(IPage page, string label) =>
        (await page.GetByLabel(label, new() { Exact = true }).GetAttributeAsync("id"))!;

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
        var found = Reference().Match(await TextAsync(visit));
        Assert.True(found.Success, "The page of the pack shows no reference.");
        return found.Value;
    }

    private static Task<string> TextAsync(Visit visit) => visit.Page.Locator("main").InnerTextAsync();

    private static async Task LookAsync(Visit visit, bool javaScript, string name)
    {
        await visit.PictureAsync(name);
        await visit.AssertNoSidewaysScrollAsync();
        if (javaScript)
        {
            await visit.AssertAccessibleAsync();
        }
    }

    [GeneratedRegex("packs/crimes/" + Written + "/synthetic-nation:synthetic-nation/[0-9a-f]{64}")]
    private static partial Regex Reference();
}
