using System.Net;
using System.Text.RegularExpressions;

namespace Candour.Tests.SignIn;

/// <summary>Whoever has not signed in reaches what is public, by whatever link, and nothing else.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class AnonymousCrawlTests(SecuredSite site)
{
    private const int AtMost = 150;

    private static readonly string[] Public =
    [
        "/how-to-read", "/definitions", "/frameworks/", "/sign-in", "/invitation", "/candour.",
        "/support", "/who-decides", "/held-about-people", "/glossary", "/learn",
    ];

    [Fact]
    public async Task Reaches_only_what_is_public()
    {
        var browsing = new Browsing(site.Address);
        var (waiting, seen, open) = (new Queue<string>(["/", "/definitions", "/measures", "/data", "/audit", "/people", "/robots.txt"]), new HashSet<string>(), new List<string>());
        while (waiting.TryDequeue(out var path) && seen.Count < AtMost)
        {
            if (!seen.Add(path))
            {
                continue;
            }

            var answer = await browsing.GetAsync(path);
            if (answer.Status == HttpStatusCode.OK)
            {
                open.Add(path);
            }

            // Pages that say that something does not exist have the address that was asked for.
            foreach (var link in Links().Matches(answer.Text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Append(answer.Location))
            {
                if (link.StartsWith('/'))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.All(open, path => Assert.Contains(Public, start => path.StartsWith(start, StringComparison.Ordinal)));
        Assert.Contains(open, path => path.StartsWith("/definitions/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Learns_nothing_of_the_data_from_public_pages()
    {
        var browsing = new Browsing(site.Address);
        var snapshot = site.Store.CurrentSnapshot()!.Id.Abbreviated;

        foreach (var path in Public.Append("/status/404"))
        {
            var answer = await browsing.GetAsync(path);
            Assert.DoesNotContain(snapshot, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("candour-freshness", answer.Text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]+)\"")]
    private static partial Regex Links();
}
