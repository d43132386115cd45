using System.Net;
using System.Text.RegularExpressions;

namespace Candour.Tests.SignIn;

/// <summary>What an answer was.</summary>
public sealed record Answered(HttpStatusCode Status, string Text, string Location, IReadOnlyDictionary<string, string> Headers);

/// <summary>A browser as far as a server can tell: it keeps cookies, also those that ask for a safe line, and follows nothing.</summary>
public sealed partial class Browsing(Uri address)
{
    /// <summary>One for all: it keeps nothing of anybody.</summary>
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public Task<Answered> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Fills in the form of a page, with its token, and sends it.</summary>
    public async Task<Answered> PostAsync(string path, IReadOnlyDictionary<string, string> fields, string? form = null)
    {
        var page = await GetAsync(form ?? path);
        var token = Token().Match(page.Text) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";
        return await SendAsync(HttpMethod.Post, path, new Dictionary<string, string>(fields) { ["form-token"] = token });
    }

    /// <summary>Sends a form without its token.</summary>
    public Task<Answered> PostWithoutTokenAsync(string path, IReadOnlyDictionary<string, string> fields) =>
        SendAsync(HttpMethod.Post, path, fields);

    public async Task SignInAsync(string login, string password, string code)
    {
        var answer = await PostAsync("/sign-in", new Dictionary<string, string>
        {
            ["login"] = login, ["password"] = password, ["code"] = code,
        });
        Assert.True(answer.Status == HttpStatusCode.Redirect, $"{login} was not let in: {answer.Status}");
    }

    /// <summary>Fills in a form with a file, as a browser does, and sends it.</summary>
    public Task<Answered> SendFileAsync(string path, string name, byte[] content, string mapping) => SendFileAsync(path, path, name, content, ("mapping", mapping));

    /// <summary>The same with the token of another page, and any fields.</summary>
    public async Task<Answered> SendFileAsync(string path, string tokenFrom, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(tokenFrom);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(Token().Match(page.Text).Groups[1].Value)), "form-token" },
            { new ByteArrayContent(content), "file", name },
        };
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        return await SendContentAsync(HttpMethod.Post, path, form);
    }

    public Task<Answered> SendAsync(HttpMethod method, string path, IReadOnlyDictionary<string, string>? fields) =>
        SendContentAsync(method, path, fields is null ? null : new FormUrlEncodedContent(fields));

    private async Task<Answered> SendContentAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        }

        request.Content = content;
        using var answer = await Client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                Cookies[pair[0]] = pair[1];
            }
        }

        return new Answered(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.Location?.ToString() ?? "",
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(pair => pair.Key, pair => string.Join(", ", pair.Value), StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
