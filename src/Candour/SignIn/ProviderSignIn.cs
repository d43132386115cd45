using System.Security.Claims;
using Candour.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Candour.SignIn;

/// <summary>
/// Sign-in through the agency's own identity provider (OpenID Connect, code flow with PKCE). The groups it tells become
/// assignments; whoever is in none of the named groups does not come in.
/// </summary>
internal static class ProviderSignIn
{
    public const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    /// <summary>Marks a sign-in that is asked for only to confirm who sits there.</summary>
    public const string Confirms = "confirms";

    public static void Add(AuthenticationBuilder authentication, ProviderSettings settings) =>
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.SignInScheme = Recognition.Scheme;
            options.Authority = settings.Authority;
            options.RequireHttpsMetadata = settings.Authority.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal);
            options.ClientId = settings.ClientId;
            options.ClientSecret = File.ReadAllText(settings.ClientSecretFile).Trim();
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.CallbackPath = "/sign-in/provider";
            options.Scope.Add("profile");
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
            options.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Events = new OpenIdConnectEvents
            {
                OnRedirectToIdentityProvider = context =>
                {
                    if (context.Properties.Items.ContainsKey(Confirms))
                    {
                        context.ProtocolMessage.Prompt = "login";
                        context.ProtocolMessage.MaxAge = "0";
                    }

                    return Task.CompletedTask;
                },
                OnTicketReceived = context => ReceiveAsync(context, settings),
                OnRemoteFailure = context =>
                {
                    context.Response.Redirect("/sign-in?failed=provider");
                    context.HandleResponse();
                    return Task.CompletedTask;
                },
            };
        });

    private static Task ReceiveAsync(TicketReceivedContext context, ProviderSettings settings)
    {
        var services = context.HttpContext.RequestServices;
        var (store, clock) = (services.GetRequiredService<OperationalStore>(), services.GetRequiredService<TimeProvider>());
        var claims = context.Principal!;
        var groups = claims.FindAll(settings.GroupClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        var meant = settings.Groups.Where(group => groups.Contains(group.Group)).ToList();
        if (claims.FindFirstValue("sub") is not { Length: > 0 } subject || meant.Count == 0)
        {
            context.Response.Redirect("/sign-in?failed=groups");
            context.HandleResponse();
            return Task.CompletedTask;
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var person = store.ReceiveFromProvider(
            $"provider:{subject}",
            claims.FindFirstValue("name") ?? "",
            Secret.NewId(),
            [
                .. meant.Select(group => new AssignmentRecord(
                    Secret.NewId(), "", group.Role.ToString(), group.Agency, group.Hierarchy, group.Area, today, DateOnly.MaxValue)),
            ],
            now);
        if (!person.IsActive)
        {
            context.Response.Redirect("/sign-in?failed=groups");
            context.HandleResponse();
            return Task.CompletedTask;
        }

        context.Principal = Recognition.PrincipalOf(services.GetRequiredService<Sessions>().Start(person, ""));
        return Task.CompletedTask;
    }
}
