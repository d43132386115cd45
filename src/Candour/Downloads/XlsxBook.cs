using System.Globalization;
using System.Xml;

namespace Candour.Downloads;

/// <summary>
/// A book as an Excel workbook: cover, contents and notes first, one table a sheet from cell A1, each marked up as a table, wrapped
/// text, numbers as numbers and everything else as text, no formula, nothing merged, no filter, no frozen pane.
/// </summary>
public static class XlsxBook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";

    private const int Wrapped = 1;
    private const int Heading = 2;
    private const int Plain = 3;
    private const int Percent = 4;

    public static byte[] Write(DownloadBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var sheets = book.Sheets;
        using var zip = new ZippedXml();
        zip.Add("[Content_Types].xml", xml => Types(xml, sheets.Count));
        zip.Add("_rels/.rels", xml => Relations(xml, [("officeDocument", $"{Links}/officeDocument", "xl/workbook.xml"),
            ("core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")]));
        zip.Add("docProps/core.xml", xml => Core(xml, book.Title));
        zip.Add("xl/workbook.xml", xml => Workbook(xml, sheets));
        zip.Add("xl/_rels/workbook.xml.rels", xml => Relations(xml,
        [
            .. sheets.Select((_, i) => ($"s{i + 1}", $"{Links}/worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", $"{Links}/styles", "styles.xml"),
        ]));
        zip.Add("xl/styles.xml", Styles);
        for (var i = 0; i < sheets.Count; i++)
        {
            var (sheet, number) = (sheets[i], i + 1);
            zip.Add($"xl/worksheets/sheet{number}.xml", xml => Sheet(xml, sheet));
            zip.Add($"xl/worksheets/_rels/sheet{number}.xml.rels", xml => Relations(xml, [("t1", $"{Links}/table", $"../tables/table{number}.xml")]));
            zip.Add($"xl/tables/table{number}.xml", xml => Table(xml, sheet, number));
        }

        return zip.Finish();
    }

    private static void Sheet(XmlWriter xml, DownloadTable sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("cols", Main);
        xml.WriteStartElement("col", Main);
        (string Name, string Value)[] wide = [("min", "1"), ("max", Text(sheet.Headings.Count)), ("width", "26"), ("customWidth", "1"), ("style", Text(Wrapped))];
        Attributes(xml, wide);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        Row(xml, 1, sheet.Headings.Select(heading => (DownloadCell)new DownloadCell.Words(heading)), Heading);
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            Row(xml, row + 2, sheet.Rows[row], Wrapped);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("tableParts", Main);
        xml.WriteAttributeString("count", "1");
        xml.WriteStartElement("tablePart", Main);
        xml.WriteAttributeString("r", "id", Links, "t1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, IEnumerable<DownloadCell> cells, int textStyle)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Text(number));
        var column = 0;
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", $"{ColumnName(column++)}{number}");
            if (cell is DownloadCell.Number value)
            {
                xml.WriteAttributeString("s", Text(value.IsShare ? Percent : Plain));
                xml.WriteElementString("v", Main, value.Value.ToString("R", CultureInfo.InvariantCulture));
            }
            else
            {
                xml.WriteAttributeString("s", Text(textStyle));
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteElementString("t", Main, cell is DownloadCell.NoNumber none ? none.Symbol : ((DownloadCell.Words)cell).Text);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Table(XmlWriter xml, DownloadTable sheet, int number)
    {
        xml.WriteStartElement("table", Main);
        Attributes(xml,
        [
            ("id", Text(number)), ("name", $"table_{number}"), ("displayName", $"table_{number}"),
            ("ref", $"A1:{ColumnName(sheet.Headings.Count - 1)}{Math.Max(sheet.Rows.Count, 1) + 1}"), ("totalsRowShown", "0"),
        ]);
        xml.WriteStartElement("tableColumns", Main);
        xml.WriteAttributeString("count", Text(sheet.Headings.Count));
        for (var i = 0; i < sheet.Headings.Count; i++)
        {
            xml.WriteStartElement("tableColumn", Main);
            Attributes(xml, [("id", Text(i + 1)), ("name", sheet.Headings[i])]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, IReadOnlyList<DownloadTable> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            Attributes(xml, [("name", sheets[i].Name), ("sheetId", Text(i + 1))]);
            xml.WriteAttributeString("r", "id", Links, $"s{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw(
            "<fonts count=\"2\"><font><sz val=\"12\"/><name val=\"Arial\"/></font><font><b/><sz val=\"12\"/><name val=\"Arial\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf xfId=\"0\"/>"
            + "<xf numFmtId=\"49\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            + "<xf numFmtId=\"49\" fontId=\"1\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            + "<xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"10\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>");
        xml.WriteEndElement();
    }

    private static void Types(XmlWriter xml, int sheets)
    {
        const string space = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        xml.WriteStartElement("Types", space);
        Part("Default", ("Extension", "rels"), "application/vnd.openxmlformats-package.relationships+xml");
        Part("Default", ("Extension", "xml"), "application/xml");
        Part("Override", ("PartName", "/xl/workbook.xml"), $"{office}.sheet.main+xml");
        Part("Override", ("PartName", "/xl/styles.xml"), $"{office}.styles+xml");
        Part("Override", ("PartName", "/docProps/core.xml"), "application/vnd.openxmlformats-package.core-properties+xml");
        for (var i = 1; i <= sheets; i++)
        {
            Part("Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), $"{office}.worksheet+xml");
            Part("Override", ("PartName", $"/xl/tables/table{i}.xml"), $"{office}.table+xml");
        }

        xml.WriteEndElement();

        void Part(string element, (string Name, string Value) which, string type)
        {
            xml.WriteStartElement(element, space);
            Attributes(xml, [which, ("ContentType", type)]);
            xml.WriteEndElement();
        }
    }

    private static void Core(XmlWriter xml, string title)
    {
        const string space = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", space, title);
        xml.WriteElementString("dc", "creator", space, "Candour");
        xml.WriteElementString("dc", "language", space, "en-GB");
        xml.WriteEndElement();
    }

    private static void Relations(XmlWriter xml, IEnumerable<(string Id, string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", PackageLinks);
        foreach (var (id, type, target) in relations)
        {
            xml.WriteStartElement("Relationship", PackageLinks);
            Attributes(xml, [("Id", id), ("Type", type), ("Target", target)]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, IEnumerable<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of at most 26 columns.</summary>
    private static string ColumnName(int index) => ((char)('A' + index)).ToString(CultureInfo.InvariantCulture);
}
