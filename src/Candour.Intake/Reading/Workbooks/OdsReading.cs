using System.Globalization;
using System.Text;
using System.Xml;

namespace Candour.Intake.Reading.Workbooks;

/// <summary>Reads an open-document spreadsheet. Repeated cells and rows are written once in the file; blank ones are stepped over.</summary>
internal sealed class OdsReading(ZipParts parts)
{
    private const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;
    private const int MostRepeats = 1_000;

    private readonly HashSet<string> hiddenStyles = new(StringComparer.Ordinal);

    public void Read(IRecordSink sink)
    {
        if (parts.Has("META-INF/manifest.xml"))
        {
            parts.Each("META-INF/manifest.xml", RefuseEncrypted);
        }

        parts.Each("content.xml", reader =>
        {
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "style" } && reader.GetAttribute("family", reader.NamespaceURI) == "table")
                {
                    ReadStyle(reader);
                }
                else if (reader is { NodeType: XmlNodeType.Element, LocalName: "table" } && reader.NamespaceURI.EndsWith(":table:1.0", StringComparison.Ordinal))
                {
                    ReadSheet(reader, sink);
                }
            }
        });
    }

    private void RefuseEncrypted(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.LocalName == "encryption-data")
            {
                throw new PartRefusedException(new EncryptedWorkbook(parts.File));
            }
        }
    }

    private void ReadStyle(XmlReader reader)
    {
        var name = Attribute(reader, "name");
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.LocalName == "table-properties" && Attribute(reader, "display") == "false")
            {
                hiddenStyles.Add(name);
            }
        }
    }

    private void ReadSheet(XmlReader reader, IRecordSink sink)
    {
        sink.BeginSheet(new SheetHeading(Attribute(reader, "name"), hiddenStyles.Contains(Attribute(reader, "style-name"))));
        var (row, hiddenCount) = (0L, 0L);
        var hiddenRows = new List<long>();
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "table-row" })
            {
                continue;
            }

            var repeated = Repeats(reader, "number-rows-repeated");
            var isHidden = Attribute(reader, "visibility") is "collapse" or "filter";
            var record = new SourceRecord(row + 1, ReadCells(reader));
            if (record.IsBlank && !record.Cells.Any(cell => cell.Kind == CellKind.Merged))
            {
                row += repeated;
                continue;
            }

            if (repeated > MostRepeats || row + repeated > MostRows)
            {
                throw new PartRefusedException(new CompressionRatio(parts.File, "a row of it is repeated more often than any record is"));
            }

            for (var i = 0; i < repeated; i++)
            {
                sink.Take(record with { Line = ++row });
                hiddenCount += isHidden ? 1 : 0;
                if (isHidden && hiddenRows.Count < Hidden.MostListed)
                {
                    hiddenRows.Add(row);
                }
            }
        }

        sink.EndSheet(Hidden.Findings(hiddenRows, hiddenCount, []));
    }

    private List<Cell> ReadCells(XmlReader reader)
    {
        var cells = new List<Cell>();
        var blanks = 0;
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("table-cell" or "covered-table-cell"))
            {
                continue;
            }

            var repeated = Repeats(reader, "number-columns-repeated");
            var cell = reader.LocalName == "covered-table-cell" ? new Cell("", CellKind.Merged) : ReadCell(reader);
            if (cell.IsBlank)
            {
                // Kept back: a row ends in thousands of blanks that nobody wrote.
                blanks = (int)Math.Min(MostColumns, (long)blanks + repeated);
                continue;
            }

            if (cells.Count + (long)blanks + repeated > MostColumns || (cell.Kind != CellKind.Merged && repeated > MostRepeats))
            {
                throw new PartRefusedException(new CompressionRatio(parts.File, "a cell of it is repeated more often than any record has cells"));
            }

            cells.AddRange(Enumerable.Repeat(Cell.Empty, blanks));
            blanks = 0;
            cells.AddRange(Enumerable.Repeat(cell, repeated));
        }

        return cells;
    }

    private static Cell ReadCell(XmlReader reader)
    {
        var (type, isFormula) = (Attribute(reader, "value-type"), Attribute(reader, "formula").Length > 0);
        var (value, day, truth) = (Attribute(reader, "value"), Attribute(reader, "date-value"), Attribute(reader, "boolean-value"));
        var isError = reader.GetAttribute("value-type", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0") == "error";
        var text = TextOf(reader);
        return isFormula ? new Cell(text.Length > 0 ? text : value, CellKind.Formula)
            : isError ? new Cell(text, CellKind.Fault)
            : type switch
            {
                "date" => Day(day),
                "boolean" => new Cell(truth, CellKind.TrueOrFalse),
                "float" or "percentage" or "currency" => SheetDates.Number(value),
                "time" => new Cell(text, CellKind.Fault),
                _ => new Cell(text),
            };
    }

    private static string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "annotation" })
            {
                reader.Skip();
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "p" } && text.Length > 0)
            {
                text.Append('\n');
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "s" })
            {
                text.Append(' ', Math.Clamp(int.TryParse(Attribute(reader, "c"), out var blanks) ? blanks : 1, 1, MostRepeats));
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text.Append(reader.Value);
            }

            if (reader.Depth <= depth)
            {
                break;
            }
        }

        return text.ToString();
    }

    private static Cell Day(string value) =>
        !DateTime.TryParseExact(
            value, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new Cell(value, CellKind.NoDate)
            : at.TimeOfDay == TimeSpan.Zero ? new Cell(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date)
            : new Cell(at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), CellKind.DateAndTime);

    private static int Repeats(XmlReader reader, string name) =>
        int.TryParse(Attribute(reader, name), out var times) && times > 0 ? times : 1;

    private static string Attribute(XmlReader reader, string localName)
    {
        var found = "";
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            found = reader.LocalName == localName && !reader.NamespaceURI.Contains("calcext", StringComparison.Ordinal) ? reader.Value : found;
        }

        reader.MoveToElement();
        return found;
    }
}
