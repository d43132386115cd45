using System.Net;
using System.Text.RegularExpressions;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>
/// The forms whose question stands in the address as it was typed, or as its own link: the page of the address has every field filled in
/// as it was, whatever was typed. Every form that asks is here, among those of <see cref="FilterLinkTests"/>, or named as something else.
/// </summary>
[Collection(nameof(SecuredSite))]
public sealed partial class FormStateTests(SecuredSite site)
{
    private const int Draws = 4;

    /// <summary>What people type, and what they should not be able to break anything with.</summary>
    private static readonly string[] Texts = ["rape", "a01", "2024", "outcome 16", "\"quoted\" & 'more'", "<b>é</b>", "50% + 1", "x=y&z"];

    /// <summary>The file of the page, an address of it, and who opens it.</summary>
    public static readonly TheoryData<string, string, Role> Forms = new()
    {
        { "Search", "/search", Role.HeadquartersAnalyst }, { "Measures", "/measures", Role.HeadquartersAnalyst }, { "Share", "/share", Role.HeadquartersAnalyst },
        { "LearnExercise", "/learn/2", Role.Inspector }, { "Audit", "/audit", Role.SecurityAuditor },
    };

    [Fact]
    public void Every_form_that_asks_is_walked()
    {
        // The first leads to the page of a pack; the other asks about a file, and the journey of a quarter answers it.
        string[] others = ["Packs", "Columns"];
        string[] links = ["Measure", "Compare", "Explain", "Attrition", "Area", "Units", "Quality"];
        Assert.Equal(links.Length, FilterLinkTests.Pages.Count);

        Assert.Equal(
            Directory.EnumerateFiles(Repository.At("src", "Candour", "Pages"), "*.cshtml")
                .Where(file => File.ReadAllText(file).Contains("<form method=\"get\"", StringComparison.Ordinal))
                .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
            Forms.Select(row => row.Data.Item1).Concat(others).Concat(links).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_field_is_filled_in_as_it_was(string page, string address, Role role)
    {
        Assert.NotEmpty(page);
        var random = new Random(20260630);
        var visitor = await site.AsAsync(role);
        var empty = Fields((await visitor.GetAsync(address)).Text);
        Assert.NotEmpty(empty);
        for (var draw = 0; draw < Draws; draw++)
        {
            var typed = empty.ToDictionary(field => field.Name, field => field.Options.Count > 0 ? field.Options[random.Next(field.Options.Count)] : Texts[random.Next(Texts.Length)]);
            var shown = await FollowAsync(visitor, $"{address}?{string.Join('&', typed.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"))}");

            Assert.True(shown.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{shown.Status}");
            Assert.All(Fields(shown.Text).Where(field => field.Name != "ask"), field => Assert.Equal(typed[field.Name], field.Value));
        }
    }

    private static async Task<Answered> FollowAsync(Browsing visitor, string address)
    {
        var answer = await visitor.GetAsync(address);
        return answer.Status == HttpStatusCode.Redirect ? await visitor.GetAsync(answer.Location) : answer;
    }

    /// <summary>Each field of the forms of a page that ask: what it is called, what it holds, and what can be chosen, if that is given.</summary>
    private static List<(string Name, string Value, IReadOnlyList<string> Options)> Fields(string text)
    {
        var fields = new List<(string Name, string Value, IReadOnlyList<string> Options)>();
        foreach (var form in AskingForms().Matches(text).Select(match => match.Value))
        {
            foreach (Match select in Selects().Matches(form))
            {
                var options = Options().Matches(select.Groups[2].Value);
                fields.Add((
                    select.Groups[1].Value,
                    options.Where(option => option.Groups[2].Value.Contains("selected", StringComparison.Ordinal)).Select(option => WebUtility.HtmlDecode(option.Groups[1].Value)).FirstOrDefault(""),
                    [.. options.Select(option => WebUtility.HtmlDecode(option.Groups[1].Value))]));
            }

            var inputs = Inputs().Matches(form).Select(input => Attributes().Matches(input.Value).ToDictionary(one => one.Groups[1].Value, one => WebUtility.HtmlDecode(one.Groups[2].Value))).ToList();
            fields.AddRange(inputs.Where(input => input["type"] != "radio").Select(input =>
                (input["name"], input.GetValueOrDefault("value", ""), (IReadOnlyList<string>)(input["type"] == "hidden" ? [input["value"]] : []))));
            fields.AddRange(inputs.Where(input => input["type"] == "radio").GroupBy(input => input["name"]).Select(radios =>
                (radios.Key, radios.Where(one => one.ContainsKey("checked")).Select(one => one["value"]).FirstOrDefault(""), (IReadOnlyList<string>)[.. radios.Select(one => one["value"])])));
        }

        return fields;
    }

    [GeneratedRegex("<form method=\"get\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex AskingForms();

    [GeneratedRegex("<select[^>]* name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=\"([^\"]*)\"([^>]*)>")]
    private static partial Regex Options();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("([a-z-]+)=\"([^\"]*)\"")]
    private static partial Regex Attributes();
}
