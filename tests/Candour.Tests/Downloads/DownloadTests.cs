using System.IO.Compression;
using System.Xml.Linq;
using Candour.Downloads;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Candour.Tests.Downloads;

/// <summary>Tables that are taken away: the numbers of the page, of the right kind, in sheets that everybody can read.</summary>
public sealed class DownloadTests(DemoWorkspace demo)
{
    private static readonly XNamespace Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private static readonly DownloadBook Small = new(
        "A title", [("Measure", "A measure")], [("[suppressed]", "Withheld")],
        [
            new DownloadTable("First", "The first", ["Area", "Code", "Value"],
            [
                [new DownloadCell.Words("=1+1"), new DownloadCell.Words("0012"), new DownloadCell.Number(0.25, true)],
                [new DownloadCell.Words("A, \"B\""), new DownloadCell.Words("1E5"), new DownloadCell.NoNumber("[suppressed]")],
                [new DownloadCell.Words("C & <D>"), new DownloadCell.Words("-"), new DownloadCell.Number(40220, false)],
            ]),
        ]);

    [Fact]
    public void Every_number_of_the_readings_is_in_the_book_with_its_kind()
    {
        var reading = Read("rape-charged-share-recorded");

        var book = MeasureBook.Of(demo.Room, reading);

        var trend = demo.Room.Trend(reading.Measure, reading.Question);
        Assert.Equal(["Over time", "Areas"], book.Tables.Take(2).Select(table => table.Name));
        Assert.Equal(trend.Count, book.Tables[0].Rows.Count);
        foreach (var (row, one) in book.Tables[0].Rows.Zip(trend))
        {
            Assert.Equal(DownloadCell.Of(one.Figure, FigureKind.Share, known => known.Value), row[2]);
            Assert.Equal(new DownloadCell.Number((double)one.Denominator, false), row[6]);
        }

        Assert.Equal(demo.Room.Compare(reading.Measure, reading.Question).Select(one => one.Question.Area.Title), book.Tables[1].Rows.Select(row => ((DownloadCell.Words)row[0]).Text));
        Assert.All(book.Sheets, Accessible);
        Assert.Equal(book.Sheets.Count, book.Sheets.Select(sheet => sheet.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(["Cover", "Contents", "Notes"], book.Sheets.Take(3).Select(sheet => sheet.Name));

        // Every word in square brackets is explained.
        var explained = book.Notes.Select(note => note.Label).ToHashSet();
        Assert.All(book.Tables.SelectMany(table => table.Rows).SelectMany(row => row).OfType<DownloadCell.NoNumber>(), cell => Assert.Contains(cell.Symbol, explained));
    }

    [Fact]
    public void An_interval_without_an_end_is_a_word_that_the_notes_explain_and_never_a_number()
    {
        var open = new Figure.Known(50, 40, double.PositiveInfinity);

        Assert.Equal(new DownloadCell.Number(50, false), DownloadCell.Of(open, FigureKind.Days, known => known.Value));
        Assert.Equal(new DownloadCell.NoNumber("[beyond the data]"), DownloadCell.Of(open, FigureKind.Days, known => known.Upper));
        Assert.Contains(MeasureBook.Of(demo.Room, Read("rape-charged-share-recorded")).Notes, note => note.Label == "[beyond the data]");
    }

    /// <summary>One row of headings that are unique, no blank cell, no row with more or fewer cells.</summary>
    private static void Accessible(DownloadTable sheet)
    {
        Assert.InRange(sheet.Name.Length, 1, 31);
        Assert.DoesNotContain(sheet.Name, sign => "[]:*?/\\".Contains(sign, StringComparison.Ordinal));
        Assert.Equal(sheet.Headings.Count, sheet.Headings.Distinct().Count());
        Assert.InRange(sheet.Headings.Count, 2, 26);
        Assert.NotEmpty(sheet.Rows);
        Assert.All(sheet.Rows, row =>
        {
            Assert.Equal(sheet.Headings.Count, row.Count);
            Assert.DoesNotContain(row, cell => cell is DownloadCell.Words { Text: "" });
            Assert.DoesNotContain(row, cell => cell is DownloadCell.Number { Value: var value } && !double.IsFinite(value));
        });
    }

    [Fact]
    public void A_workbook_is_valid_marked_up_and_without_a_formula()
    {
        var bytes = XlsxBook.Write(MeasureBook.Of(demo.Room, Read("rape-charged-share-recorded")));

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal("Candour", document.PackageProperties.Creator);
        Assert.All(document.WorkbookPart!.WorksheetParts, sheet =>
        {
            var table = Assert.Single(sheet.TableDefinitionParts).Table!;
            Assert.Matches("^[A-Za-z_][A-Za-z0-9_]*$", table.DisplayName!.Value);
            Assert.StartsWith("A1:", table.Reference!.Value, StringComparison.Ordinal);
            Assert.Equal(
                sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().First().Select(cell => cell.InnerText),
                table.TableColumns!.Elements<DocumentFormat.OpenXml.Spreadsheet.TableColumn>().Select(column => column.Name!.Value));
            Assert.Empty(sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
            Assert.Empty(sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.MergeCell>());
        });
    }

    [Fact]
    public void Numbers_are_numbers_and_names_are_text_in_both_spreadsheets()
    {
        var sheet = Part(XlsxBook.Write(Small), "xl/worksheets/sheet4.xml");
        var cells = sheet.Descendants(Sheets + "c").ToDictionary(cell => (string)cell.Attribute("r")!);
        Assert.Equal(("0.25", false), ((string)cells["C2"].Element(Sheets + "v")!, cells["C2"].Attribute("t") is not null));
        Assert.Equal("40220", (string)cells["C4"].Element(Sheets + "v")!);
        Assert.Equal(("inlineStr", "0012"), ((string)cells["B2"].Attribute("t")!, cells["B2"].Value));
        Assert.Equal(("inlineStr", "=1+1"), ((string)cells["A2"].Attribute("t")!, cells["A2"].Value));
        Assert.Equal("[suppressed]", cells["C3"].Value);

        var content = Part(OdsBook.Write(Small), "content.xml");
        var last = content.Descendants(Table + "table").Last();
        Assert.Equal("First", (string)last.Attribute(Table + "name")!);
        Assert.Equal(
            ["string", "string", "string", "string", "string", "percentage", "string", "string", "string", "string", "string", "float"],
            last.Descendants(Table + "table-cell").Select(cell => (string)cell.Attribute(Office + "value-type")!));
        Assert.Equal(["0.25", "40220"], last.Descendants(Table + "table-cell").Attributes(Office + "value").Select(value => value.Value));
        Assert.Contains("C & <D>", last.Value, StringComparison.Ordinal);

        using var zip = new ZipArchive(new MemoryStream(OdsBook.Write(Small)));
        Assert.Equal("mimetype", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries[0].Length, zip.Entries[0].CompressedLength);
        Assert.Equal(OdsBook.Write(Small), OdsBook.Write(Small));
        Assert.Equal(XlsxBook.Write(Small), XlsxBook.Write(Small));
    }

    [Fact]
    public void Commas_quotes_and_what_looks_like_a_formula_are_safe_in_a_csv()
    {
        var text = System.Text.Encoding.UTF8.GetString(CsvBook.Write(Small));

        Assert.Equal(
            "\uFEFFTable,Row,Code,Value\r\nThe first,'=1+1,0012,0.25\r\nThe first,\"A, \"\"B\"\"\",1E5,[suppressed]\r\nThe first,C & <D>,'-,40220\r\n", text);
    }

    private static XElement Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry(name)!.Open();
        return XElement.Load(part);
    }

    private Reading Read(string measure) => demo.Room.Read(measure, Asked.Everything with { Dataset = "crimes" })
        .Match(reading => reading, refusal => throw new InvalidOperationException(refusal.Sentence));
}
