using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Candour.Journeys.Tests;

/// <summary>What was planted in the synthetic nation is seen where docs/planted.md says, all of it.</summary>
public sealed partial class PlantedTests(RealBrowser browser)
{
    private static IReadOnlyList<(string Id, string Address, string Words)> Rows { get; } =
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(CandourSite.Checkout, "docs", "planted.md")))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)),
    ];

    [Fact]
    public void Every_planted_thing_has_a_row_and_every_row_a_planted_thing()
    {
        using var key = JsonDocument.Parse(File.ReadAllText(browser.Site.AnswerKey));

        Assert.Equal(
            key.RootElement.GetProperty("planted").EnumerateArray().Select(plant => plant.GetProperty("id").GetString()!).Order(StringComparer.Ordinal),
            Rows.Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_page_holds_the_words()
    {
        using var client = new HttpClient { BaseAddress = browser.Site.Address };
        var wrong = new List<string>();
        foreach (var page in Rows.GroupBy(row => row.Address))
        {
            using var answer = await client.GetAsync(new Uri(page.Key, UriKind.Relative));
            var text = Text(await answer.Content.ReadAsStringAsync());
            wrong.AddRange(page.Where(row => answer.StatusCode != HttpStatusCode.OK || !text.Contains(row.Words, StringComparison.Ordinal))
                .Select(row => $"{row.Id}: {(int)answer.StatusCode} {row.Address} does not say '{row.Words}'"));
        }

        Assert.Empty(wrong);
    }

    /// <summary>What a reader reads: no drawing, and one blank between words.</summary>
    private static string Text(string page) =>
        Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(Drawings().Replace(page, " "), " ")), " ");

    [GeneratedRegex(@"^\| ([a-z0-9-]+) \| [^|]* \| (/[^ |]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
