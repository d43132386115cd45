using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Candour.Tests.SignIn;

/// <summary>
/// The other party of OpenID Connect, as small as the standard lets it be: discovery, keys, authorisation code with PKCE,
/// token. Who is sitting there is set by the test.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly RSA key = RSA.Create(2048);
    private readonly Dictionary<string, (string Nonce, string Challenge)> codes = [];

    private IdentityProvider(WebApplication web) => this.web = web;

    public string Address => web.Urls.Single();

    public string Subject { get; set; } = "subject-1";

    public string Name { get; set; } = "Somebody Elsewhere";

    public string[] Groups { get; set; } = [];

    /// <summary>What the last request for authorisation said of prompting.</summary>
    public string LastPrompt { get; private set; } = "";

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var provider = new IdentityProvider(builder.Build());
        provider.web.Urls.Add("http://127.0.0.1:0");
        provider.Map();
        await provider.web.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        key.Dispose();
    }

    private void Map()
    {
        web.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Address,
            authorization_endpoint = $"{Address}/authorize",
            token_endpoint = $"{Address}/token",
            jwks_uri = $"{Address}/keys",
        }));
        web.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        web.MapGet("/authorize", (string redirect_uri, string state, string nonce, string code_challenge, string? prompt) =>
        {
            LastPrompt = prompt ?? "";
            var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            codes[code] = (nonce, code_challenge);
            return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}");
        });
        web.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var (nonce, challenge) = codes[form["code"]!];
            var verifier = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"]!)));
            return verifier != challenge || form["client_secret"] != "the secret"
                ? Results.BadRequest()
                : Results.Json(new { id_token = Token(nonce), access_token = "none", token_type = "Bearer" });
        });
    }

    private object PublicKey()
    {
        var parameters = key.ExportParameters(false);
        return new
        {
            kty = "RSA", use = "sig", kid = "one", alg = "RS256",
            n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }

    private string Token(string nonce) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = "candour",
        Claims = new Dictionary<string, object> { ["sub"] = Subject, ["name"] = Name, ["nonce"] = nonce, ["groups"] = Groups },
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
    });
}
