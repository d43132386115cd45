using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Candour.Access;
using Candour.Web;

namespace Candour.Tests.SignIn;

/// <summary>The read interface says what the pages say to the same person, and its description says what it serves.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class ReadApiTests(SecuredSite site)
{
    [Fact]
    public async Task Is_described_endpoint_by_endpoint_in_the_description_and_in_the_document()
    {
        var served = Doors.Of(site.Web).Select(one => "/" + one.Endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        using var described = JsonDocument.Parse((await new Browsing(site.Address).GetAsync("/api/openapi.json")).Text);
        var document = Addresses().Matches(File.ReadAllText(Repository.At("docs", "api.md"))).Select(match => match.Groups[1].Value);

        Assert.NotEmpty(served);
        Assert.Equal(served.Select(path => path.Replace("{**", "{", StringComparison.Ordinal)), described.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal(served, document.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answers_have_the_keys_of_their_schema_and_no_other()
    {
        var whole = await site.AsAsync(Role.HeadquartersAnalyst);
        using var described = JsonDocument.Parse((await whole.GetAsync("/api/openapi.json")).Text);
        foreach (var path in described.RootElement.GetProperty("paths").EnumerateObject())
        {
            var address = site.Named(path.Name.Replace("{id}", "rape-crimes-recorded", StringComparison.Ordinal).Replace("{field}", "offence", StringComparison.Ordinal)
                .Replace("{reference}", "{own-reference}", StringComparison.Ordinal));
            using var answer = JsonDocument.Parse((await whole.GetAsync(address + "?dataset=crimes&area=f01")).Text);
            var schema = path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            var isList = schema.TryGetProperty("items", out var items);
            Assert.Equal(isList, answer.RootElement.ValueKind == JsonValueKind.Array);
            var named = described.RootElement.GetProperty("components").GetProperty("schemas").GetProperty((isList ? items : schema).GetProperty("$ref").GetString()!.Split('/')[^1]);
            foreach (var one in isList ? answer.RootElement.EnumerateArray().ToList() : [answer.RootElement])
            {
                var keys = one.EnumerateObject().Select(key => key.Name).ToHashSet();
                Assert.Subset(named.GetProperty("properties").EnumerateObject().Select(key => key.Name).ToHashSet(), keys);
                Assert.Subset(keys, named.GetProperty("required").EnumerateArray().Select(key => key.GetString()!).ToHashSet());
            }
        }
    }

    [Fact]
    public async Task Withholds_what_a_page_withholds_and_tells_no_count_of_it()
    {
        var force = await site.AsAsync(Role.ForceAnalyst);
        using var series = JsonDocument.Parse((await force.GetAsync("/api/v1/measures/rape-charged-share-recorded/series?dataset=crimes&area=f01")).Text);
        var withheld = series.RootElement.EnumerateArray().Where(one => one.GetProperty("state").GetString() == "suppressed").ToList();

        Assert.NotEmpty(withheld);
        Assert.All(withheld, one => Assert.Equal(JsonValueKind.Null, one.GetProperty("numerator").ValueKind));
        Assert.All(withheld, one => Assert.Equal(JsonValueKind.Null, one.GetProperty("denominator").ValueKind));
        Assert.All(withheld, one => Assert.False(one.TryGetProperty("value", out _)));
        Assert.All(series.RootElement.EnumerateArray(), one => Assert.Equal(JsonValueKind.Null, one.GetProperty("missing").ValueKind));

        using var areas = JsonDocument.Parse((await force.GetAsync("/api/v1/measures/rape-crimes-recorded/areas?dataset=crimes")).Text);
        Assert.All(
            areas.RootElement.EnumerateArray().Where(one => one.GetProperty("area").GetString() != "f01"),
            one => Assert.Equal("notRecorded", one.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Says_the_same_number_as_the_page_of_the_figure()
    {
        var force = await site.AsAsync(Role.ForceAnalyst);
        using var figure = JsonDocument.Parse((await force.GetAsync("/api/v1/measures/rape-crimes-recorded/figure?dataset=crimes&area=f01")).Text);
        var page = await force.GetAsync($"/figures/{figure.RootElement.GetProperty("reference").GetString()}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(">" + Candour.Readings.NumberText.Count(figure.RootElement.GetProperty("value").GetInt64()) + "<", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_told_so_in_JSON()
    {
        var answer = await new Browsing(site.Address).GetAsync("/api/v1/measures");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("{\"refusal\":", answer.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| `GET (/api/v1/[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Addresses();
}
