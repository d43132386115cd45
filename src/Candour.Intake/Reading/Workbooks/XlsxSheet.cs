using System.Globalization;
using System.Xml;
using Candour.Kernel;

namespace Candour.Intake.Reading.Workbooks;

/// <summary>
/// Reads one sheet in two passes: first what stands after the cells and bears on them (merged ranges, hidden columns), then the
/// rows themselves. Formulas are named and never evaluated.
/// </summary>
internal sealed class XlsxSheet(ZipParts parts, XlsxBook book, string part)
{
    private const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;
    private const int MostMerged = 20_000;

    private readonly List<(int Top, int Left, int Bottom, int Right)> merged = [];
    private readonly List<string> hiddenColumns = [];
    private readonly List<long> hiddenRows = [];
    private int nextMerged;
    private readonly List<(int Top, int Left, int Bottom, int Right)> mergedHere = [];
    private long hiddenCount;

    public void Read(SheetHeading heading, IRecordSink sink)
    {
        parts.Each(part, LookAhead);
        merged.Sort();
        sink.BeginSheet(heading);
        parts.Each(part, reader => ReadRows(reader, sink));
        sink.EndSheet(Hidden.Findings(hiddenRows, hiddenCount, hiddenColumns));
    }

    private void LookAhead(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "sheetData")
            {
                reader.Skip();
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && merged.Count < MostMerged)
            {
                var ends = (reader.GetAttribute("ref") ?? "").Split(':');
                var (left, top) = CellReference.Of(ends[0]);
                var (right, bottom) = CellReference.Of(ends[^1]);
                merged.Add((top, left, bottom, right));
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "col" } && reader.GetAttribute("hidden") is "1" or "true")
            {
                hiddenColumns.Add(reader.GetAttribute("min") == reader.GetAttribute("max") ? $"{reader.GetAttribute("min")}" : $"{reader.GetAttribute("min")} to {reader.GetAttribute("max")}");
            }
        }
    }

    private void ReadRows(XmlReader reader, IRecordSink sink)
    {
        var row = 0;
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            var number = int.TryParse(reader.GetAttribute("r"), out var stated) ? stated : row + 1;
            if (number <= row || number > MostRows)
            {
                throw new PartRefusedException(new WorkbookDamaged(parts.File, Path.GetFileName(part)));
            }

            row = number;
            var isHidden = reader.GetAttribute("hidden") is "1" or "true";
            var cells = ReadCells(reader, row);
            var record = new SourceRecord(row, cells);
            if (isHidden && !record.IsBlank)
            {
                hiddenCount++;
                if (hiddenRows.Count < Hidden.MostListed)
                {
                    hiddenRows.Add(row);
                }
            }

            sink.Take(record);
        }
    }

    private List<Cell> ReadCells(XmlReader reader, int row)
    {
        var cells = new List<Cell>();
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                {
                    continue;
                }

                var column = reader.GetAttribute("r") is { Length: > 0 } reference ? CellReference.Of(reference).Column : cells.Count + 1;
                if (column <= cells.Count || column > MostColumns)
                {
                    throw new PartRefusedException(new WorkbookDamaged(parts.File, Path.GetFileName(part)));
                }

                while (cells.Count < column - 1)
                {
                    cells.Add(Cell.Empty);
                }

                cells.Add(ReadCell(reader));
            }
        }

        for (; nextMerged < merged.Count && merged[nextMerged].Top <= row; nextMerged++)
        {
            mergedHere.Add(merged[nextMerged]);
        }

        mergedHere.RemoveAll(range => range.Bottom < row);
        foreach (var (top, left, _, right) in mergedHere)
        {
            for (var column = Math.Max(left, 1); column <= Math.Min(right, MostColumns); column++)
            {
                while (cells.Count < column)
                {
                    cells.Add(Cell.Empty);
                }

                cells[column - 1] = row == top && column == left ? cells[column - 1] : new Cell("", CellKind.Merged);
            }
        }

        return cells;
    }

    private Cell ReadCell(XmlReader reader)
    {
        var (type, style) = (reader.GetAttribute("t") ?? "n", reader.GetAttribute("s") ?? "");
        var (value, text, isFormula) = ("", "", false);
        if (reader.IsEmptyElement)
        {
            return Cell.Empty;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "f")
            {
                isFormula = true;
            }
            else if (reader.LocalName == "v" && !reader.IsEmptyElement)
            {
                value = reader.ReadString();
            }
            else if (reader.LocalName == "is")
            {
                text = XlsxBook.TextOf(reader);
            }
        }

        return isFormula ? new Cell(value, CellKind.Formula) : type switch
        {
            "inlineStr" => new Cell(text),
            "str" => new Cell(value),
            "s" => book.Shared(value),
            "b" => new Cell(value, CellKind.TrueOrFalse),
            "e" => new Cell(value, CellKind.Fault),
            "d" => Day(value),
            "n" when value.Length == 0 => Cell.Empty,
            "n" when book.ShowsADay(style) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) =>
                SheetDates.Of(serial, book.Counts1904),
            "n" => SheetDates.Number(value),
            _ => new Cell(value, CellKind.Fault),
        };
    }

    private static Cell Day(string value) =>
        DateTime.TryParseExact(
            value.TrimEnd('Z'), ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var at)
            ? new Cell(
                at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                at.TimeOfDay == TimeSpan.Zero ? CellKind.Date : CellKind.DateAndTime)
            : new Cell(value, CellKind.NoDate);
}

/// <summary>What a sheet hides from whoever looks at it.</summary>
internal static class Hidden
{
    public const int MostListed = 20;

    public static IReadOnlyList<Finding> Findings(IReadOnlyList<long> rows, long count, IReadOnlyList<string> columns)
    {
        var found = new List<Finding>();
        if (count > 0)
        {
            found.Add(new Finding(
                "HIDDEN_ROWS", Severity.Warning, rows[0], "", "",
                $"{count} row(s) are hidden in the sheet and were read like the others: {string.Join(", ", rows)}{(count > rows.Count ? " …" : "")}. "
                + "If they were filtered out on purpose, delete them and send the file again.", count));
        }

        if (columns.Count > 0)
        {
            found.Add(new Finding(
                "HIDDEN_COLUMNS", Severity.Warning, 1, "", "",
                $"Column(s) {string.Join(", ", columns.Take(MostListed))} are hidden in the sheet and were read like the others: look at what they hold."));
        }

        return found;
    }
}

/// <summary>A reference such as AB12.</summary>
internal static class CellReference
{
    /// <summary>Column and row, from 1; 0 where it says none.</summary>
    public static (int Column, int Row) Of(string reference)
    {
        var (column, row) = (0, 0);
        foreach (var sign in reference)
        {
            if (char.IsAsciiLetter(sign))
            {
                column = column > 100_000 ? column : (column * 26) + (char.ToUpperInvariant(sign) - 'A' + 1);
            }
            else if (char.IsAsciiDigit(sign))
            {
                row = row > 100_000_000 ? row : (row * 10) + (sign - '0');
            }
        }

        return (column, row);
    }
}
