using System.Diagnostics;

namespace Candour.Packing;

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

    /// <summary>Prints the page; nothing where there is no browser, or it did not print.</summary>
    public static async Task<byte[]> PrintAsync(IReadOnlyList<(string Name, byte[] Content)> files, CancellationToken cancellation)
    {
        if (Browser is not { Length: > 0 } browser || !File.Exists(browser))
        {
            return [];
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

            foreach (var (name, content) in files.Where(file => file.Name is PackOffline.Page or PackOffline.Style))
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), content, cancellation);
            }

            var printed = Path.Combine(folder.FullName, "pack.pdf");
            return await RunAsync(browser, folder.FullName, printed, cancellation) && File.Exists(printed)
                ? await File.ReadAllBytesAsync(printed, cancellation) : [];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> RunAsync(string browser, string folder, string printed, CancellationToken cancellation)
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
        using var process = Process.Start(start);
        if (process is null)
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }
}
