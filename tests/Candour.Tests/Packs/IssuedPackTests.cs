using Candour.CommandLine;
using Candour.CommandLine.Packs;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Packing;
using Candour.Packs;
using Candour.Store.Keeping;
using Candour.Store.Packs;
using Candour.Tests.Freezing;
using static Candour.Tests.Freezing.SmallNation;

namespace Candour.Tests.Packs;

/// <summary>From a frozen quarter to its pack: made again it is the same, and what was sent stays whatever comes later.</summary>
public sealed class IssuedPackTests : IDisposable
{
    private static readonly Period Quarter = Period.FinancialQuarter(2025, 1);
    private static readonly DateTimeOffset Now = new(2025, 9, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly SmallNation nation = new();

    [Fact]
    public async Task A_pack_is_the_same_again_and_what_was_sent_survives_late_rows_and_a_restatement()
    {
        var rows = Rows(40);
        await nation.SubmitAsync(Quarter, rows, Now, "sender");
        await nation.ComputeAsync(Now);
        Assert.IsType<PackIsAPreview>(No(await IssueAsync(Compose())));
        Freeze();

        var pack = Compose();
        Assert.Equal(pack.Content, Compose().Content);
        var sent = Ok(await IssueAsync(pack));
        Assert.IsType<IssuedBefore>(No(await IssueAsync(Compose())));
        var files = Ok(PackVerb.ReadFiles(Open(), sent)).ToDictionary(file => file.Name, file => file.Content);
        Assert.Equal(["pack.docx", "pack.ods", "pack.xlsx", "pack.zip"], files.Keys.Where(name => name != PackFiles.Pdf).Order());
        Assert.All(PackFiles.Write(pack), file => Assert.Equal(file.Content, files[file.Name]));

        // A late row: an adjustment with its effect, and the same pack as before.
        await nation.SubmitAsync(Quarter, [.. rows, Case(99, "f1", new(2025, 5, 1), "charged")], Now, "sender");
        await nation.ComputeAsync(Now);
        Assert.Equal(pack.Content, Compose().Content);
        var late = Assert.Single(nation.Workspace.Store.AdjustmentsOf("cases", Quarter));
        Assert.Contains(nation.Workspace.Store.EffectsOf(late.Id), effect => effect is { Area: "small", Measure: "cases-recorded", Before: "40", After: "41" });

        // Restated: another pack now, and the sent one as it was.
        Ok(await new Adjusting(nation.Workspace, nation.Open()).DecideAsync(late.Id, true, new Doing("second", Now, "A reason that is long enough"), CancellationToken.None));
        Assert.NotEqual(pack.Content, Compose().Content);
        Assert.Equal(2, Compose().Frozen);
        Assert.NotNull(PackIssuing.RestatedSince(nation.Workspace.Store, sent));
        Assert.Equal(files["pack.docx"], Ok(PackVerb.ReadFiles(Open(), sent)).Single(file => file.Name == "pack.docx").Content);

        var again = Ok(await Reproduction.MakeAsync(nation.Workspace, nation.Catalogue, sent.Snapshot, nation.At("again"), CancellationToken.None));
        Assert.Contains("says the same, and so do 4 of its files", Ok(ReproducedPack.Of(Open(), sent, again.Again)), StringComparison.Ordinal);
        Assert.IsType<PackNotReproduced>(No(ReproducedPack.Of(Open(), sent with { Id = ContentHash.Of("x") }, again.Again)));
        Assert.IsType<PackNotReproduced>(No(ReproducedPack.Of(Open(), sent with { Sentences = [Sentence("signal:other", "It was not there")] }, again.Again)));
    }

    [Fact]
    public async Task Files_of_an_earlier_form_are_said_to_be_so_and_are_not_compared_but_what_the_pack_says_is()
    {
        await nation.SubmitAsync(Quarter, Rows(40), Now, "sender");
        await nation.ComputeAsync(Now);
        Freeze();
        var pack = Compose();
        var written = PackFiles.Write(pack).ToDictionary(file => file.Name);
        var now = $"name=\"candour-form\" content=\"{PackOffline.Form}\"";

        // As an earlier version of the program sent it: another layout of the page and of the document.
        var sent = Send(pack, [
            written[PackFiles.Offline] with { Content = PackFileFaults.Altered(written[PackFiles.Offline].Content, PackOffline.Page, now, "name=\"candour-form\" content=\"2\"") },
            written["pack.docx"] with { Content = PackFileFaults.Altered(written["pack.docx"].Content, "word/document.xml", "<w:tblHeader />", "") },
        ]);
        var again = Ok(await Reproduction.MakeAsync(nation.Workspace, nation.Catalogue, sent.Snapshot, nation.At("again"), CancellationToken.None));

        Assert.Equal(
            $"{PackIssuing.ReferenceOf(sent)} says the same; its files were sent in form 2, which this version of the program no longer writes "
            + $"(it writes form {PackOffline.Form}), so that they are not compared",
            Ok(ReproducedPack.Of(Open(), sent, again.Again)));
        Assert.IsType<PackNotReproduced>(No(ReproducedPack.Of(Open(), sent with { Sentences = [Sentence("signal:other", "It was not there")] }, again.Again)));

        // The same document beside a page of the present form is an altered one.
        nation.Workspace.Store.Say(Sentence("signal:gone", "The unit was closed for a month"), Entry("comment on pack"));
        var other = Compose();
        var altered = Send(other, [.. PackFiles.Write(other).Select(file => file.Name != "pack.docx" ? file
            : file with { Content = PackFileFaults.Altered(file.Content, "word/document.xml", "<w:tblHeader />", "") })]);
        Assert.Contains("pack.docx", No(ReproducedPack.Of(Open(), altered, again.Again)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_stands_as_unevidenced_where_it_belongs_and_is_only_withdrawn()
    {
        await nation.SubmitAsync(Quarter, Rows(40), Now, "sender");
        await nation.ComputeAsync(Now);
        Freeze();
        var bare = Compose();
        var sentence = Sentence("signal:gone", "The unit was closed for a month");
        nation.Workspace.Store.Say(sentence, Entry("comment on pack"));

        var said = Compose();
        Assert.NotEqual(bare.Content, said.Content);
        Assert.Equal([sentence], said.Unplaced);
        Assert.Contains("Cause (unevidenced, 1 September 2025): The unit was closed for a month", Html(said), StringComparison.Ordinal);
        Ok(nation.Workspace.Store.WithdrawSentence(sentence.Id, "cases", Quarter, "small", Entry("withdraw comment")));
        Assert.IsType<NoSuchSentence>(No(nation.Workspace.Store.WithdrawSentence(sentence.Id, "cases", Quarter, "small", Entry("withdraw comment"))));
        Assert.Equal(bare.Content, Compose().Content);
    }

    [Fact]
    public async Task The_pack_of_an_area_withholds_small_numbers_and_shows_nothing_of_others()
    {
        await nation.SubmitAsync(Quarter, [.. Rows(40), Case(90, "f3", new(2025, 5, 1), "open")], Now, "sender");
        await nation.ComputeAsync(Now);
        Freeze();

        var (whole, area) = (Compose(), Compose("a1"));
        var share = area.Measures.Single(one => one.Measure.Id == "charged-share").Reading;
        Assert.Equal(("a1", PackAudience.Area), (share.Question.Area.Id, area.Subject.Audience));
        Assert.All(area.Measures, one => Assert.Empty(one.Areas));
        Assert.All(whole.Measures, one => Assert.Equal(["a1", "a2"], one.Areas.Select(reading => reading.Question.Area.Id)));
        Assert.DoesNotContain("Second area", Html(area), StringComparison.Ordinal);

        await nation.SubmitAsync(Period.FinancialQuarter(2025, 2), [.. Enumerable.Range(200, 3).Select(number => Case(number, "f1", new(2025, 8, 1), "charged"))], Now, "sender");
        await nation.ComputeAsync(Now);
        var few = PackComposing.Compose(Ok(PackSource.Of(nation.Open(), "cases", "2025/26-Q2", "a1", 0)));
        Assert.All(few.Measures, one => Assert.IsType<Figure.Suppressed>(one.Reading.Figure));
        var all = PackComposing.Compose(Ok(PackSource.Of(nation.Open(), "cases", "2025/26-Q2", "", 0)));
        Assert.All(all.Measures, one => Assert.IsNotType<Figure.Suppressed>(one.Reading.Figure));
        Assert.IsType<NotAPackArea>(No(PackSource.Of(nation.Open(), "cases", "2025/26-Q2", "f1", 0)));
        Assert.IsType<NothingInPeriod>(No(PackSource.Of(nation.Open(), "cases", "2030/31-Q2", "", 0)));
    }

    [Fact]
    public void A_reference_reads_back_and_nothing_else_is_one()
    {
        var reference = new PackReference("cases", Quarter, "small", "a1", ContentHash.Of("x"));

        Assert.True(PackReference.TryParse(reference.ToString(), out var read));
        Assert.Equal(reference, read);
        Assert.False(PackReference.TryParse(reference.ToString()[..^1], out _));
        Assert.False(PackReference.TryParse("packs/cases/2025_26-Q1/small/" + ContentHash.Of("x"), out _));
        Assert.False(PackReference.IsMeant("rape-crimes-recorded@1/m1"));
    }

    public void Dispose() => nation.Dispose();

    private static IReadOnlyList<Candour.Intake.Mapped.MappedRow> Rows(int count) =>
    [
        .. Enumerable.Range(1, count).Select(number => Case(
            number, Forces[number % 4], new DateOnly(2025, 4, 1).AddDays(number * 2), Outcomes[number % 3], 1 + (number % 17))),
    ];

    private static PackSentence Sentence(string about, string text) => new(
        Candour.SignIn.Secret.NewId(), "cases", Quarter, "small", "small", about, SentenceKind.Cause, text, "lead", Now);

    private static Candour.Store.AuditEntry Entry(string act) => new(Now, "lead", act, "cases", "small", "");

    private static string Html(Pack pack) =>
        System.Text.Encoding.UTF8.GetString(PackOffline.Html(pack));

    private OpenWorkspace Open() => new(nation.Workspace, nation.Catalogue);

    private Pack Compose(string area = "") => PackIssuing.WithCommentary(
        nation.Workspace.Store, PackComposing.Compose(Ok(PackSource.Open(nation.Workspace, nation.Room(), "cases", "2025/26-Q1", area))));

    private async Task<Result<IssuedPack>> IssueAsync(Pack pack) =>
        (await PackIssuing.IssueAsync(nation.Workspace, pack, "lead", Now, "For the quarterly review", CancellationToken.None)).Then<IssuedPack>(issued => issued.Pack);

    private IssuedPack Send(Pack pack, IReadOnlyList<PackFile> files) => Ok(nation.Workspace.Store.Issue(
        new IssuedPack(
            pack.Content, "cases", Quarter, "small", "small", pack.Snapshot, pack.Frozen, [.. pack.Unplaced], "lead", Now, "For the quarterly review",
            [.. files.Select(file => new IssuedFile(file.Name, file.Media, Ok(new KeptFiles(nation.Workspace).Seal(file.Content, Now))))]),
        Entry("issue pack")));

    private void Freeze()
    {
        var (close, doing) = (new PeriodClose(nation.Workspace, nation.Open()), new Doing("steward", Now, "A reason that is long enough"));
        Ok(close.Validate(nation.Dataset, Quarter, doing));
        Ok(close.Agree(nation.Dataset, Quarter, doing));
        Ok(close.Freeze(nation.Dataset, Quarter, doing));
    }
}
