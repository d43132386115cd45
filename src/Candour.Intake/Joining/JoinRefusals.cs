using Candour.Intake.Reading;

namespace Candour.Intake.Joining;

/// <summary>A file of the extract is not where the mapping expects it.</summary>
public sealed record JoinedFileMissing(string File, string Other, int Found) : FileRefusal(
    $"The file {File} is one of several that belong together: {Other} must lie in the same folder, and {(Found == 0 ? "does not" : $"{Found} files are named so")}. "
    + "Put the whole extract, and nothing else of that name, into one folder.");

/// <summary>The file belongs to a mapping that joins others to it, which must be read first.</summary>
internal sealed record OneOfSeveralFiles(string File, string Mapping) : FileRefusal(
    $"The file {File} is one of several that belong together: read it with the mapping '{Mapping}'.");

/// <summary>A sheet of the extract is not in its workbook.</summary>
public sealed record JoinedSheetMissing(string File, string Sheet) : FileRefusal(
    $"The file {File} has no sheet '{Sheet}', by which the mapping completes its rows: ask the sender for the whole workbook.");

/// <summary>Several sheets could be meant.</summary>
public sealed record JoinedSheetIsNotOne(string File) : FileRefusal(
    $"The file {File} has several sheets with the columns that are joined: name the one that is meant in the mapping ('sheet').");

/// <summary>A joined file does not have a column that the mapping names.</summary>
public sealed record JoinedColumnMissing(string File, string Name, long HeaderLine) : FileRefusal(
    $"The file {File} does not have the column '{Name}', by which the files of the extract belong together: ask the sender, or correct "
    + "the mapping.", HeaderLine, Name);

/// <summary>Two rows of a joined file belong to one row, where the mapping says that there is one.</summary>
public sealed record JoinIsNotOne(string File, long At, string Name) : FileRefusal(
    $"The file {File} has a second row for the same '{Name}' on line {At}, where the mapping says that there is one: taking both would "
    + "count twice. Ask the sender, or say in the mapping what becomes of several ('take': same, earliest, latest, count, any, sum).", At, Name);

/// <summary>A row of a joined file is not whole, so that what it says of another row cannot be trusted.</summary>
public sealed record JoinedRowBroken(string File, long At, string How) : FileRefusal(
    $"The file {File} cannot be joined: line {At} {How}. Nothing was taken; correct the line, or ask the sender.", At);

/// <summary>A joined file is not in the encoding of its source.</summary>
public sealed record JoinedEncodingUnknown(string File) : FileRefusal(
    $"The file {File} is not UTF-8 text, and its letters can be read in more than one way: say its encoding in the mapping ('reads.encoding'), "
    + "or save it as UTF-8.");

/// <summary>A joined file holds more than is kept in memory.</summary>
public sealed record JoinedFileTooLarge(string File, long At, long MostBytes) : FileRefusal(
    $"The file {File} holds more keys than can be held at once ({MostBytes / (1024 * 1024)} MB, reached on line {At}): split the extract by "
    + "period, and import each part with its own files.", At);
