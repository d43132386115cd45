using System.Text;
using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>From a file that no mapping knows to its receipt, on a phone and without JavaScript.</summary>
public sealed class SubmitTests(RealBrowser browser)
{
    private const string Named = "Wilhelmina Unnamed";

    [Theory]
    [InlineData(true, "2006", "Result")]
    [InlineData(false, "2005", "Disposal")]
    public async Task A_sender_says_what_columns_mean_sees_what_would_change_and_keeps_a_receipt(bool javaScript, string year, string outcome)
    {
        await using var visit = await browser.VisitAsync("/sign-in", width: 320, javaScript: javaScript);
        var page = visit.Page;
        await page.Locator("select[name=login]").SelectOptionAsync("sample-data-steward");
        await page.Locator("main button[type=submit]").ClickAsync();

        await visit.GoAsync("/submit");
        await LookAsync(visit, javaScript, "submit");
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "export.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(
                $"Crime Ref;Team;Offence;Reported On;{outcome};Gender;Victim Name\n"
                + string.Concat(Enumerable.Range(10, 25).Select(n => $"CR1000{n};U11;19C;23/04/{year};Charged - summonsed;F;{Named}\n"))),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send and check" }).ClickAsync();
        await LookAsync(visit, javaScript, "upload-unknown");

        await page.GetByRole(AriaRole.Link, new() { Name = "Say what its columns mean" }).ClickAsync();
        await LookAsync(visit, javaScript, "columns-dataset");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await LookAsync(visit, javaScript, "columns");
        await Assertions.Expect(page.GetByLabel("Case reference (needed)")).ToHaveValueAsync("column:0");
        await page.GetByLabel("What is this source called?").FillAsync($"Journey system {year}");
        await page.GetByLabel("Whose records are these?").FillAsync("case-extract");
        await page.GetByLabel("Area (needed)").SelectOptionAsync("always:A01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await LookAsync(visit, javaScript, "columns-codes");
        await Assertions.Expect(page.GetByLabel("Charged - summonsed")).ToHaveValueAsync("01");
        Assert.DoesNotContain(Named, await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        for (var looks = 0; looks < 20 && await page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).CountAsync() > 0; looks++)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).ClickAsync();
        }

        await LookAsync(visit, javaScript, "upload-checked");
        await Assertions.Expect(page.GetByText("25 rows, 25 to be taken, 0 not")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit", Exact = true }).ClickAsync();

        await LookAsync(visit, javaScript, "receipt");
        Assert.Contains("/receipts/", page.Url, StringComparison.Ordinal);
        visit.AssertStayedAtHome();
    }

    private static async Task LookAsync(Visit visit, bool javaScript, string name)
    {
        await visit.PictureAsync($"{name}-320");
        await visit.AssertNoSidewaysScrollAsync();
        if (javaScript)
        {
            // The rules of axe are a script.
            await visit.AssertAccessibleAsync();
        }
    }
}
