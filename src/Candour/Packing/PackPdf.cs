using System.Diagnostics;
using System.Globalization;
using Candour.Web;

namespace Candour.Packing;

/// <summary>What became of printing.</summary>
/// <param name="Content">The PDF; empty where there is none.</param>
/// <param name="Missing">Why there is none, and what to do; empty where there is one.</param>
internal sealed record PrintedPack(byte[] Content, string Missing);

/// <summary>
/// The offline pack, printed to a tagged PDF by Chromium where this machine has it: headings as an outline, tables with their headers,
/// drawings with their title and description. It runs in a folder of its own, without network. Where there is none, a browser prints the
/// same page by the same stylesheet.
/// </summary>
internal static class PackPdf
{
    public const string MediaType = "application/pdf";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    /// <summary>Where Chromium is: CANDOUR_CHROMIUM, or on the path; empty for nowhere.</summary>
    public static string Browser => Environment.GetEnvironmentVariable("CANDOUR_CHROMIUM") is { } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists) ?? "";

    /// <summary>Prints the page of the offline pack.</summary>
    public static Task<PrintedPack> PrintAsync(byte[] page, CancellationToken cancellation) => PrintAsync(page, Browser, Longest, cancellation);

    /// <summary>The same by a browser that is named, which is ended when it takes longer than it may.</summary>
    public static async Task<PrintedPack> PrintAsync(byte[] page, string browser, TimeSpan longest, CancellationToken cancellation)
    {
        if (browser.Length == 0 || !File.Exists(browser))
        {
            return None(browser.Length == 0
                ? "no Chromium was found on this machine: install one, or name it with CANDOUR_CHROMIUM"
                : $"there is no Chromium at {browser}: name one with CANDOUR_CHROMIUM");
        }

        // In memory where the machine has a place for that: what is printed may be confidential.
        var folder = Directory.CreateDirectory(Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"candour-print-{SignIn.Secret.NewId()}"));
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }

            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, PackOffline.Page), page, cancellation);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, PackOffline.Style), BuiltInFile.Stylesheet.Content.ToArray(), cancellation);
            var printed = Path.Combine(folder.FullName, "pack.pdf");
            return await RunAsync(browser, folder.FullName, printed, longest, cancellation) switch
            {
                null => None(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{browser} did not print it within {longest.TotalSeconds:0.#} seconds and was ended: try again when this machine has less to do")),
                0 when File.Exists(printed) => new PrintedPack(await File.ReadAllBytesAsync(printed, cancellation), ""),
                var code => None(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{browser} ended with code {code} and printed nothing: start it by hand to see why, or name another with CANDOUR_CHROMIUM")),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PrintedPack None(string why) => new([], $"There is no PDF: {why}. Any browser prints the page of the offline pack the same way.");

    /// <summary>The code with which the browser ended; none when it took too long and was ended.</summary>
    private static async Task<int?> RunAsync(string browser, string folder, string printed, TimeSpan longest, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(browser,
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync",
            "--disable-javascript", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer",
            "--generate-pdf-document-outline", "--export-tagged-pdf", $"--print-to-pdf={printed}",
            // Chromium refuses its own sandbox to the administrator of the machine, as whom nobody should run a server.
            .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
            new Uri(Path.Combine(folder, PackOffline.Page)).AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("A program that was started is a process.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }
}
