using Candour.Access;
using Candour.Downloads;
using Candour.Kernel;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>The tables of one measure as a file: CSV, Excel or OpenDocument.</summary>
[Door(Right.ReadFigures)]
public sealed class DownloadModel(CurrentRoom current) : ReadingPage(current)
{
    private static readonly Dictionary<string, (string MediaType, Func<DownloadBook, byte[]> Write)> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = (CsvBook.MediaType, CsvBook.Write),
        ["xlsx"] = (XlsxBook.MediaType, XlsxBook.Write),
        ["ods"] = (OdsBook.MediaType, OdsBook.Write),
    };

    public IActionResult OnGet(string id, string format) => !Formats.TryGetValue(format, out var chosen)
        ? RefusalResult.Of(new NoSuchFormat(format))
        : Answer(
            room => room.Read(id, AskedOf.Query(Request.Query)),
            reading => File(chosen.Write(MeasureBook.Of(Room, reading)), chosen.MediaType, $"{reading.Measure.Id}-{Slug.Of(reading.Question.Area.Title)}.{format}"));
}

/// <summary>A table is not given in this format.</summary>
public sealed record NoSuchFormat(string Name) : Refusal($"Tables are given as csv, xlsx or ods, and not as '{Name}'.");
