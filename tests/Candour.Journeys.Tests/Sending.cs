using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>How an export is sent, by keyboard: only the file itself is handed over, as the file dialogue does.</summary>
internal static class Sending
{
    /// <summary>Goes to where files are sent, and sends one.</summary>
    public static async Task SendAsync(this Visit visit, MessyExport export)
    {
        await visit.PressOnAsync("Submit a file");
        await visit.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(export.File);
        await visit.PushAsync("Send and check");
    }

    /// <summary>Waits until the file has been read, and sees how many of its rows can be taken.</summary>
    public static async Task CheckedAsync(this Visit visit, MessyExport export)
    {
        for (var looks = 0; looks < 60 && await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).CountAsync() > 0; looks++)
        {
            await visit.PressOnAsync("Look again");
        }

        await Assertions.Expect(visit.Page.GetByText($"{export.Rows} rows, {export.Crimes} to be taken, {export.Rows - export.Crimes} not")).ToBeVisibleAsync();
    }

    /// <summary>Submits what was checked, and sees its receipt.</summary>
    public static async Task TakeAsync(this Visit visit, string button = "Submit")
    {
        await visit.PushAsync(button);
        Assert.Contains("/receipts/", visit.Page.Url, StringComparison.Ordinal);
    }
}
