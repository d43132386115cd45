using System.IO.Compression;
using System.Security;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Candour.Tests.Intake.Fuzzing;

/// <summary>A table of invented cases that is right in every cell, and the ways in which a system may write it.</summary>
internal sealed class CaseTable
{
    public static readonly string[] Header =
    [
        "case_id", "suspect_id", "victim_id", "area", "unit", "offence_code", "report_date", "decision_date", "charge_date", "finalisation_date",
        "outcome_code", "victim_sex", "victim_ethnicity", "victim_age", "victim_disability", "relationship", "victim_supports_prosecution",
    ];

    public List<string[]> Rows { get; } = [];

    public static CaseTable Invent(Random draws)
    {
        var table = new CaseTable();
        var rows = draws.Next(3, 12);
        for (var i = 0; i < rows; i++)
        {
            var day = new DateOnly(2023, 1, 1).AddDays(draws.Next(500));
            table.Rows.Add(
            [
                $"C{draws.Next(100_000):000000}{i:00}", $"S{i:0000}", $"V{i:0000}", "A01", $"U1{draws.Next(3)}", "19C", Text(day), Text(day.AddDays(draws.Next(90))), "",
                "", draws.Next(2) == 0 ? "14" : "16", "FMXU"[draws.Next(4)].ToString(), "W1", $"{draws.Next(1, 99)}", "N", "EXPARTNER", "YNWU"[draws.Next(4)].ToString(),
            ]);
        }

        return table;
    }

    /// <summary>One of the ways to write it, with the ending that belongs to it.</summary>
    public (string Ending, byte[] Bytes) Written(Random draws, bool textOnly)
    {
        var text = Delimited(",;\t|"[draws.Next(4)], draws.Next(3) == 0 ? '"' : '\0', draws.Next(3) == 0 ? "\r\n" : "\n");
        return (textOnly ? draws.Next(3) : draws.Next(7)) switch
        {
            0 => (".csv", Encoding.UTF8.GetBytes(text)),
            1 => (".csv", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]),
            2 => (".csv.gz", Packed(Encoding.UTF8.GetBytes(text))),
            3 => (".xlsx", Xlsx()),
            4 => (".ods", Ods()),
            5 => (".xls", OldWorkbook.Of("Cases", [Header, .. Rows])),
            _ => (".parquet", Parquet()),
        };
    }

    /// <summary>Every way to write rows under the header, with its ending.</summary>
    public static IEnumerable<(string Ending, byte[] Bytes)> InEveryWay(IEnumerable<string[]> rows)
    {
        var table = new CaseTable();
        table.Rows.AddRange(rows);
        var text = Encoding.UTF8.GetBytes(table.Delimited(',', '\0', "\n"));
        return
        [
            (".csv", text), (".csv.gz", Packed(text)), (".xlsx", table.Xlsx()), (".ods", table.Ods()),
            (".xls", OldWorkbook.Of("Cases", [Header, .. table.Rows])), (".parquet", table.Parquet()),
        ];
    }

    private string Delimited(char delimiter, char quote, string end)
    {
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend(Header))
        {
            text.AppendJoin(delimiter, row.Select(cell => quote != '\0' || cell.Contains(delimiter, StringComparison.Ordinal) ? $"\"{cell}\"" : cell)).Append(end);
        }

        return text.ToString();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var packed = new GZipStream(stream, CompressionLevel.Fastest))
        {
            packed.Write(bytes);
        }

        return stream.ToArray();
    }

    private byte[] Xlsx() => Zipped(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Cases\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + string.Concat(Rows.Prepend(Header).Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(cell)}</t></is></c>"))}</row>"))
            + "</sheetData></worksheet>"));

    private byte[] Ods() => Zipped(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body><office:spreadsheet><table:table table:name=\"Cases\">"
            + string.Concat(Rows.Prepend(Header).Select(row => $"<table:table-row>{string.Concat(row.Select(cell => $"<table:table-cell office:value-type=\"string\"><text:p>{Escaped(cell)}</text:p></table:table-cell>"))}</table:table-row>"))
            + "</table:table></office:spreadsheet></office:body></office:document-content>"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"));

    private byte[] Parquet()
    {
        var fields = Header.Select(name => new DataField<string>(name)).ToList();
        using var content = new MemoryStream();
        var writer = ParquetWriter.CreateAsync(new ParquetSchema(fields), content).GetAwaiter().GetResult();
        using (var group = writer.CreateRowGroup())
        {
            for (var i = 0; i < fields.Count; i++)
            {
                group.WriteAsync(fields[i], Rows.Select(row => row[i]).ToArray()).GetAwaiter().GetResult();
            }
        }

        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return content.ToArray();
    }

    private static string Escaped(string text) => SecurityElement.Escape(text)!;

    private static byte[] Zipped(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");
}
