using System.IO.Compression;
using Candour.Downloads;
using Candour.Kernel;
using Candour.Packs;

namespace Candour.Packing;

/// <summary>One file of a pack.</summary>
internal sealed record PackFile(string Name, string Media, byte[] Content);

/// <summary>The files in which a pack is given: the same pack, the same bytes, but for the PDF, into which Chromium writes the time.</summary>
internal static class PackFiles
{
    public const string Pdf = "pack.pdf";
    public const string Offline = "pack.zip";

    private const string Zip = "application/zip";

    /// <summary>In words, for lists.</summary>
    public static string Words(string name) => name switch
    {
        "pack.docx" => "Document (DOCX)",
        "pack.ods" => "OpenDocument spreadsheet (ODS)",
        "pack.xlsx" => "Excel workbook (XLSX)",
        Offline => "Offline pack: unpack it and open index.html (ZIP)",
        Pdf => "Tagged PDF",
        _ => name,
    };

    /// <summary>Every file but the PDF.</summary>
    public static IReadOnlyList<PackFile> Write(Pack pack)
    {
        var book = PackBook.Of(pack);
        return
        [
            new PackFile("pack.docx", PackDocument.MediaType, PackDocument.Write(pack)),
            new PackFile("pack.ods", OdsBook.MediaType, OdsBook.Write(book)),
            new PackFile("pack.xlsx", XlsxBook.MediaType, XlsxBook.Write(book)),
            new PackFile(Offline, Zip, Zipped(PackOffline.Files(PackOffline.Html(pack), book))),
        ];
    }

    /// <summary>
    /// All of them, the PDF where this machine can print one, and why there is none, which is empty where there is: it is printed while
    /// the others are written.
    /// </summary>
    public static async Task<(IReadOnlyList<PackFile> Files, string NoPdf)> WriteAllAsync(Pack pack, CancellationToken cancellation)
    {
        var printing = PackPdf.PrintAsync(PackOffline.Html(pack, printed: true), cancellation);
        var writing = Task.Run(() => Write(pack), cancellation);
        await Task.WhenAll(printing, writing);
        var (written, printed) = (await writing, await printing);
        return ([.. written, .. printed.Content.Length > 0 ? [new PackFile(Pdf, PackPdf.MediaType, printed.Content)] : Array.Empty<PackFile>()], printed.Missing);
    }

    /// <summary>
    /// Whether two files say the same: byte for byte, or, where they are packed, part by part. Another machine may pack the same parts
    /// into other bytes.
    /// </summary>
    public static bool SayTheSame(string name, byte[] one, byte[] other) =>
        one.AsSpan().SequenceEqual(other) || (name != Pdf && Parts(one).SequenceEqual(Parts(other)));

    private static List<(string Name, ContentHash Hash)> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var part = entry.Open();
                using var content = new MemoryStream();
                part.CopyTo(content);
                return (entry.FullName, ContentHash.Of(content.ToArray()));
            }),
        ];
    }

    private static byte[] Zipped(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var zip = new ZippedXml();
        foreach (var (name, content) in files)
        {
            zip.AddWhole(name, content);
        }

        return zip.Finish();
    }
}
