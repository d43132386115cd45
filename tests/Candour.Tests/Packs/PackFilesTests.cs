using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Candour.Downloads;
using Candour.Packing;
using Candour.Packs;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Candour.Tests.Packs;

/// <summary>The files of a pack of the demonstration: valid, marked up, asking for nothing, and saying what the pack says.</summary>
public sealed partial class PackFilesTests(DemoWorkspace demo)
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
    public void The_document_is_valid_and_every_table_has_its_row_of_headings()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(PackDocument.Write(Pack)), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Take(5).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        var tables = body.Elements<Table>().ToList();
        Assert.True(tables.Count > 10);
        Assert.All(tables, table =>
        {
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>());
            Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.GetFirstChild<TableCaption>()!.Val!.Value!);
        });
        Assert.Contains(body.Elements<Paragraph>(), one => one.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1");
        Assert.Equal(PackDocument.Write(Pack), PackDocument.Write(Pack));
        using var book = SpreadsheetDocument.Open(new MemoryStream(XlsxBook.Write(PackBook.Of(Pack))), false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Take(5).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void The_tables_pass_the_rules_of_tables_that_are_taken_away()
    {
        var book = PackBook.Of(Pack);

        Assert.Equal(book.Sheets.Count, book.Sheets.Select(sheet => sheet.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(book.Sheets, sheet =>
        {
            Assert.InRange(sheet.Name.Length, 1, 31);
            Assert.InRange(sheet.Headings.Count, 2, 26);
            Assert.Equal(sheet.Headings.Count, sheet.Headings.Distinct().Count());
            Assert.NotEmpty(sheet.Rows);
            Assert.All(sheet.Rows, row => Assert.True(row.Count == sheet.Headings.Count && !row.Any(cell => cell is DownloadCell.Words { Text: "" })));
        });
    }

    [Fact]
    public void The_offline_pack_opens_from_the_disk_and_asks_for_nothing()
    {
        var zip = PackFiles.Write(Pack).Single(file => file.Name == "pack.zip");
        using var archive = new ZipArchive(new MemoryStream(zip.Content));
        var page = Text(PackOffline.Files(Pack), PackOffline.Page);

        Assert.Equal([PackOffline.Page, PackOffline.Style], archive.Entries.Take(2).Select(entry => entry.FullName));
        Assert.True(archive.Entries.Count(entry => entry.FullName.EndsWith(".csv", StringComparison.Ordinal)) >= 6);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([PackOffline.Style], Asked().Matches(page).Select(match => match.Groups[1].Value).Where(link => link[0] != '#').Distinct());
        var ids = Id().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Empty(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(Asked().Matches(page).Select(match => match.Groups[1].Value).Where(link => link[0] == '#'), link => Assert.Contains(link[1..], ids));
        Assert.DoesNotContain("<table class=\"govuk-table govuk-table--small-text-until-tablet\"><thead", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_is_tagged_with_headings_tables_and_texts_for_drawings()
    {
        Assert.SkipWhen(PackPdf.Browser.Length == 0, "There is no Chromium here.");
        var small = Pack with { Exceptions = [.. Pack.Exceptions.Take(2)], Measures = [.. Pack.Measures.Take(3)], Definitions = [.. Pack.Definitions.Take(2)] };

        var pdf = Encoding.Latin1.GetString(await PackPdf.PrintAsync(PackOffline.Files(small), CancellationToken.None));

        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo", pdf, StringComparison.Ordinal);
        Assert.Contains("/Marked true", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("/S /TH", pdf, StringComparison.Ordinal);
        Assert.Contains("/S /Figure", pdf, StringComparison.Ordinal);
        Assert.Contains("/Alt", pdf, StringComparison.Ordinal);
    }

    private static string Text(IReadOnlyList<(string Name, byte[] Content)> files, string name) =>
        Encoding.UTF8.GetString(files.Single(file => file.Name == name).Content);

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();
}
