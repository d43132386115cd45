using System.Net;
using System.Security.Cryptography.X509Certificates;
using Candour.Definitions;
using Candour.SignIn;
using Candour.Store;
using Candour.Uploading;
using Microsoft.AspNetCore.DataProtection;

namespace Candour.Web;

/// <summary>What a site is made of.</summary>
/// <param name="Workspace">The workspace it shows.</param>
/// <param name="Catalogue">The definitions it is read by.</param>
/// <param name="Settings">How it is reached and whom it trusts.</param>
/// <param name="Port">0 takes any free port.</param>
/// <param name="ReadsAhead">What everybody asks first of a snapshot is read before anybody asks.</param>
public sealed record Site(Workspace Workspace, Catalogue Catalogue, ServerSettings Settings, int Port, bool ReadsAhead = false);

/// <summary>
/// Sets up the web: server-rendered pages, one stylesheet, no script, no request to anywhere else but the identity
/// provider that the operator named.
/// </summary>
public static class CandourWeb
{
    /// <summary>Makes the web; the caller starts and stops it.</summary>
    /// <param name="site">What it shows.</param>
    /// <param name="clock">The time; the machine's own outside tests.</param>
    public static WebApplication Create(Site site, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(CandourWeb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        Listen(builder, site);
        builder.Logging.ClearProviders()
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddSingleton(site).AddSingleton(site.Workspace.Store).AddSingleton(site.Workspace);
        builder.Services.AddSingleton<Purposes>().AddSingleton<Decisions>().AddSingleton<PeriodDecisions>().AddSingleton<Packing.PackDesk>().AddSingleton<Evidencing.EvidenceDesk>().AddSingleton<Requesting.RequestDesk>().AddSingleton<Publishing.SupportEntries>().AddSingleton(site.Catalogue).AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton<Uploads>().AddHostedService(services => services.GetRequiredService<Uploads>());
        builder.Services.AddSingleton(LinkState.Of(site.Workspace)).AddSingleton<Rooms>().AddSingleton<KeptSignals>().AddSingleton<KeptQuality>().AddHttpContextAccessor().AddScoped<CurrentRoom>();
        builder.Services.AddScoped<FrameNow>(services => services.GetRequiredService<CurrentRoom>().Frame);
        if (site.ReadsAhead)
        {
            builder.Services.AddHostedService<Warming>();
        }

        builder.Services.AddExceptionHandler<FaultLog>();
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts =
            ["localhost", "127.0.0.1", "[::1]", .. site.Settings.Hosts ?? []]);
        builder.Services.AddRazorPages().AddMvcOptions(pages => pages.Filters.Add<NoSuchMethod>());
        builder.Services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "__Host-candour-form";
            // The framework makes no token at all over plain HTTP when it is told "always"; browsers take this machine's own
            // address for safe, so the word is written by hand.
            form.Cookie.SecurePolicy = CookieSecurePolicy.None;
            form.Cookie.Extensions.Add("secure");
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.FormFieldName = FormToken.Field;
        });
        ProtectKeys(builder, site);
        SigningIn.Add(builder.Services, site);
        return WithPages(builder.Build());
    }

    private static void Listen(WebApplicationBuilder builder, Site site)
    {
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 64 * 1024;
            server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            server.Limits.MaxConcurrentConnections = 2_000;
            var address = site.Settings.Listen.Length > 0 ? IPAddress.Parse(site.Settings.Listen) : IPAddress.Loopback;
            server.Listen(address, site.Port, at =>
            {
                if (site.Settings.CertificateFile.Length > 0)
                {
                    at.UseHttps(Certificate(site.Settings));
                }
            });
        });
    }

    private static X509Certificate2 Certificate(ServerSettings settings) => X509CertificateLoader.LoadPkcs12FromFile(
        settings.CertificateFile,
        settings.CertificatePasswordFile.Length > 0 ? File.ReadAllText(settings.CertificatePasswordFile).Trim() : "");

    /// <summary>
    /// The keys that protect cookies and secrets lie with the workspace's other keys, outside it. A demonstration keeps
    /// nothing that needs protection for longer than the process lives.
    /// </summary>
    private static void ProtectKeys(WebApplicationBuilder builder, Site site)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("Candour");
        if (site.Workspace.Kind == WorkspaceKind.Demo)
        {
            protection.UseEphemeralDataProtectionProvider();
            return;
        }

        var folder = Directory.CreateDirectory(Path.Combine(site.Workspace.KeyFolder, $"{site.Workspace.KeyId}-web"));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        protection.PersistKeysToFileSystem(folder);
    }

    private static WebApplication WithPages(WebApplication web)
    {
        web.Use(SecurityHeaders.Add);
        web.UseHostFiltering();
        web.UseExceptionHandler("/fault");
        web.UseStatusCodePagesWithReExecute("/status/{0}");
        web.UseRouting();
        web.UseAuthentication();
        web.UseRateLimiter();
        web.UseMiddleware<OpenedLinks>();
        web.UseMiddleware<Doorkeeper>();
        web.UseMiddleware<KeptPages>();
        web.MapGet(BuiltInFile.Stylesheet.Path, BuiltInFile.Stylesheet.Serve).WithMetadata(new DoorAttribute());
        web.MapGet(BuiltInFile.Icon.Path, BuiltInFile.Icon.Serve).WithMetadata(new DoorAttribute());
        web.MapGet(BuiltInFile.Leaving.Path, BuiltInFile.Leaving.Serve).WithMetadata(new DoorAttribute());
        Api.ReadApi.Map(web);
        web.MapRazorPages();
        Doors.RefuseToOpenWithout(web);
        return web;
    }
}
