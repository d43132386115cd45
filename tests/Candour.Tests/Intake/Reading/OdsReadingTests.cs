using System.IO.Compression;
using System.Text;

namespace Candour.Tests.Intake.Reading;

/// <summary>Open-document spreadsheets: what is written once for many, what is typed, what is hidden, and what is refused.</summary>
public sealed class OdsReadingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("<table:table-row>C:a C:b</table:table-row>", "S:; 1=a|b")]
    [InlineData("<table:table-row>C:a<table:table-cell table:number-columns-repeated=\"2\"/>C:b</table:table-row>", "S:; 1=a|||b")]
    [InlineData("<table:table-row>C:a<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>", "S:; 1=a")]
    [InlineData("<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row><table:table-row>C:z</table:table-row>", "S:; 1000001=z")]
    [InlineData("<table:table-row table:number-rows-repeated=\"3\">C:a</table:table-row>", "S:; 1=a; 2=a; 3=a")]
    [InlineData("<table:table-row table:number-rows-repeated=\"5000\">C:a</table:table-row>", "CompressionRatio")]
    [InlineData("<table:table-row><table:table-cell table:number-columns-repeated=\"5000\" office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>", "CompressionRatio")]
    [InlineData("<table:table-row table:visibility=\"filter\">C:a</table:table-row>", "S:; 1=a; HIDDEN_ROWS 1")]
    [InlineData("<table:table-row>C:a<table:covered-table-cell/>C:b</table:table-row>", "S:; 1=a|Merged|b")]
    [InlineData("<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2024-02-29\"><text:p>29/02/24</text:p></table:table-cell></table:table-row>", "S:; 1=Date 2024-02-29")]
    [InlineData("<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2023-02-29\"/></table:table-row>", "S:; 1=NoDate 2023-02-29")]
    [InlineData("<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-31T23:59:59\"/></table:table-row>", "S:; 1=DateAndTime 2024-03-31T23:59:59")]
    [InlineData("<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1.0000000012E+11\"/></table:table-row>", "S:; 1=Number 100000000120")]
    [InlineData("<table:table-row><table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/></table:table-row>", "S:; 1=TrueOrFalse true")]
    [InlineData("<table:table-row><table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"/></table:table-row>", "S:; 1=Formula 2")]
    [InlineData("<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell></table:table-row>", "S:; 1=a  b\nc")]
    [InlineData("<table:table-row>C:a", "WorkbookDamaged")]
    public void A_sheet_is_read_as_it_was_meant(string rows, string said) => Assert.Equal(said, WorkbookTables.Of(Write(Sheet("S", rows))));

    [Fact]
    public void A_sheet_that_people_do_not_see_says_so() => Assert.Equal(
        "S:; 1=a; T (hidden):; 1=b",
        WorkbookTables.Of(Write(
            "<office:automatic-styles><style:style style:name=\"h\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>",
            Sheet("S", "<table:table-row>C:a</table:table-row>") + Sheet("T", "<table:table-row>C:b</table:table-row>", " table:style-name=\"h\""),
            manifest: "")));

    [Fact]
    public void An_encrypted_one_is_refused() => Assert.Equal(
        "EncryptedWorkbook",
        WorkbookTables.Of(Write("", Sheet("S", ""), "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>")));

    [Fact]
    public void One_that_names_entities_is_refused() => Assert.Equal(
        "XmlDtd", WorkbookTables.Of(Write(Sheet("S", "<table:table-row>C:&amp;x;</table:table-row>"), "<!DOCTYPE x [<!ENTITY x \"y\">]>")));

    public void Dispose() => folder.Dispose();

    private static string Sheet(string name, string rows, string more = "") => $"<table:table table:name=\"{name}\"{more}>{rows}</table:table>";

    private string Write(string sheets, string before = "") => Write("", sheets, "", before);

    private string Write(string styles, string sheets, string manifest = "", string before = "")
    {
        var text = System.Text.RegularExpressions.Regex.Replace(
            sheets, "C:([a-z&;]+) ?", "<table:table-cell office:value-type=\"string\"><text:p>$1</text:p></table:table-cell>");
        var path = folder.At("book.ods");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        Part("content.xml", $"{before}<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\">{styles}<office:body><office:spreadsheet>{text}</office:spreadsheet></office:body></office:document-content>");
        Part("META-INF/manifest.xml", $"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">{manifest}</manifest:manifest>");
        return path;

        void Part(string name, string content)
        {
            using var part = zip.CreateEntry(name).Open();
            part.Write(Encoding.UTF8.GetBytes(content));
        }
    }
}
