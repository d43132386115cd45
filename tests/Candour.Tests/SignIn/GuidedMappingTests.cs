using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>A source that no mapping knows: its sender says once what its columns and codes mean, and nobody is asked again.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class GuidedMappingTests(SecuredSite site)
{
    private const string Planted = "Wilhelmina Unnamed";

    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task What_is_said_once_reads_the_next_file_without_a_question()
    {
        var (sender, person) = await SenderAsync();
        var address = await SendAsync(sender, "april.csv", Export("23/04/2008"));
        Assert.Contains($"{address}/columns", (await sender.GetAsync(address)).Text, StringComparison.Ordinal);

        var which = await sender.GetAsync($"{address}/columns");
        Assert.Equal("case-extract", Chosen(which.Text)["dataset"]);

        var asked = Chosen((await sender.GetAsync($"{address}/columns?dataset=case-extract")).Text);
        Assert.Equal(
            ("column:0", "column:1", "column:2", "column:3", "column:4", "column:5", "", ""),
            (asked["field-case"], asked["field-unit"], asked["field-offence"], asked["field-report_date"], asked["field-outcome"],
                asked["field-victim_sex"], asked["field-area"], asked["field-victim"]));

        asked["dataset"] = "case-extract";
        asked["title"] = "Crime system, monthly export";
        var refused = await sender.PostAsync($"{address}/columns", asked, $"{address}/columns?dataset=case-extract");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("is filled by no column", refused.Text, StringComparison.Ordinal);

        asked["field-area"] = "always:A01";
        var codes = await sender.PostAsync($"{address}/columns", asked, $"{address}/columns?dataset=case-extract");
        Assert.Equal(HttpStatusCode.OK, codes.Status);
        Assert.Contains("Charged - Summonsed", codes.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, codes.Text, StringComparison.Ordinal);

        asked["codes"] = "said";
        asked["code-outcome-0"] = "01";
        var read = await sender.PostAsync($"{address}/columns", asked, $"{address}/columns?dataset=case-extract");
        Assert.True(address == read.Location, Problem(read.Text));
        var page = await ReadAsync(sender, address);
        Assert.Contains("3 rows, 3 to be taken, 0 not", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("own-crime-system-monthly-export", site.Store.KeptMappings().Keys);

        var taken = await sender.PostAsync($"{address}?handler=Submit", Nothing, address);

        Assert.StartsWith("/receipts/", taken.Location, StringComparison.Ordinal);
        Assert.Contains("own-crime-system-monthly-export", site.Store.KeptMappings().Keys);
        Assert.Equal("keep mapping", site.Store.Trail(long.MaxValue, person, "keep mapping", 1).Single().Entry.Act);
        Assert.DoesNotContain(Planted, site.Store.KeptMappings()["own-crime-system-monthly-export"], StringComparison.Ordinal);

        var (colleague, _) = await SenderAsync();
        var next = await SendAsync(colleague, "may.csv", Export("23/05/2008"));
        Assert.Contains("3 rows, 3 to be taken, 0 not", (await ReadAsync(colleague, next)).Text, StringComparison.Ordinal);
        Assert.StartsWith("/receipts/", (await colleague.PostAsync($"{next}?handler=Submit", Nothing, next)).Location, StringComparison.Ordinal);

        var twice = await SendAsync(sender, "other.csv", Encoding.UTF8.GetBytes("Case No,Day,Kind\nC1,U11,19C\nC2,U11,19C\n"));
        asked["field-case"] = "column:0";
        asked["field-unit"] = "always:U11";
        asked["field-offence"] = "column:2";
        asked["field-report_date"] = "column:1";
        asked["field-outcome"] = asked["field-victim_sex"] = "";
        var same = await sender.PostAsync($"{twice}/columns", asked, $"{twice}/columns?dataset=case-extract");
        Assert.Contains("There is a source called", Problem(same.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_kept_with_the_source_and_can_be_forgotten()
    {
        var (sender, _) = await SenderAsync();
        var address = await SendAsync(sender, "ambiguous.csv", Export("03/04/2009", "Disposal"));
        var asked = Chosen((await sender.GetAsync($"{address}/columns?dataset=case-extract")).Text);
        asked["dataset"] = "case-extract";
        asked["title"] = "Ambiguous system";
        asked["field-area"] = "always:A01";
        asked["codes"] = "said";
        asked["code-outcome-0"] = "01";
        var read = await sender.PostAsync($"{address}/columns", asked, $"{address}/columns?dataset=case-extract");
        Assert.True(address == read.Location, Problem(read.Text));
        Assert.Contains("can be read with the day first or with the month first", (await ReadAsync(sender, address)).Text, StringComparison.Ordinal);
        await sender.PostAsync($"{address}?handler=Answer", new Dictionary<string, string> { ["answer-dates"] = "month-day-year" }, address);
        Assert.Contains("3 to be taken", (await ReadAsync(sender, address)).Text, StringComparison.Ordinal);
        Assert.StartsWith("/receipts/", (await sender.PostAsync($"{address}?handler=Submit", Nothing, address)).Location, StringComparison.Ordinal);

        var next = (await sender.SendFileAsync("/submit", "next.csv", Export("03/05/2009", "Disposal"), "own-ambiguous-system")).Location;
        var page = await ReadAsync(sender, next);
        Assert.Contains("dates month-day-year", page.Text, StringComparison.Ordinal);
        Assert.Contains("March 2009", page.Text, StringComparison.Ordinal);

        await sender.PostAsync($"{next}?handler=AskAgain", Nothing, next);

        Assert.Contains("can be read with the day first or with the month first", (await ReadAsync(sender, next)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_rows_these_are_is_not_the_sender_s_to_say()
    {
        var (sender, _) = await SenderAsync();
        var address = await SendAsync(sender, "foreign.csv", Export("23/04/2007", "Resolution"));
        var asked = Chosen((await sender.GetAsync($"{address}/columns?dataset=case-extract")).Text);
        asked["dataset"] = "case-extract";
        asked["title"] = "Foreign system";
        asked["agency"] = "another-agency";
        asked["field-area"] = "always:A01";
        asked["codes"] = "said";

        var refused = await sender.PostAsync($"{address}/columns", asked, $"{address}/columns?dataset=case-extract");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("You may not submit rows of this kind for", refused.Text, StringComparison.Ordinal);
    }

    /// <summary>An export in another tool's names and codes, with a column that names people.</summary>
    private static byte[] Export(string day, string outcome = "Result") => Encoding.UTF8.GetBytes(
        $"Crime Ref;Team;Offence;Reported On;{outcome};Gender;Victim Name\n"
        + string.Concat(Enumerable.Range(1, 3).Select(n => $"CR10000{n}{day[^1]}{day[4]};U11;19C;{day};Charged - Summonsed;F;{Planted}\n")));

    private static async Task<string> SendAsync(Browsing browsing, string name, byte[] content)
    {
        var sent = await browsing.SendFileAsync("/submit", name, content, "");
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        await ReadAsync(browsing, sent.Location);
        return sent.Location;
    }

    private static async Task<Answered> ReadAsync(Browsing browsing, string address)
    {
        var page = await browsing.GetAsync(address);
        for (var tries = 0; tries < 30 && page.Text.Contains("It is being read", StringComparison.Ordinal); tries++)
        {
            page = await browsing.GetAsync(address);
        }

        return page;
    }

    /// <summary>What a form says when nobody has touched it.</summary>
    private static Dictionary<string, string> Chosen(string page) => Select().Matches(page).ToDictionary(
        match => match.Groups[1].Value,
        match => Selected().Match(match.Groups[2].Value) is { Success: true } one ? one.Groups[1].Value : "", StringComparer.Ordinal);

    /// <summary>The sentence of a page that refuses.</summary>
    private static string Problem(string page) => page[Math.Max(0, page.IndexOf("govuk-error-summary", StringComparison.Ordinal))..];

    private Task<(Browsing Browsing, string Person)> SenderAsync() =>
        site.NewAsync(Role.ForceAnalyst, "case-extract", "case-extract-areas", "A01");

    [GeneratedRegex("<select [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Selected();
}
