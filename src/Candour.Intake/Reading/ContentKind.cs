namespace Candour.Intake.Reading;

/// <summary>What the first bytes of a file are, whatever its name says.</summary>
public enum ContentKind
{
    /// <summary>Nothing known: text, or refused as text.</summary>
    Text,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>A zip container: a workbook, an open document, or anything else.</summary>
    Zip,

    /// <summary>A compound file: an old workbook, or an encrypted new one.</summary>
    Compound,

    /// <summary>Parquet.</summary>
    Parquet,

    /// <summary>Something that is never read here.</summary>
    Other,
}

/// <summary>Recognises content by its first bytes.</summary>
public static class Content
{
    /// <summary>How many bytes at the start are looked at.</summary>
    public const int Looked = 64 * 1024;

    private const double MostControls = 0.01;

    /// <summary>What the bytes are, and in words for a refusal.</summary>
    public static (ContentKind Kind, string Words) Of(ReadOnlySpan<byte> start) =>
        start.StartsWith<byte>([0x1F, 0x8B]) ? (ContentKind.Gzip, "compressed with gzip")
        : start.StartsWith("PK"u8) ? (ContentKind.Zip, "a workbook or another zip container")
        : start.StartsWith("PAR1"u8) ? (ContentKind.Parquet, "a Parquet file")
        : start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? (ContentKind.Compound, "an old workbook")
        : start.StartsWith("%PDF"u8) ? (ContentKind.Other, "a PDF document")
        : start.StartsWith("SQLite format 3"u8) ? (ContentKind.Other, "a database")
        : start.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD]) || start.StartsWith("BZh"u8) || start.StartsWith<byte>([0xFD, 0x37, 0x7A, 0x58])
            || start.StartsWith("7z\xBC"u8) || start.StartsWith("Rar!"u8) ? (ContentKind.Other, "compressed in a way that is not read here")
        : TextEncoding.HasMark(start) ? (ContentKind.Text, "text")
        : LooksLikeMarkup(start) ? (ContentKind.Other, "a web page or another marked-up document")
        : TextEncoding.LooksLikeUtf16(start).Length > 0 ? (ContentKind.Text, "text in an encoding other than UTF-8")
        : Controls(start) > MostControls * start.Length ? (ContentKind.Other, "binary, or text in an encoding other than UTF-8")
        : (ContentKind.Text, "text");

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> start)
    {
        var trimmed = start.TrimStart(" \t\r\n"u8);
        return trimmed.Length > 1 && trimmed[0] == (byte)'<' && (trimmed[1] is (byte)'!' or (byte)'?' || char.IsAsciiLetter((char)trimmed[1]));
    }

    private static int Controls(ReadOnlySpan<byte> start)
    {
        var controls = 0;
        foreach (var one in start)
        {
            controls += one < 0x20 && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C) ? 1 : 0;
        }

        // A short file with one stray sign is text with a finding, not binary.
        return controls <= 2 ? 0 : controls;
    }
}
