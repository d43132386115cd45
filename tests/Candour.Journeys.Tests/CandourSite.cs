using System.Diagnostics;
using Candour.Definitions;
using Candour.Intake.Submitting;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Journeys.Tests;

/// <summary>
/// The real web, in this process, on a free port of loopback, over a demonstration workspace that the real program made.
/// </summary>
public sealed class CandourSite : IAsyncDisposable
{
    private const string Unused = "as-made";

    private readonly WebApplication web;
    private readonly DirectoryInfo folder;

    private CandourSite(WebApplication web, DirectoryInfo folder) =>
        (this.web, this.folder, Address) = (web, folder, new Uri(web.Urls.Single()));

    public Uri Address { get; }

    /// <summary>The store behind the pages.</summary>
    public OperationalStore Store => web.Services.GetRequiredService<OperationalStore>();

    /// <summary>What the pages are made with.</summary>
    public IServiceProvider Services => web.Services;

    /// <summary>The pattern of every page that the program has, as its endpoints say.</summary>
    public IEnumerable<string> Pages => Doors.Of(web).Where(one => one.Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(one => "/" + one.Endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();

    /// <summary>What was planted in the nation of this demonstration.</summary>
    public string AnswerKey => Path.Combine(folder.FullName, "workspace", "synthetic", "answer-key.json");

    /// <summary>The folder of this checkout.</summary>
    public static string Checkout => Path.GetDirectoryName(Definitions())!;

    public static async Task<CandourSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("candour-journeys-");
        var workspace = Path.Combine(folder.FullName, "workspace");
        await CandourAsync("demo", "--prepare", "--workspace", workspace);

        // As it was made, for journeys that change what all others look at.
        Copy(workspace, Path.Combine(folder.FullName, Unused));
        return await StartAsync(folder, workspace);
    }

    /// <summary>Another site over a copy of the same demonstration, which a journey may change as it likes.</summary>
    public async Task<CandourSite> AnotherAsync()
    {
        var own = Directory.CreateTempSubdirectory("candour-journey-");
        var workspace = Path.Combine(own.FullName, "workspace");
        Copy(Path.Combine(folder.FullName, Unused), workspace);
        return await StartAsync(own, workspace);
    }

    /// <summary>The folder of its workspace, for verbs that are said on the server.</summary>
    public string Folder => Path.Combine(folder.FullName, "workspace");

    /// <summary>Says a verb, as whoever runs the server does; gives what was printed.</summary>
    public static async Task<string> CandourAsync(params string[] words)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "candour.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = program.StandardError.ReadToEndAsync();
        var printed = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.True(program.ExitCode == 0, await said);
        return printed;
    }

    /// <summary>A demonstration into which nothing was brought yet.</summary>
    public static async Task<CandourSite> StartEmptyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("candour-journeys-");
        var workspace = Path.Combine(folder.FullName, "workspace");
        Assert.True(Workspace.Create(
            workspace, WorkspaceKind.Demo, StoreKind.Sqlite, ApprovalRule.None, PseudonymKey.DemoKeyId, "").Try(out _, out var refusal), refusal?.Sentence);
        return await StartAsync(folder, workspace);
    }

    /// <summary>As whoever runs the server would: takes what is in force into a new snapshot, and computes it.</summary>
    public async Task ComputeAsync()
    {
        await CandourAsync("snapshot", "--workspace", Folder);
        await CandourAsync("compute", "--workspace", Folder);
    }

    private static async Task<CandourSite> StartAsync(DirectoryInfo folder, string workspace)
    {
        var site = Workspace.Open(workspace)
            .Then(open => Catalogue.Load(Definitions()).Then<Site>(catalogue => new Site(open, catalogue, ServerSettings.Default, 0)))
            .Match(made => made, refusal => throw new InvalidOperationException(refusal.Sentence));
        var web = CandourWeb.Create(site);
        await web.StartAsync();
        return new CandourSite(web, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Definitions()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "definitions", "measures")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The journeys run inside a checkout.");
        }

        return Path.Combine(folder.FullName, "definitions");
    }
}
