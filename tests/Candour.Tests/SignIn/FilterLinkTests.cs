using System.Net;
using System.Text.RegularExpressions;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>Whatever is chosen in a form of filters stands in the link that it gets, and is chosen again on the page of that link.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class FilterLinkTests(SecuredSite site)
{
    private const int Draws = 3;

    /// <summary>Some choices are refused, such as an earlier period that is the later one; others are drawn in their place.</summary>
    private const int Most = 40;

    /// <summary>Every page with a form that asks.</summary>
    public static TheoryData<string> Pages =>
    [
        "/measures/rape-charged-share-recorded?dataset=crimes", "/compare/rape-charged-share-recorded?dataset=crimes", "/explain/rape-charged-share-recorded?dataset=crimes",
        "/attrition", "/areas/synthetic-nation/a01", "/areas/synthetic-nation/a01/units", "/quality/crimes",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_choice_comes_back(string page)
    {
        var random = new Random(20260630);
        var whole = await site.AsAsync(Role.HeadquartersAnalyst);
        var first = await whole.GetAsync(page);
        var (path, form) = (page.Split('?')[0], Form(first.Text));
        Assert.NotEmpty(form);
        var kept = 0;
        for (var draw = 0; draw < Most && kept < Draws; draw++)
        {
            var chosen = form.Select(select => (select.Name, Value: select.Options[random.Next(select.Options.Count)])).ToList();
            var asked = string.Join('&', chosen.Where(one => one.Value.Length > 0).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}").Concat(Hidden(first.Text)));
            var link = (await whole.GetAsync($"{path}?{asked}")).Location;
            Assert.Matches("^/[^?]+(\\?view=[A-Za-z0-9_-]+)?$", link);
            Assert.Equal(link, (await whole.GetAsync($"{path}?{asked}")).Location);

            var shown = await whole.GetAsync(link);
            if (shown.Status == HttpStatusCode.BadRequest)
            {
                Assert.Contains("govuk-heading", shown.Text, StringComparison.Ordinal);
                continue;
            }

            kept++;
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            var again = Form(shown.Text).Select(select => (select.Name, Value: select.Chosen)).ToList();
            Assert.All(chosen.Where(one => one.Value.Length > 0), one => Assert.Contains(one, again));

            // Whoever writes the question by hand reads the same page, figure for figure.
            var written = await whole.GetAsync($"{path}?{asked.Replace("ask=1", "", StringComparison.Ordinal).Trim('&')}");
            Assert.Equal(Between(shown.Text), Between(written.Text));
        }

        Assert.True(kept == Draws, $"Most draws of {page} were refused.");
    }

    /// <summary>What a page says between its menu and its foot.</summary>
    private static string Between(string text) => text[text.IndexOf("<main", StringComparison.Ordinal)..text.IndexOf("</main>", StringComparison.Ordinal)];

    private static List<(string Name, string Chosen, IReadOnlyList<string> Options)> Form(string text) =>
    [
        .. Forms().Matches(text).Where(form => form.Value.Contains("name=\"ask\"", StringComparison.Ordinal))
            .SelectMany(form => Selects().Matches(form.Value)).Select(select =>
            {
                var options = Options().Matches(select.Groups[2].Value);
                return (
                    select.Groups[1].Value,
                    options.Where(option => option.Groups[2].Value.Contains("selected", StringComparison.Ordinal)).Select(option => WebUtility.HtmlDecode(option.Groups[1].Value)).FirstOrDefault(""),
                    (IReadOnlyList<string>)[.. options.Select(option => WebUtility.HtmlDecode(option.Groups[1].Value))]);
            }),
    ];

    private static IEnumerable<string> Hidden(string text) =>
        Forms().Matches(text).Where(form => form.Value.Contains("name=\"ask\"", StringComparison.Ordinal)).SelectMany(form => HiddenFields().Matches(form.Value))
            .Select(field => $"{field.Groups[1].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(field.Groups[2].Value))}");

    [GeneratedRegex("<form method=\"get\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<select[^>]* name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=\"([^\"]*)\"([^>]*)>")]
    private static partial Regex Options();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenFields();
}
