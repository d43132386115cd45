using System.Security.Claims;
using Candour.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Candour.SignIn;

/// <summary>Says who makes a request: by the session's secret in the cookie, which the framework has protected.</summary>
public sealed class Recognition(Sessions sessions, OpeningSample sample)
{
    /// <summary>The scheme of our cookie.</summary>
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string SessionClaim = "session";

    public async Task<Visitor> OfAsync(HttpContext context)
    {
        var known = await context.AuthenticateAsync(Scheme);
        var visitor = known.Principal?.FindFirstValue(SessionClaim) is { Length: > 0 } secret
            ? sessions.Find(secret)
            : Visitor.Nobody;
        return visitor.Viewer.IsSignedIn ? visitor : sample.Visitor();
    }

    /// <summary>Begins the session of a person who has proved who they are.</summary>
    public Task SignInAsync(HttpContext context, PersonRecord person) =>
        context.SignInAsync(Scheme, PrincipalOf(sessions.Start(person, "")));

    /// <summary>What the cookie carries: the session's secret, and nothing about the person.</summary>
    public static ClaimsPrincipal PrincipalOf(string secret) =>
        new(new ClaimsIdentity([new Claim(SessionClaim, secret)], Scheme));

    public async Task SignOutAsync(HttpContext context)
    {
        var visitor = Visitor.Of(context);
        if (visitor.Session.Length > 0)
        {
            sessions.End(visitor);
        }

        await context.SignOutAsync(Scheme);
    }
}

/// <summary>Who is met before anybody signs in: nobody, or in a demonstration a sample person.</summary>
/// <param name="Visitor">Asked anew for every request.</param>
public sealed record OpeningSample(Func<Visitor> Visitor);
