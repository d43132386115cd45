using Candour.Packing;

namespace Candour.Tests.Packs;

/// <summary>Where there is no PDF, whoever makes the pack is told why, where, and what to do.</summary>
public sealed class PackPrintingTests(DemoWorkspace demo) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_browser_that_does_not_print_in_time_is_ended_and_said()
    {
        // A program that takes the words that a browser takes, and never ends.
        var browser = folder.At("browser");
        await File.WriteAllTextAsync(browser, "#!/bin/sh\nsleep 600\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var printed = await PackPdf.PrintAsync([], browser, TimeSpan.FromSeconds(0.5), CancellationToken.None);

        Assert.Empty(printed.Content);
        Assert.Equal(
            $"There is no PDF: {browser} did not print it within 0.5 seconds and was ended: try again when this machine has less to do. "
            + "Any browser prints the page of the offline pack the same way.",
            printed.Missing);
    }

    [Fact]
    public async Task A_browser_that_fails_prints_nothing_or_is_not_there_is_said()
    {
        Assert.Contains("/bin/false ended with code 1 and printed nothing", await MissingAsync("/bin/false"), StringComparison.Ordinal);
        Assert.Contains("/bin/true ended with code 0 and printed nothing", await MissingAsync("/bin/true"), StringComparison.Ordinal);
        Assert.Contains("there is no Chromium at /nowhere", await MissingAsync("/nowhere"), StringComparison.Ordinal);
        Assert.Contains("no Chromium was found on this machine", await MissingAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public void The_verb_says_it_and_writes_the_other_files()
    {
        Assert.NotNull(demo.Room);
        var into = folder.At("pack");

        var said = TheProgram.Run(
            new Dictionary<string, string> { ["CANDOUR_CHROMIUM"] = "/bin/false", ["CANDOUR_WORKSPACE"] = demo.Folder },
            "pack", "make", "suspects", "2025/26-Q4", "--into", into);

        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Contains("There is no PDF: /bin/false ended with code 1 and printed nothing", said.Error, StringComparison.Ordinal);
        Assert.Equal(["pack.docx", "pack.ods", "pack.xlsx", "pack.zip"], Directory.EnumerateFiles(into).Select(Path.GetFileName).Order());
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string> MissingAsync(string browser) =>
        (await PackPdf.PrintAsync([], browser, TimeSpan.FromSeconds(20), CancellationToken.None)).Missing;
}
