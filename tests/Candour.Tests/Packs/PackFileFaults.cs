using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Candour.Downloads;
using Candour.Packing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Candour.Tests.Packs;

/// <summary>What is wrong with a file of a pack, in sentences; nothing for one that may be sent.</summary>
internal static partial class PackFileFaults
{
    private const double PointsOfAPixel = 72.0 / 96;

    /// <summary>A document: valid, with headings, and every table with its row of headings, a caption and rows of one length.</summary>
    public static IReadOnlyList<string> OfDocument(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var body = document.MainDocumentPart!.Document!.Body!;
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Take(5).Select(error => $"Not valid at {error.Path?.XPath}: {error.Description}"),
            .. body.Elements<Paragraph>().Any(one => one.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1") ? Array.Empty<string>() : ["There is no heading."],
            .. body.Elements<Table>().SelectMany(OfTable),
        ];
    }

    private static IEnumerable<string> OfTable(Table table)
    {
        var caption = table.GetFirstChild<TableProperties>()?.GetFirstChild<TableCaption>()?.Val?.Value ?? "";
        if (caption.Length == 0)
        {
            yield return "A table has no caption.";
        }

        if (table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>() is null)
        {
            yield return $"The table '{caption}' has no row of headings that repeats.";
        }

        if (table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Count()).Distinct().Count() != 1)
        {
            yield return $"The rows of the table '{caption}' are not of one length.";
        }
    }

    /// <summary>A workbook: valid for whoever opens it in Excel.</summary>
    public static IReadOnlyList<string> OfWorkbook(byte[] xlsx)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        return [.. new OpenXmlValidator().Validate(book).Take(5).Select(error => $"Not valid at {error.Path?.XPath}: {error.Description}")];
    }

    /// <summary>The rules of tables that are taken away: names, headings, no blank, no missing cell, no row that is not there.</summary>
    public static IReadOnlyList<string> OfSheets(IReadOnlyList<DownloadTable> sheets) =>
    [
        .. sheets.GroupBy(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"Two sheets are named '{same.Key}'."),
        .. sheets.SelectMany(sheet => new[]
        {
            sheet.Name.Length is >= 1 and <= 31 && sheet.Name.IndexOfAny([.. "[]:*?/\\"]) < 0 ? "" : $"'{sheet.Name}' is no name of a sheet.",
            sheet.Headings.Count is >= 2 and <= 26 ? "" : $"The sheet '{sheet.Name}' has {sheet.Headings.Count} columns.",
            sheet.Headings.Distinct().Count() == sheet.Headings.Count && sheet.Headings.All(one => one.Length > 0) ? "" : $"The headings of '{sheet.Name}' are not each another.",
            sheet.Rows.Count > 0 ? "" : $"The sheet '{sheet.Name}' has no row.",
            sheet.Rows.All(row => row.Count == sheet.Headings.Count) ? "" : $"A row of '{sheet.Name}' has more or fewer cells than headings.",
            sheet.Rows.Any(row => row.Any(cell => cell is DownloadCell.Words { Text: "" } or DownloadCell.NoNumber { Symbol: "" })) ? $"A cell of '{sheet.Name}' is blank." : "",
        }.Where(fault => fault.Length > 0)),
    ];

    /// <summary>The page of the offline pack: it asks for nothing, runs nothing, and its links, names and tables are whole.</summary>
    public static IReadOnlyList<string> OfPage(string page)
    {
        var links = Asked().Matches(page).Select(match => match.Groups[1].Value).ToList();
        var ids = Id().Matches(page).Select(match => match.Groups[1].Value).ToList();
        return
        [
            .. page.Contains("<script", StringComparison.OrdinalIgnoreCase) ? ["It runs a script."] : Array.Empty<string>(),
            .. links.Where(link => link[0] != '#' && link != PackOffline.Style).Select(link => $"It asks for {link}."),
            .. links.Where(link => link[0] == '#' && !ids.Contains(link[1..])).Select(link => $"Nothing is named {link}."),
            .. ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"Two things are named {same.Key}."),
            .. TableText().Matches(page).Where(table => !table.Value.Contains("<caption", StringComparison.Ordinal)).Select(_ => "A table has no caption."),
            .. TableText().Matches(page).Where(table => !table.Value.Contains("scope=\"col\"", StringComparison.Ordinal)).Select(_ => "A table has no headings."),
            .. Drawing().Matches(page).Where(svg => !svg.Value.Contains("<title", StringComparison.Ordinal)).Select(_ => "A drawing has no title."),
        ];
    }

    /// <summary>A PDF: tagged, with headings and a language, every table with cells that head it, every drawing with a text in its place.</summary>
    public static IReadOnlyList<string> OfPdf(string pdf)
    {
        var objects = PdfObject().Matches(pdf).Select(match => match.Value).ToList();
        var (figures, headed) = (objects.Where(one => Is(one, "Figure")).ToList(), objects.Count(one => Is(one, "TH")));
        return
        [
            .. pdf.StartsWith("%PDF-", StringComparison.Ordinal) ? Array.Empty<string>() : ["It is no PDF."],
            .. pdf.Contains("/MarkInfo", StringComparison.Ordinal) && pdf.Contains("/Marked true", StringComparison.Ordinal) && pdf.Contains("/StructTreeRoot", StringComparison.Ordinal)
                ? Array.Empty<string>() : ["It is not tagged."],
            .. pdf.Contains("/Lang (en", StringComparison.Ordinal) ? Array.Empty<string>() : ["It has no language."],
            .. objects.Any(one => Is(one, "H1")) && objects.Any(one => Is(one, "H2")) ? Array.Empty<string>() : ["It has no headings."],
            .. headed >= objects.Count(one => Is(one, "Table")) ? Array.Empty<string>() : ["A table has no cell that heads it."],
            .. figures.Count > 0 ? Array.Empty<string>() : ["It has no drawing."],
            .. pdf.Contains("/MediaBox [0 0 594.9", StringComparison.Ordinal) ? Array.Empty<string>() : ["Its paper is not A4."],
            .. Scales(pdf).ToList() is { Count: > 0 } scales && scales.All(scale => Math.Abs(scale - PointsOfAPixel) < 0.001) ? Array.Empty<string>() : ["Its letters are shrunk, because something is wider than the paper."],
            .. figures.Where(one => !one.Contains("/Alt", StringComparison.Ordinal)).Select(_ => "A drawing has no text in its place."),
        ];
    }

    /// <summary>A file of parts, one of which says something else.</summary>
    public static byte[] Altered(byte[] file, string part, string from, string to)
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

    /// <summary>Points of a pixel of the page on each sheet, as the part that draws it begins: 72 to the inch, unless it was shrunk.</summary>
    private static IEnumerable<double> Scales(string pdf) => Compressed().Matches(pdf).Select(match =>
    {
        using var part = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(match.Groups[1].Value)), CompressionMode.Decompress);
        var start = new byte[200];
        return Drawn().Match(Encoding.Latin1.GetString(start, 0, part.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
    }).Where(found => found.Success).Select(found =>
        double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) * double.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture));

    private static bool Is(string element, string kind) => Regex.IsMatch(element, $@"/S\s*/{kind}\b");

    [GeneratedRegex(@"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)endstream", RegexOptions.Singleline)]
    private static partial Regex Compressed();

    [GeneratedRegex(@"^(\.\d+) 0 0 -\.\d+ 0 [\d.]+ cm\s+q\s+([\d.]+) 0 0 ")]
    private static partial Regex Drawn();

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex TableText();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex(@"\d+ \d+ obj\b.*?\bendobj", RegexOptions.Singleline)]
    private static partial Regex PdfObject();
}
