using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Candour.Kernel;
using Candour.Store.Sources;

namespace Candour.Intake.Reading;

/// <summary>The query answers more rows than an extract has.</summary>
public sealed record SourceHasTooManyRows(string Source, long MostRows) : Refusal(
    $"The source '{Source}' answers more than {MostRows} rows: nothing was taken. See whether its query joins what does not belong together, or "
    + "ask for fewer periods.");

/// <summary>
/// Reads the answer of a source's query as the records of a file: its column names are the header, its rows are numbered from 2.
/// The rows go to the mapper one by one and touch no disk before they are mapped.
/// </summary>
public sealed class DatabaseReading(SourceDatabase source) : IDisposable
{
    /// <summary>More rows than any extract; a query that joins wrongly is stopped here.</summary>
    public const long MostRows = 20_000_000;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>What stands for the file: it has a name and no place.</summary>
    public SourceFile File { get; } = SourceFile.OfSource(source.Name);

    /// <summary>The hash of all records that were read, in their order.</summary>
    public ContentHash Hash() => ContentHash.TryParse(Convert.ToHexStringLower(hash.GetCurrentHash()), out var read)
        ? read : throw new InvalidOperationException("SHA-256 gives 64 hexadecimal digits.");

    /// <summary>Reads the source; the file says only which.</summary>
    public Result<long> Read(SourceFile file, ReadingWishes wishes, IRecordSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return source.Read(rows => Take(rows, sink));
    }

    public void Dispose() => hash.Dispose();

    private Result<long> Take(DbDataReader rows, IRecordSink sink)
    {
        sink.Begin(new SourceForm("database", "utf-8", EncodingIsKnown: true, CellsAreCounted: true));
        sink.BeginSheet(new SheetHeading("", IsHidden: false));
        Hand(sink, new SourceRecord(1, [.. Enumerable.Range(0, rows.FieldCount).Select(index => new Cell(rows.GetName(index)))]));
        var line = 1L;
        while (rows.Read())
        {
            if (line > MostRows)
            {
                return new SourceHasTooManyRows(File.ShortName, MostRows);
            }

            var cells = new Cell[rows.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = rows.IsDBNull(i) ? Cell.Empty : Of(rows.GetValue(i));
            }

            Hand(sink, new SourceRecord(++line, cells));
        }

        sink.EndSheet([]);
        return line;
    }

    private void Hand(IRecordSink sink, SourceRecord record)
    {
        foreach (var cell in record.Cells)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(cell.Text));
            hash.AppendData([0x1F]);
        }

        hash.AppendData([0x1E]);
        sink.Take(record);
    }

    /// <summary>A value as a cell: a database keeps whole numbers and references exactly, so they are text; a day is a day.</summary>
    private static Cell Of(object value) => value switch
    {
        string text => new Cell(text),
        DateOnly day => new Cell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date),
        DateTime { TimeOfDay.Ticks: 0 } day => new Cell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date),
        DateTime time => new Cell(time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), CellKind.DateAndTime),
        bool yes => new Cell(yes ? "true" : "false"),
        byte[] or Array => new Cell("", CellKind.Fault),
        IFormattable number => new Cell(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => new Cell("", CellKind.Fault),
    };
}
