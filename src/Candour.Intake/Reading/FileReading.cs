using System.IO.Compression;
using Candour.Intake.Reading.Workbooks;
using Candour.Kernel;

namespace Candour.Intake.Reading;

/// <summary>
/// Reads a file of any kind into records. What a file is is decided by its content; a name that says otherwise is a reason to
/// refuse it, because the sender or a program on the way was mistaken.
/// </summary>
public static class FileReading
{
    private static readonly string[] TextEndings = [".csv", ".txt", ".tsv", ".tab", ".psv"];
    private static readonly string[] WorkbookEndings = [".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".ots"];

    /// <summary>Whether the ending of a name is one of those that are read here; in a folder nothing else is taken for an extract.</summary>
    public static bool HasKnownEnding(string name) =>
        Workbook(name) || Ends(name, ".parquet")
        || TextEndings.Any(ending => Ends(name, ending) || Ends(name, ending + ".gz"));

    /// <summary>Reads in this process; for what is known to be harmless, and for tests of the readers.</summary>
    public static Result<long> Here(SourceFile file, ReadingWishes wishes, IRecordSink sink)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file.ShortName, file.Place, wishes, sink);
    }

    /// <summary>Hands every record of the file to the sink; refuses where the content breaks.</summary>
    public static Result<long> Read(string name, string place, ReadingWishes wishes, IRecordSink sink)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(sink);
        try
        {
            using var content = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024);
            var start = Start(content);
            content.Position = 0;
            return Read(name, content, start, wishes, sink);
        }
        catch (UnauthorizedAccessException)
        {
            return new FileCannotBeRead(name);
        }
        catch (PartRefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private static Result<long> Read(string name, Stream content, byte[] start, ReadingWishes wishes, IRecordSink sink)
    {
        var (kind, words) = Content.Of(start);
        var isPacked = Ends(name, ".gz");
        if (isPacked != (kind == ContentKind.Gzip))
        {
            return isPacked ? new NotText(name, $"named like a compressed file, but it is {words}")
                : Workbook(name) ? new NotAWorkbook(name, words) : new NotText(name, words);
        }

        if (isPacked)
        {
            return ReadPacked(name, content, wishes, sink);
        }

        if (Workbook(name) && kind is not (ContentKind.Zip or ContentKind.Compound))
        {
            return new NotAWorkbook(name, words);
        }

        if ((TextEndings.Any(ending => Ends(name, ending)) && kind != ContentKind.Text) || kind == ContentKind.Other)
        {
            return new NotText(name, words);
        }

        if (Ends(name, ".parquet") && kind != ContentKind.Parquet)
        {
            return new ParquetCorrupt(name);
        }

        return kind switch
        {
            ContentKind.Zip => WorkbookReading.Read(name, content, sink),
            ContentKind.Compound => XlsReading.Read(name, content, start, sink),
            ContentKind.Parquet => ParquetReading.Read(name, content, sink),
            _ => TextReading.Read(name, content, start, wishes, sink),
        };
    }

    /// <summary>Text within gzip, and nothing else: a container in a container hides what it is.</summary>
    private static Result<long> ReadPacked(string name, Stream content, ReadingWishes wishes, IRecordSink sink)
    {
        if (!PackedText.Check(name, content).Try(out _, out var refusal))
        {
            return refusal;
        }

        content.Position = 0;
        using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        var start = Start(unpacked);
        var (kind, words) = Content.Of(start);
        if (kind != ContentKind.Text)
        {
            return new NotText(name, words);
        }

        content.Position = 0;
        using var again = new GZipStream(content, CompressionMode.Decompress);
        return start.Length == 0 ? new EmptyFile(name) : TextReading.Read(name, again, start, wishes, sink);
    }

    private static byte[] Start(Stream content)
    {
        var start = new byte[Content.Looked];
        return start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    private static bool Workbook(string name) => WorkbookEndings.Any(ending => Ends(name, ending));

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
