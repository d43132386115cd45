using System.IO.Compression;
using System.Text;
using Candour.Kernel;

namespace Candour.Evidencing;

/// <summary>The content is of no kind that is kept.</summary>
public sealed record EvidenceKindIsNotKept() : Refusal(
    "This file is of no kind that is kept as evidence, whatever its name says: use PDF, DOCX, XLSX, ODT or ODS without macros and passwords, PNG, JPEG, "
    + "Parquet, or plain text in UTF-8. Nothing was kept.");

/// <summary>It is larger than a document may be.</summary>
public sealed record EvidenceIsTooLarge() : Refusal(
    $"The file is empty or larger than {EvidenceKind.MostBytes / 1024 / 1024} MB, the most that one document may have: nothing was kept. Make it smaller, or put its parts in one by one.");

/// <summary>A kind of document, found in its content and never by its name. Every kind is given as a file to save, none is shown.</summary>
/// <param name="Id">As it is recorded, and the ending of the file that is given.</param>
/// <param name="Words">In words.</param>
/// <param name="Media">Its media type.</param>
public sealed record EvidenceKind(string Id, string Words, string Media)
{
    /// <summary>The most that one document may have: it is sealed in memory.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int MostParts = 10_000;

    private static readonly Dictionary<string, EvidenceKind> All = new EvidenceKind[]
    {
        new("pdf", "PDF", "application/pdf"),
        new("docx", "Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        new("xlsx", "Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        new("odt", "OpenDocument text", "application/vnd.oasis.opendocument.text"),
        new("ods", "OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
        new("png", "picture (PNG)", "image/png"),
        new("jpg", "picture (JPEG)", "image/jpeg"),
        new("parquet", "Parquet", "application/octet-stream"),
        new("csv", "values divided by commas", "text/csv; charset=utf-8"),
        new("txt", "plain text", "text/plain; charset=utf-8"),
    }.ToDictionary(kind => kind.Id, StringComparer.Ordinal);

    /// <summary>A kind that was found when the document was put in.</summary>
    public static EvidenceKind Of(string id) => All[id];

    /// <summary>Finds the kind in the content; refuses what carries programs, is locked, or could be taken for a page.</summary>
    public static Result<EvidenceKind> Find(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length is 0 or > MostBytes)
        {
            return new EvidenceIsTooLarge();
        }

        var id = Begins(content, "%PDF-"u8) ? "pdf"
            : Begins(content, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
            : Begins(content, [0xFF, 0xD8, 0xFF]) ? "jpg"
            : Begins(content, "PAR1"u8) && content.AsSpan().EndsWith("PAR1"u8) ? "parquet"
            : Begins(content, "PK\u0003\u0004"u8) ? Packed(content)
            : Text(content);
        return All.TryGetValue(id, out var kind) ? kind : new EvidenceKindIsNotKept();
    }

    private static bool Begins(byte[] content, ReadOnlySpan<byte> with) => content.AsSpan().StartsWith(with);

    /// <summary>An office document by the parts it must have; empty for other packages, and for those with programs in them.</summary>
    private static string Packed(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var parts = zip.Entries.Take(MostParts + 1).Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return parts.Count > MostParts || parts.Any(RunsSomething) ? ""
                : parts.Contains("[Content_Types].xml") && parts.Contains("word/document.xml") ? "docx"
                : parts.Contains("[Content_Types].xml") && parts.Contains("xl/workbook.xml") ? "xlsx"
                : zip.GetEntry("mimetype") is { Length: < 100 } mimetype ? OpenDocument(mimetype)
                : "";
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    private static string OpenDocument(ZipArchiveEntry mimetype)
    {
        using var reader = new StreamReader(mimetype.Open(), Encoding.ASCII);
        var said = reader.ReadToEnd();
        return All.Values.FirstOrDefault(kind => kind.Id is "odt" or "ods" && kind.Media == said)?.Id ?? "";
    }

    private static bool RunsSomething(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.Contains("activeX/", StringComparison.OrdinalIgnoreCase)
        || part.Contains("embeddings/", StringComparison.OrdinalIgnoreCase) || part.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Text in UTF-8 that no program takes for a page or a drawing; empty for anything else.</summary>
    private static string Text(byte[] content)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return "";
        }

        var first = text.Split('\n', 3);
        return text.TrimStart().StartsWith('<') || text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')) ? ""
            : first.Length > 1 && first[0].Count(sign => sign == ',') is > 0 and var commas && first[1].Count(sign => sign == ',') == commas ? "csv"
            : "txt";
    }
}
