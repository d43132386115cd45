using Candour.Kernel;

namespace Candour.Intake.Reading;

/// <summary>What a file turned out to be.</summary>
/// <param name="Kind">text, workbook, old workbook, open document or Parquet.</param>
/// <param name="Encoding">The encoding of a text file as it was found or declared; empty for others.</param>
/// <param name="EncodingIsKnown">False when the bytes fit neither UTF-8 nor a mark, so that somebody must say.</param>
/// <param name="CellsAreCounted">True where each record states its cells, as text does; a workbook leaves blanks out at the end.</param>
public sealed record SourceForm(string Kind, string Encoding, bool EncodingIsKnown, bool CellsAreCounted);

/// <summary>One table of a file: a sheet, or the whole of a text file.</summary>
/// <param name="Name">The sheet's name; empty for a file that has no sheets.</param>
/// <param name="IsHidden">True for a sheet that people do not see.</param>
public sealed record SheetHeading(string Name, bool IsHidden);

/// <summary>Where the records of a file go, in order. Two things take them: the mapper, and the pipe of the reading process.</summary>
public interface IRecordSink
{
    /// <summary>Said once, before anything else.</summary>
    void Begin(SourceForm form);

    /// <summary>A table begins.</summary>
    void BeginSheet(SheetHeading heading);

    /// <summary>One record of the table.</summary>
    void Take(SourceRecord record);

    /// <summary>The table ends; what the reader found in it besides its cells.</summary>
    void EndSheet(IReadOnlyList<Finding> findings);
}

/// <summary>Reads a file into a sink: here, or in a process of its own.</summary>
public delegate Result<long> FileReader(SourceFile file, ReadingWishes wishes, IRecordSink sink);

/// <summary>What the reader must be told before it reads: nothing of it comes from the file.</summary>
/// <param name="Delimiter">The delimiter that the mapping declares.</param>
/// <param name="Encoding">The encoding that the mapping declares or a person has answered; empty for UTF-8 or a mark.</param>
/// <param name="Names">The column names that any header may have, by which a delimiter is recognised; none when nothing is known of
/// them, and then the delimiter is the one that cuts the records most evenly.</param>
public sealed record ReadingWishes(char Delimiter, string Encoding, IReadOnlyCollection<string> Names);
