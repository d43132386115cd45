using System.Net;
using System.Text.RegularExpressions;
using Candour.Access;
using Candour.Store.Requests;

namespace Candour.Tests.SignIn;

/// <summary>A request from the log to its answer: what is available is suggested, linked, and shown to each as they may see it.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class RequestPagesTests(SecuredSite site)
{
    [Fact]
    public async Task What_is_available_is_suggested_and_answers_the_request_for_whoever_may_open_it()
    {
        var manager = await site.AsAsync(Role.AreaPerformanceManager);
        var inspector = await site.AsAsync(Role.Inspector);
        Assert.Equal(HttpStatusCode.BadRequest, (await LogAsync(manager, "What became of jane@example.org in the end?")).Status);
        var logged = await LogAsync(manager, "How many rape crimes were recorded in Ashmarrow? <b>");
        Assert.Equal(HttpStatusCode.Redirect, logged.Status);
        var (answer, page) = (logged.Location, logged.Location[..^"/answer".Length]);

        // Figures of its own area are suggested, as references that the answer names.
        var suggested = (await manager.GetAsync(answer)).Text;
        Assert.Contains("recorded in Ashmarrow? &lt;b&gt;", suggested, StringComparison.Ordinal);
        var reference = WebUtility.HtmlDecode(References().Matches(suggested).Select(match => match.Groups[1].Value)
            .First(value => value.StartsWith("rape-crimes-recorded@", StringComparison.Ordinal) && value.Contains(":a01/", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, (await inspector.GetAsync(answer)).Status);

        Assert.Contains("names 1 to 10 things", (await PostAsync(manager, answer, ("act", "available"))).Text, StringComparison.Ordinal);
        Assert.Contains("is no permanent reference", (await PostAsync(manager, answer, ("act", "available"), ("more", "evidence/0000"))).Text, StringComparison.Ordinal);
        Assert.Equal(page, (await PostAsync(manager, answer, ("act", "available"), ("reference", reference), ("note", "By month on the page"))).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(manager, answer, ("act", "decline"), ("reason", "It is answered already"))).Status);

        var shown = (await inspector.GetAsync(page)).Text;
        Assert.Contains("Already available as", shown, StringComparison.Ordinal);
        Assert.Contains("By month on the page", shown, StringComparison.Ordinal);
        Assert.Contains($"href=\"/figures/{reference}\"", WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        var csv = (await inspector.GetAsync("/requests/download/csv")).Text;
        Assert.Contains(reference, csv, StringComparison.Ordinal);
        Assert.Contains("press", csv, StringComparison.Ordinal);
        Assert.Contains(
            site.Store.Trail(long.MaxValue, SecuredSite.IdOf(Role.AreaPerformanceManager), "answer request", 5), one => one.Entry.Subject == page.Replace("/requests/", "request ", StringComparison.Ordinal));

        // Withdrawn: the words are gone, here and in the file.
        Assert.Equal(page, (await PostAsync(manager, answer, ("act", "withdraw"), ("reason", "Its words should not be kept"))).Location);
        Assert.DoesNotContain("Ashmarrow?", (await inspector.GetAsync(page)).Text + (await inspector.GetAsync("/requests")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_saved_for_a_request_and_shows_each_what_they_may_see()
    {
        var manager = await site.AsAsync(Role.AreaPerformanceManager);
        var force = await site.AsAsync(Role.ForceAnalyst);
        var publisher = await site.AsAsync(Role.HeadquartersPublisher);
        var logged = await LogAsync(manager, "How many were recorded in the first force?");
        var reference = site.Named("{own-reference}");
        Assert.Contains("Give the permanent reference", (await PostAsync(manager, logged.Location, ("act", "save"), ("title", "Recorded, first force"), ("target", "/people"), ("pin", "latest"))).Text, StringComparison.Ordinal);
        var page = (await PostAsync(manager, logged.Location, ("act", "save"), ("title", "Recorded, first force"), ("target", reference), ("pin", "pinned"))).Location;
        var question = Question().Match((await manager.GetAsync(page)).Text).Value;
        Assert.NotEmpty(question);
        Assert.Equal(RequestState.Saved, site.Store.Requests()[0].State);

        Assert.Contains("candour-figure__", (await force.GetAsync(question)).Text, StringComparison.Ordinal);
        Assert.Contains("Recorded, first force", (await publisher.GetAsync("/questions")).Text, StringComparison.Ordinal);

        // Elsewhere the same link shows that there is nothing to see.
        var other = (await PostAsync(await site.AsAsync(Role.HeadquartersAnalyst), "/questions/save", ("title", "Recorded, another force"), ("target", site.Named("{other-reference}")), ("pin", "latest"))).Location;
        Assert.Contains(Candour.Readings.Seeing.Seen.NothingToSee, (await force.GetAsync(other)).Text, StringComparison.Ordinal);

        // A page with what was chosen in it; and a question that is withdrawn says so.
        var saved = (await PostAsync(force, "/questions/save", ("title", "Attrition as it is"), ("target", "/attrition?path=crimes"), ("pin", "latest"))).Location;
        Assert.Matches("href=\"/attrition\\?view=[A-Za-z0-9_-]+\"", (await force.GetAsync(saved)).Text);
        Assert.Equal(saved, (await PostAsync(force, saved)).Location);
        Assert.Contains("was withdrawn", (await publisher.GetAsync(saved)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(saved, (await publisher.GetAsync("/questions")).Text, StringComparison.Ordinal);
        Assert.Contains("Save this as a question", (await force.GetAsync("/figures/" + reference)).Text, StringComparison.Ordinal);
    }

    private Task<Answered> LogAsync(Browsing who, string words) =>
        PostAsync(who, "/requests/log", ("asker", "Press"), ("words", words), ("due", site.Clock.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", null)));

    private static Task<Answered> PostAsync(Browsing who, string path, params (string Name, string Value)[] fields) =>
        who.PostAsync(path, fields.ToDictionary(field => field.Name, field => field.Value), "/sign-in");

    [GeneratedRegex("name=\"reference\" value=\"([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex("/questions/[A-Za-z0-9_-]+(?=\">Recorded)")]
    private static partial Regex Question();
}
