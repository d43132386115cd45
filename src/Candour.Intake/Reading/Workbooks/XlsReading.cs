using System.Globalization;
using System.Text;
using Candour.Kernel;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Candour.Intake.Reading.Workbooks;

/// <summary>
/// Reads an old binary workbook (.xls), which only a library can. The library does not tell a formula from what it once gave,
/// nor an error from an empty cell, so an office is better served by .xlsx; what it does tell is used.
/// </summary>
internal static class XlsReading
{
    /// <summary>The most columns that this kind of workbook can have; a damaged one may state more than a machine can hold.</summary>
    private const int MostColumns = 256;

    /// <summary>Blank cells take no bytes, so that few bytes may state many cells; but not more than these for each.</summary>
    private const int MostCellsForEachByte = 500;

    private static readonly DateTime AfterTheDayThatNeverWas = new(1900, 3, 1);

    public static Result<long> Read(string name, Stream content, byte[] start, IRecordSink sink)
    {
        if (Has(start, content, "EncryptedPackage"))
        {
            return new EncryptedWorkbook(name);
        }

        if (Has(start, content, "_VBA_PROJECT"))
        {
            return new MacroWorkbook(name);
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(content);
            sink.Begin(new SourceForm("old workbook", "", EncodingIsKnown: true, CellsAreCounted: false));
            var (length, stated) = (content.Length, 0L);
            do
            {
                stated += (long)reader.RowCount * reader.FieldCount;
                if (reader.FieldCount > MostColumns || stated > MostCellsForEachByte * length)
                {
                    return new WorkbookDamaged(name, "Workbook");
                }

                ReadSheet(reader, sink);
            }
            while (reader.NextResult());
            return 0;
        }
        catch (InvalidPasswordException)
        {
            return new EncryptedWorkbook(name);
        }
        catch (Exception fault) when (fault is ExcelReaderException or HeaderException or CompoundDocumentException
            or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException
            or IOException or OverflowException or NotSupportedException or InvalidCastException or KeyNotFoundException)
        {
            return new WorkbookDamaged(name, "Workbook");
        }
    }

    private static void ReadSheet(IExcelDataReader reader, IRecordSink sink)
    {
        sink.BeginSheet(new SheetHeading(reader.Name, reader.VisibleState != "visible"));
        var merged = reader.MergeCells ?? [];
        var (row, hiddenCount) = (0L, 0L);
        var hiddenRows = new List<long>();
        while (reader.Read())
        {
            row++;
            var values = new object?[reader.FieldCount];
            var last = merged.Length > 0 ? values.Length : 0;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.GetValue(i);
                last = values[i] is null ? last : i + 1;
            }

            if (last == 0)
            {
                // Thousands of blank rows may lie between two that somebody wrote.
                continue;
            }

            var cells = new Cell[last];
            for (var i = 0; i < cells.Length; i++)
            {
                var covering = Array.Find(merged, range =>
                    row - 1 >= range.FromRow && row - 1 <= range.ToRow && i >= range.FromColumn && i <= range.ToColumn);
                cells[i] = covering is not null && (row - 1 != covering.FromRow || i != covering.FromColumn)
                    ? new Cell("", CellKind.Merged) : CellOf(values[i]);
            }

            var record = new SourceRecord(row, cells);
            if (reader.RowHeight == 0 && !record.IsBlank)
            {
                hiddenCount++;
                if (hiddenRows.Count < Hidden.MostListed)
                {
                    hiddenRows.Add(row);
                }
            }

            sink.Take(record);
        }

        sink.EndSheet(Hidden.Findings(hiddenRows, hiddenCount, []));
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => Cell.Empty,
        string text => new Cell(text),
        bool truth => new Cell(truth ? "1" : "0", CellKind.TrueOrFalse),

        // The library gives 28 February 1900 for the day that never was, so nothing before March 1900 is trusted.
        DateTime day when day < AfterTheDayThatNeverWas => new Cell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.NoDate),
        DateTime { TimeOfDay.Ticks: 0 } day => new Cell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date),
        DateTime at => new Cell(at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), CellKind.DateAndTime),
        double number => SheetDates.Number(number.ToString("R", CultureInfo.InvariantCulture)),
        int number => new Cell(number.ToString(CultureInfo.InvariantCulture), CellKind.Number),
        _ => new Cell("", CellKind.Fault),
    };

    /// <summary>Whether the compound file has a stream or folder of that name, which is written in two bytes a letter.</summary>
    private static bool Has(byte[] start, Stream content, string name)
    {
        var wanted = Encoding.Unicode.GetBytes(name);
        if (start.AsSpan().IndexOf(wanted) >= 0)
        {
            return true;
        }

        content.Position = 0;
        var buffer = new byte[256 * 1024];
        var kept = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var all = buffer.AsSpan(0, kept + read);
            if (all.IndexOf(wanted) >= 0)
            {
                content.Position = 0;
                return true;
            }

            kept = Math.Min(all.Length, wanted.Length);
            all[^kept..].CopyTo(buffer);
        }

        content.Position = 0;
        return false;
    }
}
