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
        var offline = Text(PackOffline.Files(Pack), PackOffline.Page);
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
        PackFileFaults.OfDocument(Altered(PackDocument.Write(Small), "word/document.xml", from, to)),
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
        Assert.NotEmpty(PackFileFaults.OfWorkbook(Altered(XlsxBook.Write(PackBook.Of(Small)), "xl/worksheets/sheet1.xml", "<sheetData>", "<sheetData><data />")));
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
        Assert.Empty(PackFileFaults.OfPage(Text(PackOffline.Files(Pack), PackOffline.Page)));
        Assert.Equal(PackOffline.Form, PackOffline.FormOf(zip.Content));
        Assert.Equal(1, PackOffline.FormOf(Altered(zip.Content, PackOffline.Page, "candour-form", "candour-other")));
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
        PackFileFaults.OfPage(Text(PackOffline.Files(Small), PackOffline.Page).Replace(from, to, StringComparison.Ordinal)),
        fault => fault.Contains(seen, StringComparison.Ordinal));

    [Fact]
    public async Task A_pdf_is_tagged_with_headings_tables_and_texts_for_drawings_and_one_that_is_not_is_seen()
    {
        Assert.SkipWhen(PackPdf.Browser.Length == 0, "There is no Chromium here.");

        var pdf = Encoding.Latin1.GetString(await PackPdf.PrintAsync(PackOffline.Files(Small), CancellationToken.None));

        Assert.Empty(PackFileFaults.OfPdf(pdf));
        Assert.All(
            new[]
            {
                ("%PDF-", "%???-", "no PDF"), ("/Marked true", "/Marked false", "not tagged"), ("/StructTreeRoot", "/Struct", "not tagged"), ("/Lang (en", "/Long (en", "no language"),
                ("/S /H2", "/S /P", "no headings"), ("/S /TH", "/S /TD", "no cell that heads it"), ("/Alt", "/Old", "no text in its place"), ("/S /Figure", "/S /Div", "no drawing"),
            },
            one => Assert.Contains(
                PackFileFaults.OfPdf(pdf.Replace(one.Item1, one.Item2, StringComparison.Ordinal)), fault => fault.Contains(one.Item3, StringComparison.Ordinal)));
    }

    /// <summary>A pack with few things of each kind: quick to write.</summary>
    private Pack Small => Pack with { Exceptions = [.. Pack.Exceptions.Take(2)], Measures = [.. Pack.Measures.Take(3)], Definitions = [.. Pack.Definitions.Take(2)] };

    /// <summary>A file of parts, one of which says something else.</summary>
    private static byte[] Altered(byte[] file, string part, string from, string to)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            Assert.Contains(from, text, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(text.Replace(from, to, StringComparison.Ordinal));
        }

        return stream.ToArray();
    }

    private static string Text(IReadOnlyList<(string Name, byte[] Content)> files, string name) =>
        Encoding.UTF8.GetString(files.Single(file => file.Name == name).Content);
}
