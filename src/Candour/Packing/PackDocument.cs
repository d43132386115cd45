using System.Xml;
using Candour.Downloads;
using Candour.Packs;

namespace Candour.Packing;

/// <summary>
/// The pack as a word-processor document (WordprocessingML): headings, lists and tables whose row of headings repeats on every page.
/// A drawing stands in it as the table that holds its numbers.
/// </summary>
internal static class PackDocument
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Numbered = "1";
    private const string Bulleted = "2";

    public static byte[] Write(Pack pack)
    {
        using var zip = new ZippedXml();
        zip.Add("[Content_Types].xml", WriteTypes);
        zip.Add("_rels/.rels", xml => Relations(xml,
            ("d", $"{Office}/officeDocument", "word/document.xml"),
            ("c", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")));
        zip.Add("docProps/core.xml", xml => Core(xml, pack.Title));
        zip.Add("word/_rels/document.xml.rels", xml => Relations(xml, ("s", $"{Office}/styles", "styles.xml"), ("n", $"{Office}/numbering", "numbering.xml")));
        zip.Add("word/styles.xml", Styles);
        zip.Add("word/numbering.xml", Numbering);
        zip.Add("word/document.xml", xml => Document(xml, pack));
        return zip.Finish();
    }

    private static void Document(XmlWriter xml, Pack pack)
    {
        xml.WriteStartElement("w", "document", W);
        Start(xml, "body");
        Paragraph(xml, "Title", pack.Title);
        Table(xml, "About this pack", ["About", "Text"], PackWords.About(pack).Select(one => (IReadOnlyList<string>)[one.Label, one.Text]));
        foreach (var section in PackSections.Of(pack))
        {
            Paragraph(xml, "Heading1", section.Heading);
            foreach (var block in section.Blocks)
            {
                Write(xml, block);
            }
        }

        Section(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, PackBlock block)
    {
        switch (block)
        {
            case PackBlock.Words words:
                Paragraph(xml, "", words.Text);
                break;
            case PackBlock.Numbered list:
                Items(xml, Numbered, list.Items);
                break;
            case PackBlock.Point point:
                Exception(xml, point);
                break;
            case PackBlock.Commentary said:
                Items(xml, Bulleted, said.Sentences.Select(PackWords.Of));
                break;
            case PackBlock.Table table:
                Table(xml, table.Caption, table.Headings, table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)]));
                break;
            case PackBlock.Entries entries:
                foreach (var (name, lines) in entries.Of)
                {
                    Paragraph(xml, "Heading2", name);
                    lines.ToList().ForEach(line => Paragraph(xml, "", line));
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "A part of a pack that a document cannot write.");
        }
    }

    private static void Exception(XmlWriter xml, PackBlock.Point point)
    {
        Paragraph(xml, "Heading2", point.Of.Title);
        Paragraph(xml, "", point.Of.Sentence);
        if (point.Latest is { } table)
        {
            Table(xml, table.Caption, [.. table.Columns.Select(column => column.Heading)], table.Rows);
        }

        if (point.Whole.Length > 0)
        {
            Paragraph(xml, "", point.Whole);
        }

        foreach (var reading in point.Of.Cites)
        {
            Paragraph(xml, "", $"Cites {reading.Reference}");
        }

        Items(xml, Bulleted, point.Of.Commentary.Select(PackWords.Of));
    }

    private static void Items(XmlWriter xml, string list, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            Item(xml, list, item);
        }
    }

    private static void Table(XmlWriter xml, string caption, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        Paragraph(xml, "Caption", caption);
        Start(xml, "tbl");
        Start(xml, "tblPr");
        Value(xml, "tblStyle", "CandourTable");
        Start(xml, "tblW");
        Attribute(xml, "w", "5000");
        Attribute(xml, "type", "pct");
        xml.WriteEndElement();
        Start(xml, "tblLook");
        Attribute(xml, "val", "0020");
        Attribute(xml, "firstRow", "1");
        Attribute(xml, "firstColumn", "0");
        xml.WriteEndElement();
        Value(xml, "tblCaption", caption);
        xml.WriteEndElement();
        Start(xml, "tblGrid");
        foreach (var _ in headings)
        {
            Start(xml, "gridCol");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Row(xml, headings, isHead: true);
        foreach (var row in rows)
        {
            Row(xml, row, isHead: false);
        }

        xml.WriteEndElement();
        // Two tables that meet would become one.
        Paragraph(xml, "", "");
    }

    private static void Row(XmlWriter xml, IReadOnlyList<string> cells, bool isHead)
    {
        Start(xml, "tr");
        Start(xml, "trPr");
        Empty(xml, "cantSplit");
        if (isHead)
        {
            Empty(xml, "tblHeader");
        }

        xml.WriteEndElement();
        foreach (var cell in cells)
        {
            Start(xml, "tc");
            Paragraph(xml, "", cell);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Paragraph(XmlWriter xml, string style, string text) => Paragraph(xml, text, () =>
    {
        if (style.Length > 0)
        {
            Value(xml, "pStyle", style);
        }
    });

    private static void Item(XmlWriter xml, string list, string text) => Paragraph(xml, text, () =>
    {
        Start(xml, "numPr");
        Value(xml, "ilvl", "0");
        Value(xml, "numId", list);
        xml.WriteEndElement();
    });

    private static void Paragraph(XmlWriter xml, string text, Action properties)
    {
        Start(xml, "p");
        Start(xml, "pPr");
        properties();
        xml.WriteEndElement();
        if (text.Length > 0)
        {
            Start(xml, "r");
            Start(xml, "t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(string.Concat(text.Select(sign => XmlConvert.IsXmlChar(sign) || char.IsSurrogate(sign) ? sign : '\uFFFD')));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>A4 with a margin of 2 cm.</summary>
    private static void Section(XmlWriter xml)
    {
        Start(xml, "sectPr");
        Start(xml, "pgSz");
        Attribute(xml, "w", "11906");
        Attribute(xml, "h", "16838");
        xml.WriteEndElement();
        Start(xml, "pgMar");
        foreach (var side in (string[])["top", "right", "bottom", "left"])
        {
            Attribute(xml, side, "1134");
        }

        Attribute(xml, "header", "709");
        Attribute(xml, "footer", "709");
        Attribute(xml, "gutter", "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("w", "styles", W);
        xml.WriteRaw(
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
            + Heading("Title", "Title", "", "40") + Heading("Heading1", "heading 1", "<w:outlineLvl w:val=\"0\"/>", "32")
            + Heading("Heading2", "heading 2", "<w:outlineLvl w:val=\"1\"/>", "26") + Heading("Caption", "caption", "", "22")
            + "<w:style w:type=\"table\" w:styleId=\"CandourTable\"><w:name w:val=\"Candour Table\"/><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:tblPr><w:tblBorders>"
            + "<w:top w:val=\"single\" w:sz=\"4\" w:color=\"6B7278\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"6B7278\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"6B7278\"/>"
            + "</w:tblBorders><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
            + "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>");
        xml.WriteEndElement();

        static string Heading(string id, string name, string outline, string size) =>
            $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
            + $"<w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/>{outline}</w:pPr><w:rPr><w:b/><w:sz w:val=\"{size}\"/></w:rPr></w:style>";
    }

    private static void Numbering(XmlWriter xml)
    {
        xml.WriteStartElement("w", "numbering", W);
        xml.WriteRaw(
            List("0", "decimal", "%1.") + List("1", "bullet", "\u2022")
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>");
        xml.WriteEndElement();

        static string List(string id, string format, string text) =>
            $"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>"
            + $"<w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"454\" w:hanging=\"454\"/></w:pPr></w:lvl></w:abstractNum>";
    }

    private static void WriteTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", Types);
        Part("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Part("Default", "Extension", "xml", "application/xml");
        Part("Override", "PartName", "/word/document.xml", $"{Word}.document.main+xml");
        Part("Override", "PartName", "/word/styles.xml", $"{Word}.styles+xml");
        Part("Override", "PartName", "/word/numbering.xml", $"{Word}.numbering+xml");
        Part("Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        xml.WriteEndElement();

        void Part(string element, string which, string name, string type)
        {
            xml.WriteStartElement(element, Types);
            xml.WriteAttributeString(which, name);
            xml.WriteAttributeString("ContentType", type);
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

    private static void Relations(XmlWriter xml, params IReadOnlyList<(string Id, string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Links);
        foreach (var (id, type, target) in relations)
        {
            xml.WriteStartElement("Relationship", Links);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name) => xml.WriteStartElement("w", name, W);

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString("w", name, W, value);

    private static void Value(XmlWriter xml, string name, string value)
    {
        Start(xml, name);
        Attribute(xml, "val", value);
        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string name)
    {
        Start(xml, name);
        xml.WriteEndElement();
    }
}
