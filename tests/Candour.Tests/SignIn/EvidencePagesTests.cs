using System.Net;
using System.Text;
using Candour.Access;
using Candour.SignIn;
using Candour.Store;

namespace Candour.Tests.SignIn;

/// <summary>A document from the form to its erasure: opened by class, place and purpose, and by nobody else.</summary>
[Collection(nameof(SecuredSite))]
public sealed class EvidencePagesTests(SecuredSite site)
{
    private const string Reason = "The file is compared with its rows";
    private const string Place = "constabulary/synthetic-nation:f01";

    [Fact]
    public async Task A_restricted_document_opens_under_a_purpose_and_its_redacted_version_for_the_place()
    {
        var (analyst, _) = await site.NewAsync(Role.UnitAnalyst, SecuredSite.Agency, "synthetic-nation", "f01");
        var (head, _) = await site.NewAsync(Role.UnitHead, SecuredSite.Agency, "synthetic-nation", "f01");
        var (elsewhere, _) = await site.NewAsync(Role.UnitHead, SecuredSite.Agency, "synthetic-nation", "f20");
        var (opener, person) = await site.NewAsync(Role.UnitAnalyst, SecuredSite.Agency, "synthetic-nation", "f01");
        var content = "A note that is about one case <b>\n"u8.ToArray();

        var put = await PutAsync(analyst, content, ("title", "Restricted note & more"), ("place", Place), ("class", "Restricted"), ("purpose", Reason), ("keep", "7"));
        Assert.Equal(HttpStatusCode.Redirect, put.Status);
        var page = put.Location;
        Assert.Equal("/evidence/" + Candour.Kernel.ContentHash.Of(content), page);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(analyst, content, ("title", "The same once more"), ("place", Place), ("class", "Internal"), ("keep", "7"))).Status);

        // Nobody opens it by role alone; whoever reads its place knows of it, and elsewhere it does not exist.
        foreach (var (who, knows) in new[] { (analyst, true), (head, true), (elsewhere, false) })
        {
            Assert.Equal(knows ? HttpStatusCode.OK : HttpStatusCode.BadRequest, (await who.GetAsync(page)).Status);
            Assert.Equal(knows, (await who.GetAsync("/evidence")).Text.Contains(page, StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.BadRequest, (await who.GetAsync(page + "/original")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await who.PostAsync(page + "/original", Fields(("reason", Reason)), "/sign-in")).Status);
        }

        Assert.Equal((await elsewhere.GetAsync("/evidence/" + Candour.Kernel.ContentHash.Of("x"))).Status, (await elsewhere.GetAsync(page)).Status);
        Assert.Contains("Restricted note &amp; more", (await head.GetAsync(page)).Text, StringComparison.Ordinal);

        // Under a purpose: with a reason, which is in the trail, as a file to save.
        var now = site.Clock.GetUtcNow();
        site.Store.GivePurpose(
            new PurposeRecord(
                $"evidence-{Secret.NewId()}", nameof(PurposeKind.AuditSample), person, SecuredSite.IdOf(Role.AreaLead), "crimes", "synthetic-nation", "f01", "", Reason,
                now.AddDays(-1), now.AddDays(1), 10, 0),
            [],
            new AuditEntry(now, SecuredSite.IdOf(Role.AreaLead), "assign purpose", person, "f01", "test"));
        Assert.Equal(HttpStatusCode.BadRequest, (await opener.GetAsync(page + "/original")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await opener.PostAsync(page + "/original", Fields(("reason", "short")), page)).Status);
        var opened = await opener.PostAsync(page + "/original", Fields(("reason", Reason)), page);
        Assert.Equal((HttpStatusCode.OK, Encoding.UTF8.GetString(content)), (opened.Status, opened.Text));
        Assert.StartsWith("attachment; filename=restricted-note-and-more-", opened.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-store", "text/plain; charset=utf-8"), (opened.Headers["X-Content-Type-Options"], opened.Headers["Cache-Control"], opened.Headers["Content-Type"]));
        var told = Assert.Single(site.Store.Trail(long.MaxValue, person, "open evidence", 5)).Entry;
        Assert.Equal((page["/evidence/".Length..], Reason), (told.Subject, told.Reason));

        // Redacted: for whoever reads figures of the place, without a purpose.
        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.SendFileAsync(page + "/redact", "/evidence/add", "x.txt", "another"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await head.SendFileAsync(page + "/redact", page + "/redact", "x.txt", "A note\n"u8.ToArray())).Status);
        Assert.Equal("A note\n", (await head.GetAsync(page + "/redacted")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.GetAsync(page + "/redacted")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await head.GetAsync(page + "/anything")).Status);

        // Erased, with a reason, by whoever decides there; the reference says so, and the bytes do not come back.
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync(page + "/erase")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.PostAsync(page + "/erase", Fields(("reason", Reason)), "/sign-in")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await head.PostAsync(page + "/erase", Fields(("reason", "")), page + "/erase")).Status);
        Assert.Equal("/evidence", (await head.PostAsync(page + "/erase", Fields(("reason", Reason)), page + "/erase")).Location);
        Assert.Contains("was erased on", (await head.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("was erased on", (await elsewhere.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page, (await head.GetAsync("/evidence")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await head.GetAsync(page + "/redacted")).Status);
        Assert.Contains("is not put back", (await PutAsync(analyst, content, ("title", "Restricted note again"), ("place", Place), ("class", "Internal"), ("keep", "7"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internal_document_is_for_its_place_and_its_redacted_version_for_everybody_who_reads_figures()
    {
        var lead = await site.AsAsync(Role.AreaLead);
        var inspector = await site.AsAsync(Role.Inspector);
        var force = await site.AsAsync(Role.ForceAnalyst);
        var page = (await PutAsync(lead, "An internal note\n"u8.ToArray(), ("title", "Internal note"), ("place", "constabulary/synthetic-nation:a01"), ("class", "Internal"), ("keep", "2099-01-01"))).Location;

        Assert.Equal("An internal note\n", (await inspector.GetAsync(page + "/original")).Text);
        Assert.Contains(site.Store.Trail(long.MaxValue, SecuredSite.IdOf(Role.Inspector), "read", 5), one => one.Entry.Subject == page + "/original");
        Assert.Equal(HttpStatusCode.NotFound, (await inspector.GetAsync("/evidence/add")).Status);

        // One force of the area does not cover all of the area.
        Assert.Equal(HttpStatusCode.BadRequest, (await force.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.SendFileAsync(page + "/redact", page + "/redact", "x.txt", "Nothing internal\n"u8.ToArray())).Status);
        Assert.Equal("Nothing internal\n", (await force.GetAsync(page + "/redacted")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await force.GetAsync(page + "/original")).Status);
    }

    [Fact]
    public async Task What_is_said_wrongly_is_refused_in_words_and_nothing_is_kept()
    {
        var analyst = await site.AsAsync(Role.UnitAnalyst);
        var before = site.Store.Evidence().Count;
        var note = "A note that is not kept\n"u8.ToArray();
        foreach (var (content, title, place, kind, says) in new[]
        {
            (note, "Note about jane@example.org", Place, "Internal", "names nobody"),
            (note, "A fitting title", "constabulary/synthetic-nation:f20", "Internal", "not yours to do"),
            (note, "A fitting title", "constabulary/*", "Internal", "not yours to do"),
            (note, "A fitting title", Place, "Secret", "Say who may open it"),
            ("<html><script>"u8.ToArray(), "A fitting title", Place, "Internal", "of no kind that is kept"),
            ([], "A fitting title", Place, "Internal", "empty or larger than 20 MB"),
            (new byte[(20 * 1024 * 1024) + 1], "A fitting title", Place, "Internal", "empty or larger than 20 MB"),
        })
        {
            var answer = await PutAsync(analyst, content, ("title", title), ("place", place), ("class", kind), ("keep", "7"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains(says, WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
        }

        Assert.Equal(before, site.Store.Evidence().Count);
        Assert.DoesNotContain("constabulary/synthetic-nation:f20\"", (await analyst.GetAsync("/evidence/add")).Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);

    private static Task<Answered> PutAsync(Browsing who, byte[] content, params (string Name, string Value)[] fields) =>
        who.SendFileAsync("/evidence/add", "/evidence/add", "Jane Example.pdf", content, fields);
}
