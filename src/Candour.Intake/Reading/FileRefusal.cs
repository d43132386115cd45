using Candour.Kernel;

namespace Candour.Intake.Reading;

/// <summary>A file is refused whole: nothing of it is kept but who sent it, when, and why it was refused.</summary>
/// <param name="Sentence">What is wrong, where, and what to do.</param>
/// <param name="Line">Physical line or row number; 0 when it is about the whole file.</param>
/// <param name="Column">The column as the file names it; empty when it is about no column.</param>
public abstract record FileRefusal(string Sentence, long Line = 0, string Column = "") : Refusal(Sentence);

/// <summary>There is no such file.</summary>
public sealed record FileNotFound(string File) : FileRefusal($"There is no file {File}: check the name and the folder.");

/// <summary>The file holds nothing.</summary>
public sealed record EmptyFile(string File) : FileRefusal($"The file {File} is empty: ask the sender for it again.");

/// <summary>The machine does not let the file be read.</summary>
public sealed record FileCannotBeRead(string File) : FileRefusal(
    $"The file {File} cannot be read here: check its permissions, and that it is an ordinary file.");

/// <summary>The file was written to while it was read.</summary>
public sealed record FileChanged(string File) : FileRefusal(
    $"The file {File} was changed while it was read: nothing of it was taken. Wait until it is written, and try again.");

/// <summary>The content is not what a text file holds, whatever the name says.</summary>
public sealed record NotText(string File, string LooksLike) : FileRefusal(
    $"The file {File} is {LooksLike}, not delimited text: export it as CSV, or give it the ending that belongs to it.");

/// <summary>The name says workbook and the content is none that can be read.</summary>
public sealed record NotAWorkbook(string File, string LooksLike) : FileRefusal(
    $"The file {File} is named like a workbook, but it is {LooksLike}: open it and save it as an Excel workbook (.xlsx) or as CSV.");

/// <summary>The file ends before its end.</summary>
public sealed record TruncatedFile(string File, string How, long LastLine = 0) : FileRefusal(
    $"The file {File} is cut short ({How}): nothing of it was taken. Ask the sender for the whole file.", LastLine);

/// <summary>The file is larger than one file may be.</summary>
public sealed record FileIsTooLarge(string File, long MostBytes) : FileRefusal(
    $"The file {File} holds more than {MostBytes / (1024 * 1024)} MB, more than one file may: split it and try again.");

/// <summary>A small file that unpacks to a huge one, or to more than it states.</summary>
public sealed record CompressionRatio(string File, string What) : FileRefusal(
    $"The file {File} was not unpacked: {What}. A file of records does not do that; ask the sender to export it anew.");

/// <summary>A quotation mark is opened and never closed.</summary>
public sealed record UnterminatedQuote(string File, long At, string Name) : FileRefusal(
    $"The file {File} has a quotation mark that is not closed, in the record that starts on line {At}: "
    + "nothing of it was taken. Close it, or take it out.", At, Name);

/// <summary>One record is longer than any record is.</summary>
public sealed record RecordTooLong(string File, long At) : FileRefusal(
    $"The file {File} has a record of more than {DelimitedText.MostCharacters / (1024 * 1024)} M characters at line {At}: "
    + "nothing of it was taken. Ask the sender for it with one record a line.", At);

/// <summary>The reading took more than it may: time, memory or processor.</summary>
public sealed record ReadingStopped(string File, string Why) : FileRefusal(
    $"The file {File} could not be read: the reading {Why}. Nothing of it was taken; ask the sender to export it anew, or split it.");
