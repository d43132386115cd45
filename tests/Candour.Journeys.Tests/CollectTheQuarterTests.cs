using System.Globalization;
using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>
/// A quarter is collected by the person of an area who does it: four messy files are sent, questions answered, findings seen, the files
/// taken, and the figures of the new snapshot read. By keyboard only; a file is handed over as the file dialogue does.
/// </summary>
public sealed class CollectTheQuarterTests(RealBrowser browser)
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public async Task From_four_messy_exports_to_the_figures_of_the_quarter(bool javaScript, int width)
    {
        var exports = new MessyExports(seed: 20260630);
        await using var site = await CandourSite.StartEmptyAsync();
        await using var visit = await browser.VisitAsync("/sign-in", width, javaScript: javaScript, at: site);
        var page = visit.Page;
        await visit.ChooseAsync("login", "Sample area performance manager");
        await visit.PushAsync("Look");

        // The first system: nobody has met it, and its letters can be read in more than one way.
        await SendAsync(visit, exports.First);
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
        await CheckedAsync(visit, exports.First);
        await LookAsync(visit, javaScript, $"quarter-checked-{width}");
        await TakeAsync(visit);

        // The other system: a workbook, other names, and outcomes in its own words.
        await SendAsync(visit, exports.Workbook);
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
        await CheckedAsync(visit, exports.Workbook);
        await TakeAsync(visit);

        // The next month of the same system is known: nobody is asked, and what is wrong in it is said.
        await SendAsync(visit, exports.Columnar);
        await CheckedAsync(visit, exports.Columnar);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the checks found" })).ToBeVisibleAsync();
        await LookAsync(visit, javaScript, $"quarter-findings-{width}");
        await TakeAsync(visit);

        // The first month again, with what was entered late: what would change is seen before it is taken.
        await SendAsync(visit, exports.Again);
        await CheckedAsync(visit, exports.Again);
        await Assertions.Expect(page.GetByText($"It takes the place of {exports.First.File.Name}")).ToBeVisibleAsync();
        await TakeAsync(visit, "Submit in their place");

        await site.ComputeAsync();
        var quarter = (MessyExport[])[exports.Again, exports.Workbook, exports.Columnar];
        await visit.GoAsync("/measures/rape-charged-share-recorded?dataset=crimes&area=a01&period=2026_27-Q1");
        Assert.Equal(200, visit.Status);
        await Assertions.Expect(page.Locator(".candour-figure__base").First).ToContainTextAsync(string.Create(
            CultureInfo.InvariantCulture, $"{quarter.Sum(one => one.Charged)} of {quarter.Sum(one => one.Crimes)}"));
        await Assertions.Expect(page.GetByText("SYNTHETIC: no row describes a real person").First).ToBeVisibleAsync();
        await LookAsync(visit, javaScript, $"quarter-figure-{width}");
        await visit.PressOnAsync("See the source rows");
        await Assertions.Expect(page.GetByText(exports.Again.File.Name).First).ToBeVisibleAsync();
        visit.AssertStayedAtHome();
    }

    private static async Task SendAsync(Visit visit, MessyExport export)
    {
        await visit.PressOnAsync("Submit a file");
        await visit.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(export.File);
        await visit.PushAsync("Send and check");
    }

    /// <summary>Waits until the file has been read, and sees how many of its rows can be taken.</summary>
    private static async Task CheckedAsync(Visit visit, MessyExport export)
    {
        for (var looks = 0; looks < 60 && await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).CountAsync() > 0; looks++)
        {
            await visit.PressOnAsync("Look again");
        }

        await Assertions.Expect(visit.Page.GetByText($"{export.Rows} rows, {export.Crimes} to be taken, {export.Rows - export.Crimes} not")).ToBeVisibleAsync();
    }

    private static async Task TakeAsync(Visit visit, string button = "Submit")
    {
        await visit.PushAsync(button);
        Assert.Contains("/receipts/", visit.Page.Url, StringComparison.Ordinal);
    }

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

    private static async Task LookAsync(Visit visit, bool javaScript, string name)
    {
        await visit.PictureAsync(name);
        await visit.AssertNoSidewaysScrollAsync();
        if (javaScript)
        {
            await visit.AssertAccessibleAsync();
        }
    }
}
