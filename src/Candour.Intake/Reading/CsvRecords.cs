using System.Runtime.InteropServices;
using System.Text;
using Candour.Kernel;
using Sylvan.Data.Csv;

namespace Candour.Intake.Reading;

/// <summary>The text is not UTF-8.</summary>
public sealed record EncodingIsUnknown(string File, long Line) : Refusal(
    $"The file {File} is not UTF-8 text (near line {Line}): save it as UTF-8 and try again.");

/// <summary>The text cannot be cut into records.</summary>
public sealed record QuotingIsBroken(string File, long Line) : Refusal(
    $"The file {File} has a quotation mark that is not closed, or not closed properly, in the record that starts on line {Line}: "
    + "nothing of it was taken.");

/// <summary>One cell holds more than any cell should.</summary>
public sealed record CellIsTooLarge(string File, long Line) : Refusal(
    $"The file {File} has a record of more than {CsvRecords.MostCharacters / (1024 * 1024)} M characters at line {Line}: "
    + "nothing of it was taken.");

/// <summary>One record of a file.</summary>
/// <param name="Line">The physical line it starts on; the header is line 1.</param>
/// <param name="Cells">As they stand, quotes taken off.</param>
public sealed record CsvRecord(long Line, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.Count == 1 && Cells[0].Length == 0;
}

/// <summary>Cuts text into records. Knows no headers, no types, no comments: every record of the file comes out.</summary>
public static class CsvRecords
{
    public const int MostCharacters = 4 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Hands every record to <paramref name="take"/>, in order; stops with a refusal where the text breaks.</summary>
    public static Result<long> Read(SourceFile file, char delimiter, Action<CsvRecord> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        return Read(file, delimiter, record =>
        {
            take(record);
            return true;
        });
    }

    /// <summary>The first record that is not blank: the header. Reads no further.</summary>
    public static Result<CsvRecord> First(SourceFile file, char delimiter)
    {
        CsvRecord? first = null;
        return Read(file, delimiter, record =>
        {
            first = record.IsBlank ? null : record;
            return first is null;
        }).Then<CsvRecord>(_ => first is null ? new FileIsEmpty(file.ShortName) : first);
    }

    private static Result<long> Read(SourceFile file, char delimiter, Func<CsvRecord, bool> takeAndGoOn)
    {
        ArgumentNullException.ThrowIfNull(file);
        var line = 1L;
        try
        {
            using var text = new StreamReader(Stream(file.Content), StrictUtf8, detectEncodingFromByteOrderMarks: false);
            using var reader = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = delimiter,

                // Without this the reader would drop every line that begins with '#', in silence.
                Comment = '\0',
                BufferSize = 64 * 1024,
                MaxBufferSize = MostCharacters,
            });
            var goesOn = true;
            while (goesOn && reader.Read())
            {
                var cells = new string[reader.RowFieldCount];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = reader.GetString(i);
                }

                goesOn = takeAndGoOn(new CsvRecord(line, cells));
                line += LineBreaks(reader.GetRawRecordSpan());
            }

            return line - 1;
        }
        catch (DecoderFallbackException)
        {
            return new EncodingIsUnknown(file.ShortName, line);
        }
        catch (CsvRecordTooLargeException)
        {
            return new CellIsTooLarge(file.ShortName, line);
        }
        catch (CsvFormatException)
        {
            return new QuotingIsBroken(file.ShortName, line);
        }
    }

    /// <summary>The bytes without their byte order mark. The reader must not look for one itself: having found it, it would
    /// go on with an encoding that puts a replacement sign where a byte is wrong, and two identifiers would become one.</summary>
    private static MemoryStream Stream(ReadOnlyMemory<byte> content)
    {
        var text = content.Span.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? content[3..] : content;
        return MemoryMarshal.TryGetArray(text, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(text.ToArray(), writable: false);
    }

    /// <summary>Physical lines a record takes: its own end and the breaks inside its quotes; CR LF is one break.</summary>
    private static int LineBreaks(ReadOnlySpan<char> raw)
    {
        raw = raw.TrimEnd("\r\n");
        var breaks = 1;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\n' || (raw[i] == '\r' && (i + 1 == raw.Length || raw[i + 1] != '\n')))
            {
                breaks++;
            }
        }

        return breaks;
    }
}
