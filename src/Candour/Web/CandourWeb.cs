using System.Net;
using Microsoft.AspNetCore.DataProtection;

namespace Candour.Web;

/// <summary>
/// Sets up the web: server-rendered pages on loopback only, one stylesheet, no script, no request to anywhere else.
/// </summary>
public static class CandourWeb
{
    /// <summary>Makes the web; the caller starts and stops it.</summary>
    /// <param name="port">0 takes any free port.</param>
    /// <param name="frame">What stands round every page.</param>
    /// <param name="services">What the pages ask for.</param>
    public static WebApplication Create(int port, FrameNow frame, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(CandourWeb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 64 * 1024;
            server.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.ClearProviders()
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(frame);
        builder.Services.AddExceptionHandler<FaultLog>();
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.AddRazorPages();
        // Keys live as long as the process: nothing is written outside the workspace.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services?.Invoke(builder.Services);
        return WithPages(builder.Build());
    }

    private static WebApplication WithPages(WebApplication web)
    {
        web.Use(SecurityHeaders.Add);
        web.UseHostFiltering();
        web.UseExceptionHandler("/fault");
        web.UseStatusCodePagesWithReExecute("/status/{0}");
        web.UseRouting();
        web.MapGet(BuiltInFile.Stylesheet.Path, BuiltInFile.Stylesheet.Serve);
        web.MapGet(BuiltInFile.Icon.Path, BuiltInFile.Icon.Serve);
        web.MapRazorPages();
        return web;
    }
}
