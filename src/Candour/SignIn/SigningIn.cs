using System.Threading.RateLimiting;
using Candour.Access;
using Candour.Store;
using Candour.Web;

namespace Candour.SignIn;

/// <summary>Sets up who may come in, and how.</summary>
internal static class SigningIn
{
    public static void Add(IServiceCollection services, Site site)
    {
        services.AddSingleton<Sessions>().AddSingleton<LocalSignIn>().AddSingleton<Invitations>().AddSingleton<FirstAdministrator>();
        services.AddSingleton<AuditTrail>().AddSingleton<Recognition>();
        services.AddSingleton(provider => SampleOf(site, provider.GetRequiredService<TimeProvider>()));
        var authentication = services.AddAuthentication(Recognition.Scheme).AddCookie(Recognition.Scheme, cookie =>
        {
            cookie.Cookie.Name = "__Host-candour";
            cookie.Cookie.Path = "/";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            // Lax, because an identity provider sends people back from another site; every act needs a form's token besides.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = SessionRules.Longest;
            cookie.SlidingExpiration = false;
        });
        if (site.Settings.Provider is { } settings)
        {
            ProviderSignIn.Add(authentication, settings);
        }

        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(nameof(SigningIn), context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = site.Settings.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    /// <summary>A demonstration is looked at as the first sample person until another is chosen; elsewhere nobody is in.</summary>
    private static OpeningSample SampleOf(Site site, TimeProvider clock)
    {
        if (site.Workspace.Kind != WorkspaceKind.Demo)
        {
            return new OpeningSample(() => Visitor.Nobody);
        }

        SamplePeople.Settle(site.Workspace.Store, clock.GetUtcNow());
        Publishing.SampleSupport.Settle(site.Workspace.Store, clock.GetUtcNow());
        var first = SamplePeople.First;
        return new OpeningSample(() => new Visitor(
            new Viewer(first.Id, first.Name, first.Assignments), "", IsConfirmed: true, HasBrokenGlass: false, IsSample: true, Told: ""));
    }
}
