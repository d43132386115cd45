namespace Candour.Intake.Reading.Workbooks;

/// <summary>A part declares a document type, by which files could be read and memory filled.</summary>
public sealed record XmlDtd(string File) : FileRefusal(
    $"The file {File} was not read: a part of it declares a document type, which no spreadsheet program writes. "
    + "Open it and save it anew; if you do not know where it comes from, tell your security team.");

/// <summary>A part is not well-formed, or says what cannot be.</summary>
public sealed record WorkbookDamaged(string File, string Part) : FileRefusal(
    $"The file {File} is damaged in its part '{Part}': nothing of it was taken. Open it and save it anew, or ask the sender for it again.");

/// <summary>The container cannot be read as one.</summary>
public sealed record ZipDamaged(string File, string What) : FileRefusal(
    $"The file {File} is a damaged container ({What}): nothing of it was taken. Ask the sender for it again.");

/// <summary>A part's name would lead out of its folder.</summary>
public sealed record ZipEntryName(string File) : FileRefusal(
    $"The file {File} holds a part whose name would lead out of its folder: it was not unpacked. No spreadsheet program "
    + "writes such a file; tell your security team.");

/// <summary>The workbook carries macros.</summary>
public sealed record MacroWorkbook(string File) : FileRefusal(
    $"The file {File} carries macros: save it as a workbook without macros (.xlsx) and send that.");

/// <summary>The workbook is locked with a password.</summary>
public sealed record EncryptedWorkbook(string File) : FileRefusal(
    $"The file {File} is locked with a password: save it without one, and send it on a safe way.");

/// <summary>The workbook takes values from other files or programs.</summary>
public sealed record ExternalLink(string File) : FileRefusal(
    $"The file {File} takes values from another file or program: break its links (keep the values) and save it anew.");

/// <summary>The workbook carries another file or object inside.</summary>
public sealed record EmbeddedObject(string File) : FileRefusal(
    $"The file {File} carries another file or object inside: take it out and save the workbook anew.");
