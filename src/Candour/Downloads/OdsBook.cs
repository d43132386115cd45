using System.Globalization;
using System.Xml;

namespace Candour.Downloads;

/// <summary>A book as an OpenDocument spreadsheet, by the same rules as <see cref="XlsxBook"/>; each table is a named range.</summary>
public static class OdsBook
{
    public const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";

    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Texts = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private const string Form = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private const string Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";

    public static byte[] Write(DownloadBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        using var zip = new ZippedXml();
        zip.AddPlain("mimetype", MediaType);
        zip.Add("META-INF/manifest.xml", Manifest);
        zip.Add("meta.xml", xml => Meta(xml, book.Title));
        zip.Add("content.xml", xml => Content(xml, book.Sheets));
        return zip.Finish();
    }

    private static void Content(XmlWriter xml, IReadOnlyList<DownloadTable> sheets)
    {
        xml.WriteStartElement("office", "document-content", Office);
        xml.WriteAttributeString("office", "version", Office, "1.3");
        Styles(xml);
        xml.WriteStartElement("office", "body", Office);
        xml.WriteStartElement("office", "spreadsheet", Office);
        foreach (var sheet in sheets)
        {
            xml.WriteStartElement("table", "table", Tables);
            xml.WriteAttributeString("table", "name", Tables, sheet.Name);
            xml.WriteStartElement("table", "table-column", Tables);
            xml.WriteAttributeString("table", "style-name", Tables, "wide");
            xml.WriteAttributeString("table", "number-columns-repeated", Tables, sheet.Headings.Count.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteStartElement("table", "table-header-rows", Tables);
            Row(xml, sheet.Headings.Select(heading => (DownloadCell)new DownloadCell.Words(heading)), "heading");
            xml.WriteEndElement();
            foreach (var row in sheet.Rows)
            {
                Row(xml, row, "wrapped");
            }

            xml.WriteEndElement();
        }

        Ranges(xml, sheets);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, IEnumerable<DownloadCell> cells, string textStyle)
    {
        xml.WriteStartElement("table", "table-row", Tables);
        foreach (var cell in cells)
        {
            xml.WriteStartElement("table", "table-cell", Tables);
            if (cell is DownloadCell.Number number)
            {
                var value = number.Value.ToString("R", CultureInfo.InvariantCulture);
                xml.WriteAttributeString("table", "style-name", Tables, number.IsShare ? "share" : "number");
                xml.WriteAttributeString("office", "value-type", Office, number.IsShare ? "percentage" : "float");
                xml.WriteAttributeString("office", "value", Office, value);
                xml.WriteElementString("text", "p", Texts, number.IsShare ? number.Value.ToString("0.00%", CultureInfo.InvariantCulture) : value);
            }
            else
            {
                xml.WriteAttributeString("table", "style-name", Tables, textStyle);
                xml.WriteAttributeString("office", "value-type", Office, "string");
                xml.WriteElementString("text", "p", Texts, cell is DownloadCell.NoNumber none ? none.Symbol : ((DownloadCell.Words)cell).Text);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Ranges(XmlWriter xml, IReadOnlyList<DownloadTable> sheets)
    {
        xml.WriteStartElement("table", "database-ranges", Tables);
        for (var i = 0; i < sheets.Count; i++)
        {
            var last = $"{(char)('A' + sheets[i].Headings.Count - 1)}{Math.Max(sheets[i].Rows.Count, 1) + 1}";
            xml.WriteStartElement("table", "database-range", Tables);
            xml.WriteAttributeString("table", "name", Tables, $"table_{i + 1}");
            xml.WriteAttributeString("table", "target-range-address", Tables, $"'{sheets[i].Name}'.A1:'{sheets[i].Name}'.{last}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("office", "automatic-styles", Office);
        xml.WriteStartElement("number", "percentage-style", Number);
        xml.WriteAttributeString("style", "name", Style, "percent");
        xml.WriteStartElement("number", "number", Number);
        xml.WriteAttributeString("number", "decimal-places", Number, "2");
        xml.WriteAttributeString("number", "min-integer-digits", Number, "1");
        xml.WriteEndElement();
        xml.WriteElementString("number", "text", Number, "%");
        xml.WriteEndElement();
        One("wide", "table-column", () => Inner("table-column-properties", "style", "column-width", Style, "5cm"));
        One("number", "table-cell", () => { });
        One("share", "table-cell", () => { }, "percent");
        One("wrapped", "table-cell", () => Inner("table-cell-properties", "fo", "wrap-option", Form, "wrap"));
        One("heading", "table-cell", () =>
        {
            Inner("table-cell-properties", "fo", "wrap-option", Form, "wrap");
            Inner("text-properties", "fo", "font-weight", Form, "bold");
        });
        xml.WriteEndElement();

        void One(string name, string family, Action inside, string data = "")
        {
            xml.WriteStartElement("style", "style", Style);
            xml.WriteAttributeString("style", "name", Style, name);
            xml.WriteAttributeString("style", "family", Style, family);
            if (data.Length > 0)
            {
                xml.WriteAttributeString("style", "data-style-name", Style, data);
            }

            inside();
            xml.WriteEndElement();
        }

        void Inner(string element, string prefix, string name, string space, string value)
        {
            xml.WriteStartElement("style", element, Style);
            xml.WriteAttributeString(prefix, name, space, value);
            xml.WriteEndElement();
        }
    }

    private static void Manifest(XmlWriter xml)
    {
        const string space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
        xml.WriteStartElement("manifest", "manifest", space);
        xml.WriteAttributeString("manifest", "version", space, "1.3");
        foreach (var (path, type) in new[] { ("/", MediaType), ("content.xml", "text/xml"), ("meta.xml", "text/xml") })
        {
            xml.WriteStartElement("manifest", "file-entry", space);
            xml.WriteAttributeString("manifest", "full-path", space, path);
            xml.WriteAttributeString("manifest", "media-type", space, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Meta(XmlWriter xml, string title)
    {
        const string dc = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("office", "document-meta", Office);
        xml.WriteAttributeString("office", "version", Office, "1.3");
        xml.WriteStartElement("office", "meta", Office);
        xml.WriteElementString("dc", "title", dc, title);
        xml.WriteElementString("dc", "creator", dc, "Candour");
        xml.WriteElementString("dc", "language", dc, "en-GB");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
