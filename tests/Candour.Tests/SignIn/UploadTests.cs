using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Candour.Access;
using Candour.Kernel;
using Candour.Tests.Intake;
using Candour.Tests.Intake.Fuzzing;
using Candour.Uploading;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Tests.SignIn;

/// <summary>Submitting by the browser: checked first, seen before it is taken, for one's own places only, and on no disk.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class UploadTests(SecuredSite site)
{
    private static readonly string Corpus = Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput");

    private static readonly string Good = File.ReadAllText(Path.Combine(Corpus, "000-good.csv"));

    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task Every_file_of_the_corpus_answers_as_its_index_says()
    {
        var (sender, _) = await SenderAsync();
        var wrong = new List<string>();
        foreach (var file in BadInputTests.Files.Select(row => row.Data))
        {
            var expected = BadInputTests.Expected(file);
            var (page, address) = await SendAsync(sender, file, await File.ReadAllBytesAsync(Path.Combine(Corpus, file)));

            var got = Verdict(page.Text);
            if (got != expected["verdict"] || (got is "ROWS" or "ACCEPT_WARN" && !page.Text.Contains(expected["code"], StringComparison.Ordinal)))
            {
                wrong.Add($"{file}: {got}, expected {expected["verdict"]} {expected["code"]}");
            }

            if (address.Length > 0)
            {
                await sender.PostAsync($"{address}?handler=Cancel", Nothing, address);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_file_is_seen_then_taken_and_its_receipt_stays()
    {
        var (sender, person) = await SenderAsync();
        var before = site.Store.Known().Count;
        var (page, address) = await SendAsync(sender, "good.csv", OfYear(2011));
        Assert.Equal("ACCEPT", Verdict(page.Text));
        Assert.Contains("It takes the place of nothing", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, site.Store.Known().Count);

        var taken = await sender.PostAsync($"{address}?handler=Submit", Nothing, address);

        Assert.StartsWith("/receipts/", taken.Location, StringComparison.Ordinal);
        var receipt = await sender.GetAsync(taken.Location);
        Assert.Contains("in force", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, site.Store.Known().Count);
        Assert.Equal("submit", site.Store.Trail(long.MaxValue, person, "submit", 1).Single().Entry.Act);
        Assert.Contains(taken.Location, (await sender.GetAsync("/submit")).Text, StringComparison.Ordinal);
        var (other, _) = await SenderAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(taken.Location)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);

        var (again, _) = await SendAsync(sender, "good-again.csv", OfYear(2011));
        Assert.Contains("the very same rows are in force already", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_take_the_place_of_another_says_what_would_change()
    {
        var (sender, _) = await SenderAsync();
        var (_, first) = await SendAsync(sender, "good.csv", OfYear(2012));
        await sender.PostAsync($"{first}?handler=Submit", Nothing, first);
        var lines = Encoding.UTF8.GetString(OfYear(2012)).TrimEnd().Split('\n').ToList();
        lines[1] = lines[1].Replace("C000101", "C999101", StringComparison.Ordinal);
        lines.RemoveAt(2);

        var (page, address) = await SendAsync(sender, "corrected.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        Assert.Contains("It takes the place of good.csv", page.Text, StringComparison.Ordinal);
        var rows = NumberCell().Matches(page.Text[page.Text.IndexOf("changes-caption\">", StringComparison.Ordinal)..])
            .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Chunk(4).ToList();
        Assert.Equal((1, 0, 2), (rows.Sum(row => row[0]), rows.Sum(row => row[1]), rows.Sum(row => row[2])));

        var taken = await sender.PostAsync($"{address}?handler=Submit", Nothing, address);

        Assert.StartsWith("/receipts/", taken.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_source_nobody_named_is_found_by_its_columns()
    {
        var (sender, _) = await SenderAsync();

        var sent = await sender.SendFileAsync("/submit", "good.csv", OfYear(2017), "");

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal("ACCEPT", Verdict((await ReadAsync(sender, sent.Location)).Text));
    }

    [Fact]
    public async Task A_question_is_answered_and_the_file_is_read_so()
    {
        var (sender, _) = await SenderAsync();
        var (page, address) = await SendAsync(
            sender, "dates.csv", await File.ReadAllBytesAsync(Path.Combine(Corpus, "019-ambiguous-dates.csv")));
        Assert.Equal("NEEDS_DECISION", Verdict(page.Text));

        var answered = await sender.PostAsync(
            $"{address}?handler=Answer", new Dictionary<string, string> { ["answer-dates"] = "day-month-year" }, address);

        Assert.Equal(HttpStatusCode.Redirect, answered.Status);
        Assert.NotEqual("NEEDS_DECISION", Verdict((await ReadAsync(sender, address)).Text));
        var refused = await sender.PostAsync(
            $"{address}?handler=Answer", new Dictionary<string, string> { ["answer-dates"] = "backwards" }, address);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Rows_of_another_area_are_refused_and_the_trail_says_so()
    {
        var (stranger, person) = await site.NewAsync(Role.ForceAnalyst, "case-extract", "case-extract-areas", "A02");
        var (page, _) = await SendAsync(stranger, "good.csv", OfYear(2013));

        Assert.Contains("rows of an area that you may not submit", page.Text, StringComparison.Ordinal);
        Assert.Equal("submission refused", site.Store.Trail(long.MaxValue, person, "submission refused", 1).Single().Entry.Act);

        var (elsewhere, _) = await site.NewAsync(Role.ForceAnalyst, "another-agency", "case-extract-areas", "A01");
        var (other, _) = await SendAsync(elsewhere, "good.csv", OfYear(2013));
        Assert.Equal("REFUSE", Verdict(other.Text));
    }

    [Fact]
    public async Task A_part_never_takes_the_place_of_the_whole()
    {
        var (whole, _) = await site.NewAsync(Role.DataSteward, "case-extract");
        var everywhere = Encoding.UTF8.GetString(OfYear(2014)).TrimEnd().Split('\n');
        var area = everywhere.Select(line => line.Replace("A01", "A02", StringComparison.Ordinal).Replace("U1", "U2", StringComparison.Ordinal));
        var (_, first) = await SendAsync(whole, "whole.csv", Encoding.UTF8.GetBytes(string.Join('\n', area) + "\n"));
        var taken = await whole.PostAsync($"{first}?handler=Submit", Nothing, first);
        Assert.StartsWith("/receipts/", taken.Location, StringComparison.Ordinal);

        var (part, _) = await SenderAsync();
        var (page, _) = await SendAsync(part, "part.csv", OfYear(2014));

        Assert.Contains("would take the place of, rows of an agency or area that you may not submit", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_cancelled_is_gone_and_nothing_personal_was_on_a_disk()
    {
        var (sender, _) = await SenderAsync();
        var name = "Wilhelmina Planted";
        var lines = Encoding.UTF8.GetString(OfYear(2015)).TrimEnd().ReplaceLineEndings("\n").Split('\n');
        var text = string.Join('\n', lines.Select((line, index) => $"{line},{(index == 0 ? "victim_name" : name)}")) + "\n";
        var (page, address) = await SendAsync(sender, "named.csv", Encoding.UTF8.GetBytes(text));
        Assert.DoesNotContain(name, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, (await sender.GetAsync($"{address}?handler=Errors")).Text, StringComparison.Ordinal);

        await sender.PostAsync($"{address}?handler=Cancel", Nothing, address);

        Assert.Equal(HttpStatusCode.NotFound, (await sender.GetAsync(address)).Status);
        Assert.DoesNotContain(
            Directory.EnumerateDirectories("/dev/shm", $"candour-*-{Environment.ProcessId}-*")
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)),
            file => Holds(file, name));
        Assert.DoesNotContain(
            new[] { site.At("workspace"), site.At("keys") }.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                // A pipe of another program has no length, and reading it would never end.
                .Concat(Directory.EnumerateFiles(Path.GetTempPath()).Where(file => new FileInfo(file).Length > 0)),
            file => Holds(file, name));
    }

    [Theory]
    [InlineData(".csv", 1)]
    [InlineData(".csv.gz", 2)]
    [InlineData(".xlsx", 3)]
    [InlineData(".ods", 4)]
    [InlineData(".xls", 5)]
    [InlineData(".parquet", 6)]
    public async Task What_is_planted_in_a_column_is_on_no_page_and_on_no_disk(string ending, int month)
    {
        var (sender, _) = await SenderAsync();
        var right = Planted.RightRow($"1986-{month:00}");
        var bytes = CaseTable.InEveryWay(Planted.Rows(right).Prepend(right)).Single(way => way.Ending == ending).Bytes;
        var (page, address) = await SendAsync(sender, $"planted{ending}", bytes);
        Assert.Contains("69 rows, 1 to be taken, 68 not", page.Text, StringComparison.Ordinal);
        var returned = await sender.GetAsync($"{address}?handler=Errors");
        var taken = await sender.PostAsync($"{address}?handler=Submit", Nothing, address);
        Assert.StartsWith("/receipts/", taken.Location, StringComparison.Ordinal);
        var receipt = await sender.GetAsync(taken.Location);

        // The file that is returned is the sender's own, with their own cells in it; nothing else is.
        Assert.Equal(HttpStatusCode.OK, returned.Status);
        Assert.All([page.Text, receipt.Text, (await sender.GetAsync("/submit")).Text], text => Assert.Equal("", Planted.FoundIn(text)));
        Assert.All(
            new[] { site.At("workspace"), site.At("keys") }.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Concat(Directory.EnumerateDirectories("/dev/shm", $"candour-*-{Environment.ProcessId}-*")
                    .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))),
            file => Assert.Equal("", Planted.FoundIn(File.ReadAllBytes(file))));
    }

    [Fact]
    public async Task No_more_than_a_few_files_wait_for_one_person()
    {
        var (sender, _) = await SenderAsync();
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await sender.SendFileAsync("/submit", $"{i}.csv", OfYear(2016), "case-extract")).Status);
        }

        var fifth = await sender.SendFileAsync("/submit", "5.csv", OfYear(2016), "case-extract");

        Assert.Equal(HttpStatusCode.BadRequest, fifth.Status);
        Assert.Contains("several files waiting already", fifth.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_when_a_server_stops_waits_at_the_next()
    {
        var (_, person) = await SenderAsync();
        var workspace = site.Web.Services.GetRequiredService<Candour.Store.Workspace>();
        var viewer = Viewer.On(
            DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime), person, person, site.Store.AssignmentsOf(person).Select(Candour.SignIn.Assignments.Of));
        string id, forgotten;
        using (var before = new Uploads(workspace, Repository.Catalogue, site.Clock))
        {
            id = await BeginAsync(before, "good.csv");
            forgotten = await BeginAsync(before, "other.csv");
            before.Cancel(viewer, forgotten);
        }

        using var after = new Uploads(workspace, Repository.Catalogue, site.Clock);
        await after.StartAsync(TestContext.Current.CancellationToken);
        var found = Must(after.Find(viewer, id));
        await Uploads.WaitAMomentAsync(found, TestContext.Current.CancellationToken);
        Assert.True(found.Stage is UploadStage.Checked, (found.Stage as UploadStage.Refused)?.Refusal.Sentence);
        Assert.Equal("good.csv", found.File.ShortName);
        Assert.IsType<Result<Upload>.Refused>(after.Find(viewer, forgotten));

        // Nobody takes what a server that runs has waiting, and what is over is forgotten.
        using var beside = new Uploads(workspace, Repository.Catalogue, site.Clock);
        await beside.StartAsync(TestContext.Current.CancellationToken);
        Assert.IsType<Result<Upload>.Refused>(beside.Find(viewer, id));
        after.Dispose();
        using var late = new Uploads(workspace, Repository.Catalogue, new LateClock(site.Clock));
        await late.StartAsync(TestContext.Current.CancellationToken);
        Assert.IsType<Result<Upload>.Refused>(late.Find(viewer, id));
        Assert.DoesNotContain(
            Directory.EnumerateFiles("/dev/shm", "upload.json", SearchOption.AllDirectories), file => Holds(file, id));

        async Task<string> BeginAsync(Uploads uploads, string name)
        {
            using var content = new MemoryStream(OfYear(2010));
            return Must(await uploads.BeginAsync(viewer, name, content, "case-extract", TestContext.Current.CancellationToken)).Id;
        }

        static Upload Must(Result<Upload> result) => result.Match(upload => upload, refusal => throw new InvalidOperationException(refusal.Sentence));
    }

    [Theory]
    [InlineData(0, 100, 10, "")]
    [InlineData(50, 100, 1, "")]
    [InlineData(100, 100, 10, "")]
    [InlineData(50, 100, 5, "a few seconds left")]
    [InlineData(10, 100, 5, "about 50 seconds left")]
    [InlineData(10, 110, 6, "about a minute left")]
    [InlineData(1, 100, 10, "about 17 minutes left")]
    public void Time_left_is_said_when_it_can_be(long done, long of, int seconds, string expected) =>
        Assert.Equal(expected, TimeLeft.InWords(done, of, TimeSpan.FromSeconds(seconds)));

    private sealed class LateClock(TimeProvider other) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => other.GetUtcNow().AddHours(2);
    }

    private static bool Holds(string file, string text)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[] OfYear(int year) => Encoding.UTF8.GetBytes(Year().Replace(Good, $"{year}-").Replace("02-29", "02-28", StringComparison.Ordinal));

    private static string Verdict(string page) =>
        page.Contains("and nothing was found", StringComparison.Ordinal) ? "ACCEPT"
        : page.Contains("there are warnings to read", StringComparison.Ordinal) ? "ACCEPT_WARN"
        : page.Contains("The good rows can be taken", StringComparison.Ordinal) ? "ROWS"
        : page.Contains("can be read in more than one way", StringComparison.Ordinal) ? "NEEDS_DECISION" : "REFUSE";

    /// <summary>Sends a file and follows to its page; the address is empty when it was refused at once.</summary>
    private static async Task<(Answered Page, string Address)> SendAsync(Browsing browsing, string name, byte[] content)
    {
        var sent = await browsing.SendFileAsync("/submit", name, content, "case-extract");
        return sent.Status == HttpStatusCode.Redirect ? (await ReadAsync(browsing, sent.Location), sent.Location) : (sent, "");
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

    private Task<(Browsing Browsing, string Person)> SenderAsync() =>
        site.NewAsync(Role.ForceAnalyst, "case-extract", "case-extract-areas", "A01");

    [GeneratedRegex("govuk-table__cell--numeric\">([0-9,]+)<")]
    private static partial Regex NumberCell();

    [GeneratedRegex("20[0-9]{2}-")]
    private static partial Regex Year();
}
