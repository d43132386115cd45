using System.IO.Compression;
using System.Text;
using Candour.Evidencing;
using Candour.Kernel;

namespace Candour.Tests.Evidencing;

/// <summary>The kind of a document is found in its content; what runs something, is locked, or could be shown as a page is refused.</summary>
public sealed class EvidenceKindTests
{
    [Theory]
    [InlineData("%PDF-1.7\n…", "pdf")]
    [InlineData("A note about the sample.\nIts second line.", "txt")]
    [InlineData("\uFEFFarea,cases\nNorth,12\n", "csv")]
    [InlineData("PAR1 columns PAR1", "parquet")]
    public void What_is_kept_is_known_by_its_content(string content, string kind) => Assert.Equal(kind, Found(Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("\uFEFF \n<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<?xml version='1.0'?><a/>")]
    [InlineData("MZ\u0090\u0000 a program")]
    [InlineData("PAR1\u0001 cut off")]
    [InlineData("PK\u0003\u0004 no package")]
    public void What_could_run_or_be_shown_as_a_page_is_refused(string content) => Assert.IsType<EvidenceKindIsNotKept>(Refused(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Pictures_and_text_in_another_encoding()
    {
        Assert.Equal("png", Found([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]));
        Assert.Equal("jpg", Found([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]));
        Assert.IsType<EvidenceKindIsNotKept>(Refused([(byte)'G', (byte)'I', (byte)'F', 0xE9]));
        Assert.IsType<EvidenceKindIsNotKept>(Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
    }

    [Fact]
    public void Office_documents_are_known_by_their_parts_and_refused_with_programs_in_them()
    {
        Assert.Equal("docx", Found(Packed(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"))));
        Assert.Equal("xlsx", Found(Packed(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>"))));
        Assert.Equal("odt", Found(Packed(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"))));
        Assert.Equal("ods", Found(Packed(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))));
        foreach (var part in (string[])["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin", "WORD/VBAPROJECT.BIN"])
        {
            Assert.IsType<EvidenceKindIsNotKept>(Refused(Packed(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"), (part, "x"))));
        }

        Assert.IsType<EvidenceKindIsNotKept>(Refused(Packed(("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "x"))));
        Assert.IsType<EvidenceKindIsNotKept>(Refused(Packed(("mimetype", "text/html"))));
        Assert.IsType<EvidenceKindIsNotKept>(Refused(Packed(("index.html", "<html>"), ("anything.exe", "MZ"))));
    }

    [Fact]
    public void Nothing_and_too_much_are_refused()
    {
        Assert.IsType<EvidenceIsTooLarge>(Refused([]));
        Assert.IsType<EvidenceIsTooLarge>(Refused(new byte[EvidenceKind.MostBytes + 1]));
    }

    private static string Found(byte[] content) => EvidenceKind.Find(content).Match(kind => kind.Id, refusal => refusal.Sentence);

    private static Refusal Refused(byte[] content) => Assert.IsType<Result<EvidenceKind>.Refused>(EvidenceKind.Find(content)).Refusal;

    private static byte[] Packed(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
