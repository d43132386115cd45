using Candour.Kernel;

namespace Candour.Intake.Reading.Workbooks;

/// <summary>Reads a zip container: an Excel workbook or an open-document spreadsheet, behind the pre-flight.</summary>
internal static class WorkbookReading
{
    public static Result<long> Read(string name, Stream content, IRecordSink sink)
    {
        if (!ZipDirectory.Read(name, content).Try(out var directory, out var refusal))
        {
            return refusal;
        }

        content.Position = 0;
        try
        {
            using var parts = new ZipParts(name, content, directory);
            WorkbookPreflight.Pass(parts);
            if (parts.Has("content.xml") && parts.Has("mimetype"))
            {
                sink.Begin(new SourceForm("open document", "", EncodingIsKnown: true, CellsAreCounted: false));
                new OdsReading(parts).Read(sink);
                return 0;
            }

            if (parts.Has("xl/workbook.bin"))
            {
                return new NotAWorkbook(name, "a binary workbook (.xlsb)");
            }

            var book = XlsxBook.Open(parts);
            sink.Begin(new SourceForm("workbook", "", EncodingIsKnown: true, CellsAreCounted: false));
            foreach (var (heading, part) in book.Sheets)
            {
                new XlsxSheet(parts, book, part).Read(heading, sink);
            }

            return 0;
        }
        catch (PartRefusedException refused)
        {
            return refused.Refusal;
        }
        catch (InvalidDataException)
        {
            return new ZipDamaged(name, "its parts cannot be unpacked");
        }
    }
}
