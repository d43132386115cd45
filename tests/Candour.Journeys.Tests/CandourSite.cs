using System.Diagnostics;
using Candour.Definitions;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Journeys.Tests;

/// <summary>
/// The real web, in this process, on a free port of loopback, over a demonstration workspace that the real program made.
/// </summary>
public sealed class CandourSite : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly DirectoryInfo folder;

    private CandourSite(WebApplication web, DirectoryInfo folder) =>
        (this.web, this.folder, Address) = (web, folder, new Uri(web.Urls.Single()));

    public Uri Address { get; }

    /// <summary>The store behind the pages.</summary>
    public OperationalStore Store => web.Services.GetRequiredService<OperationalStore>();

    /// <summary>What was planted in the nation of this demonstration.</summary>
    public string AnswerKey => Path.Combine(folder.FullName, "workspace", "synthetic", "answer-key.json");

    /// <summary>The folder of this checkout.</summary>
    public static string Checkout => Path.GetDirectoryName(Definitions())!;

    public static async Task<CandourSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("candour-journeys-");
        var workspace = Path.Combine(folder.FullName, "workspace");
        await PrepareAsync(workspace);
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

    /// <summary>As a person would: <c>candour demo --prepare</c>.</summary>
    private static async Task PrepareAsync(string workspace)
    {
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "candour.dll"), "demo", "--prepare", "--workspace", workspace])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = program.StandardError.ReadToEndAsync();
        await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.True(program.ExitCode == 0, await said);
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
