using Candour.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Downloads;

/// <summary>The formats in which tables are given.</summary>
public static class TakenAway
{
    private static readonly Dictionary<string, (string MediaType, Func<DownloadBook, byte[]> Write)> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = (CsvBook.MediaType, CsvBook.Write),
        ["xlsx"] = (XlsxBook.MediaType, XlsxBook.Write),
        ["ods"] = (OdsBook.MediaType, OdsBook.Write),
    };

    /// <summary>In the order in which pages offer them: what any office opens, with the words for it.</summary>
    public static IReadOnlyList<(string Format, string Words)> Offered { get; } =
    [
        ("ods", "OpenDocument spreadsheet (ODS)"), ("xlsx", "Excel workbook (XLSX)"), ("csv", "values divided by commas (CSV)"),
    ];

    public static bool Has(string format) => Formats.ContainsKey(format);

    /// <summary>The book as a file of a format there is.</summary>
    public static FileContentResult File(DownloadBook book, string format, string name)
    {
        var (mediaType, write) = Formats[format];
        return new FileContentResult(write(book), mediaType) { FileDownloadName = $"{name}.{format}" };
    }
}

/// <summary>A table is not given in this format.</summary>
public sealed record NoSuchFormat(string Name) : Refusal($"Tables are given as csv, xlsx or ods, and not as '{Name}'.");
