using System.IO.Compression;
using System.Text;
using Candour.Downloads;
using Candour.Packing;
using Candour.Packs;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Candour.Tests.Packs;

/// <summary>The files of a pack of the demonstration: valid, marked up, asking for nothing, and saying what the pack says.</summary>
public sealed class PackFilesTests(DemoWorkspace demo)
{
    private static readonly System.Threading.Lock Making = new();
    private static Pack? made;

    private Pack Pack
    {
        get
        {
            lock (Making)
            {
                return made ??= PackComposing.Compose(PackSource.Of(demo.Room.Snapshot, "crimes", "2025/26-Q4", "", 0)
                    .Match(source => source, refusal => throw new InvalidOperationException(refusal.Sentence)));
            }
        }
    }

    [Fact]
    public void A_pack_points_to_what_stands_out_and_cites_every_figure()
    {
        Assert.Equal(Enum.GetValues<ExceptionKind>(), Pack.Exceptions.Select(one => one.Kind).Distinct());
        Assert.InRange(Pack.FiveThings.Count, 3, 5);
        Assert.Equal(Pack.Exceptions.Count, Pack.Exceptions.Select(one => one.Id).Distinct().Count());
        Assert.True(Pack.Measures.Count > 50);
        Assert.Equal(Pack.Measures.Count, Pack.Definitions.Count);
        var offline = Html(Pack);
        Assert.All(Pack.Measures, one =>
        {
            Assert.Equal(Pack.Snapshot, one.Reading.Reference.Snapshot);
            Assert.Contains(one.Reading.Reference.ToString(), offline, StringComparison.Ordinal);
        });
        Assert.All(Pack.Definitions, one => Assert.True(one.InShort.Count >= 2 && one.InShort[^1] == $"Definition: {one.Measure.Id}, version {one.Measure.Version}"));
        Assert.All(Pack.Exceptions.Where(one => one.Kind != ExceptionKind.FailedCheck), one => Assert.NotEmpty(one.Cites));
        Assert.All(
            Pack.Measures.SelectMany(one => one.Series), one => Assert.True(one.Question.Period.End <= Pack.Subject.Period.End));
    }

    [Fact]
    public void Everything_that_is_said_is_in_the_hash()
    {
        Assert.NotEqual(Pack.Content, (Pack with { FiveThings = [.. Pack.FiveThings.Skip(1)] }).Content);
        Assert.NotEqual(Pack.Content, (Pack with { Checks = [.. Pack.Checks.Skip(1)] }).Content);
        Assert.NotEqual(Pack.Content, (Pack with { Measures = [.. Pack.Measures.Skip(1)] }).Content);
        Assert.NotEqual(Pack.Content, (Pack with { Exceptions = [.. Pack.Exceptions.Skip(1)] }).Content);
        Assert.NotEqual(Pack.Content, (Pack with { Frozen = 2 }).Content);
        Assert.Equal(Pack.Content, (Pack with { Frozen = 0 }).Content);
    }

    [Fact]
    public void The_document_and_the_workbook_are_valid_and_every_table_has_its_row_of_headings()
    {
        var docx = PackDocument.Write(Pack);

        Assert.Empty(PackFileFaults.OfDocument(docx));
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.True(document.MainDocumentPart!.Document!.Body!.Elements<Table>().Count() > 10);
        Assert.Equal(docx, PackDocument.Write(Pack));
        Assert.Empty(PackFileFaults.OfWorkbook(XlsxBook.Write(PackBook.Of(Pack))));
    }

    [Theory]
    [InlineData("<w:tblHeader />", "", "no row of headings")]
    [InlineData("<w:tblCaption w:val=\"What each check found among the rows of the area and period\" />", "", "no caption")]
    [InlineData("<w:tblHeader />", "<w:headed />", "Not valid")]
    [InlineData("w:val=\"Heading1\"", "w:val=\"Normal\"", "no heading")]
    [InlineData("<w:tblHeader /></w:trPr>", "<w:tblHeader /></w:trPr><w:tc><w:p /></w:tc>", "not of one length")]
    public void A_document_with_a_fault_is_seen(string from, string to, string seen) => Assert.Contains(
        PackFileFaults.OfDocument(PackFileFaults.Altered(PackDocument.Write(Small), "word/document.xml", from, to)),
        fault => fault.Contains(seen, StringComparison.Ordinal));

    [Fact]
    public void The_tables_pass_the_rules_of_tables_that_are_taken_away() => Assert.Empty(PackFileFaults.OfSheets(PackBook.Of(Pack).Sheets));

    [Fact]
    public void A_sheet_or_a_workbook_with_a_fault_is_seen()
    {
        var good = new DownloadTable("One", "One", ["A", "B"], [[new DownloadCell.Words("a"), new DownloadCell.Number(1, false)]]);
        Assert.Empty(PackFileFaults.OfSheets([good]));
        Assert.All(
            new[]
            {
                good with { Name = "" }, good with { Name = "a/b" }, good with { Name = new string('x', 32) }, good with { Headings = ["A", "A"] },
                good with { Headings = ["A", ""] }, good with { Headings = ["A"], Rows = [[new DownloadCell.Words("a")]] }, good with { Rows = [] },
                good with { Rows = [[new DownloadCell.Words("a")]] }, good with { Rows = [[new DownloadCell.Words("a"), new DownloadCell.Words("")]] },
                good with { Rows = [[new DownloadCell.Words("a"), new DownloadCell.NoNumber("")]] },
            },
            bad => Assert.Single(PackFileFaults.OfSheets([bad])));
        Assert.Single(PackFileFaults.OfSheets([good, good with { Name = "ONE" }]));
        Assert.NotEmpty(PackFileFaults.OfWorkbook(PackFileFaults.Altered(XlsxBook.Write(PackBook.Of(Small)), "xl/worksheets/sheet1.xml", "<sheetData>", "<sheetData><data />")));
    }

    [Fact]
    public void What_a_short_table_leaves_out_is_in_the_sheet_that_it_names()
    {
        var book = PackBook.Of(Pack);
        var series = book.Tables.Single(table => table.Name == PackBook.Judged);
        var shortened = PackSections.Of(Pack).SelectMany(section => section.Blocks).OfType<PackBlock.Point>().Where(point => point.Whole.Length > 0).ToList();

        Assert.NotEmpty(shortened);
        Assert.All(shortened, point =>
        {
            var measure = point.Of.Cites[0].Measure;
            Assert.Contains($"\"{PackBook.Judged}\"", point.Whole, StringComparison.Ordinal);
            Assert.Equal(point.Of.Chart!.Table.Rows.Count, series.Rows.Count(row => row[1] == new DownloadCell.Words(measure.Id)));
            Assert.Equal(point.Of.Chart.Table.Rows.TakeLast(point.Latest!.Rows.Count), point.Latest.Rows);
            Assert.True(point.Latest.Rows.Count >= point.Of.OfPeriod);
        });
        Assert.All(new[] { "Over time", "By area", "Definitions" }, name => Assert.Contains(book.Tables, table => table.Name == name));
    }

    [Fact]
    public void The_offline_pack_opens_from_the_disk_and_asks_for_nothing()
    {
        var zip = PackFiles.Write(Pack).Single(file => file.Name == PackFiles.Offline);
        using var archive = new ZipArchive(new MemoryStream(zip.Content));

        Assert.Equal([PackOffline.Page, PackOffline.Style], archive.Entries.Take(2).Select(entry => entry.FullName));
        Assert.True(archive.Entries.Count(entry => entry.FullName.EndsWith(".csv", StringComparison.Ordinal)) >= 6);
        Assert.Empty(PackFileFaults.OfPage(Html(Pack)));
        Assert.Equal(PackOffline.Form, PackOffline.FormOf(zip.Content));
        Assert.Equal(1, PackOffline.FormOf(PackFileFaults.Altered(zip.Content, PackOffline.Page, "candour-form", "candour-other")));
    }

    [Theory]
    [InlineData("</main>", "<script></script></main>", "runs a script")]
    [InlineData("</main>", "<img src=\"https://elsewhere.example/x.png\"></main>", "asks for https://elsewhere.example/x.png")]
    [InlineData("</main>", "<a href=\"#nowhere\">x</a></main>", "Nothing is named #nowhere")]
    [InlineData("</main>", "<p id=\"definitions\"></p></main>", "Two things are named definitions")]
    [InlineData("<caption", "<p", "no caption")]
    [InlineData("scope=\"col\"", "", "no headings")]
    [InlineData("<title", "<desc", "no title")]
    public void A_page_with_a_fault_is_seen(string from, string to, string seen) => Assert.Contains(
        PackFileFaults.OfPage(Html(Small).Replace(from, to, StringComparison.Ordinal)),
        fault => fault.Contains(seen, StringComparison.Ordinal));

    [Fact]
    public async Task A_pdf_is_tagged_with_headings_tables_and_texts_for_drawings_and_one_that_is_not_is_seen()
    {
        Assert.SkipWhen(PackPdf.Browser.Length == 0, "There is no Chromium here.");

        var pdf = Encoding.Latin1.GetString((await PackPdf.PrintAsync(PackOffline.Html(Small), CancellationToken.None)).Content);

        Assert.Empty(PackFileFaults.OfPdf(pdf));
        Assert.All(
            new[]
            {
                ("%PDF-", "%???-", "no PDF"), ("/Marked true", "/Marked false", "not tagged"), ("/StructTreeRoot", "/Struct", "not tagged"), ("/Lang (en", "/Long (en", "no language"),
                ("/S /H2", "/S /P", "no headings"), ("/S /TH", "/S /TD", "no cell that heads it"), ("/Alt", "/Old", "no text in its place"), ("/S /Figure", "/S /Div", "no drawing"), ("/MediaBox [0 0 594.9", "/MediaBox [0 0 612.0", "not A4"),
            },
            one => Assert.Contains(
                PackFileFaults.OfPdf(pdf.Replace(one.Item1, one.Item2, StringComparison.Ordinal)), fault => fault.Contains(one.Item3, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Letters_that_would_be_shrunk_on_paper_are_seen()
    {
        Assert.SkipWhen(PackPdf.Browser.Length == 0, "There is no Chromium here.");
        var wide = Html(Small).Replace("</main>", "<p style=\"width: 1200px\">Wider than the paper</p></main>", StringComparison.Ordinal);

        var printed = await PackPdf.PrintAsync(Encoding.UTF8.GetBytes(wide), CancellationToken.None);

        Assert.Contains("shrunk", Assert.Single(PackFileFaults.OfPdf(Encoding.Latin1.GetString(printed.Content))), StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_leaves_out_groups_of_which_no_difference_can_be_told_and_says_where_they_are()
    {
        var groups = Pack.Exceptions.Where(one => one.Kind == ExceptionKind.Disparity).ToList();
        var (page, paper) = (Html(Pack), Encoding.UTF8.GetString(PackOffline.Html(Pack, printed: true)));

        Assert.Equal(groups.Sum(one => one.NotOnPaper.Count), Occurrences(page, "candour-not-on-paper"));
        Assert.Equal(0, Occurrences(paper, "candour-not-on-paper"));
        Assert.Equal(groups.Sum(one => one.NotOnPaper.Count), Occurrences(page, "<tr") - Occurrences(paper, "<tr"));
        Assert.All(groups, one =>
        {
            Assert.Contains(PackWords.OnPaper(one.Chart!.Table.Rows.Count - one.NotOnPaper.Count, one.Chart.Table.Rows.Count), paper, StringComparison.Ordinal);
            Assert.All(one.NotOnPaper, row => Assert.DoesNotContain("more than chance", one.Chart.Table.Rows[row][^1], StringComparison.Ordinal));
        });
        Assert.Equal(Pack.Exceptions.Count(one => one.Chart is not null), Occurrences(page, "candour-chart__narrow"));
        Assert.Equal(0, Occurrences(paper, "candour-chart__narrow"));
    }

    /// <summary>A pack with few things of each kind: quick to write.</summary>
    private Pack Small => Pack with { Exceptions = [.. Pack.Exceptions.GroupBy(one => one.Kind).Select(one => one.First())], Measures = [.. Pack.Measures.Take(3)], Definitions = [.. Pack.Definitions.Take(2)] };

    private static int Occurrences(string text, string what) => text.Split(what).Length - 1;

    private static string Html(Pack pack) => Encoding.UTF8.GetString(PackOffline.Html(pack));
}
