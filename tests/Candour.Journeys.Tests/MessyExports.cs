using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Microsoft.Playwright;
using Parquet;
using Parquet.Schema;

namespace Candour.Journeys.Tests;

/// <summary>A file as an area's system writes it, and what a careful reader counts in it.</summary>
/// <param name="File">Its name, kind and bytes.</param>
/// <param name="Crimes">Crimes of rape that it holds and that can be counted, each once.</param>
/// <param name="Charged">Those with a charge or summons.</param>
/// <param name="Rows">Its rows, right or wrong.</param>
public sealed record MessyExport(FilePayload File, int Crimes, int Charged, int Rows);

/// <summary>
/// The exports of an invented area over one quarter, from two systems that agree on nothing: semicolons in an old encoding and days
/// with the day first; a workbook and a Parquet file with other names for columns and outcomes; crimes that stand twice, a code that nobody
/// knows, a first month that is sent again with late entries, and once more when it was frozen. The quarter is over for long, so that its
/// freeze date has passed on whatever day the journey is made. Made from a seed: no row describes a real person.
/// </summary>
public sealed class MessyExports
{
    /// <summary>Stands in every row of every file.</summary>
    public const string Label = "SYNTHETIC";

    private const int InAMonth = 60;
    private const int Late = 4;

    /// <summary>The columns of the first system; one of its outcomes has a dash of an old Windows program.</summary>
    private static readonly string[] FirstColumns = ["Label", "Crime ref", "Police force", "Offence", "Day reported", "Day recorded", "Outcome", "Day of the extract", "Remark"];

    private static readonly string[] OtherColumns = ["Label", "Crime reference no", "Force", "Offence code", "Reported", "Recorded", "Disposal", "Extract"];

    /// <summary>The four forces of the area, as people write them.</summary>
    private static readonly string[] Forces = ["Aldermoss", "Barrowquay", "Birkenhythe", "Bramblefirth"];

    /// <summary>Each outcome as the list has it, by its code or in its words, and as the other system writes it.</summary>
    private static readonly (string Code, string Spelling)[] Outcomes = [("1", "CHRG"), ("16", "NFA victim"), ("18", "NFA no suspect"), ("0", "OPEN"), ("Caution – adults", "CAUT")];

    private readonly Random draws;
    private readonly List<Crime> april;

    public MessyExports(int seed)
    {
        draws = new Random(seed);
        (april, var may, var june) = (Month(4), Month(5), Month(6));
        First = Semicolons("export-april.csv", april);
        Workbook = new MessyExport(
            new FilePayload { Name = "export-may.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = Xlsx(may.Select(Other)) },
            may.Count, may.Count(crime => crime.Outcome == "1"), may.Count);
        Columnar = Parquet(june);
        List<Crime> again = [.. april, .. Month(4).Take(Late)];
        Again = Semicolons("export-april-again.csv", again);
        TooLate = Semicolons("export-april-too-late.csv", [.. again, Month(4)[0] with { Outcome = "1" }]);
    }

    /// <summary>The outcomes that the other system writes in its own way, with the titles of the list.</summary>
    public static IReadOnlyList<(string Spelling, string Title)> SecondSpellings { get; } =
    [
        ("CAUT", "Caution (adult) (3)"), ("CHRG", "Charged or summonsed (1)"), ("NFA no suspect", "Investigation complete; no suspect identified (18)"),
        ("NFA victim", "Evidential difficulties: suspect identified; victim does not support further action (16)"), ("OPEN", "Not yet assigned an outcome (0)"),
    ];

    /// <summary>April by the first system: semicolons, Windows-1252, the day first, and one crime that stands twice.</summary>
    public MessyExport First { get; }

    /// <summary>May by the other system: a workbook, with a second spelling of outcomes.</summary>
    public MessyExport Workbook { get; }

    /// <summary>June by the other system: Parquet, with a crime that stands twice and an outcome that nobody knows.</summary>
    public MessyExport Columnar { get; }

    /// <summary>April once more, with the crimes that were entered late.</summary>
    public MessyExport Again { get; }

    /// <summary>April for the last time: one crime more, which was charged, comes when the quarter is frozen.</summary>
    public MessyExport TooLate { get; }

    private List<Crime> Month(int month) =>
    [
        .. Enumerable.Range(0, InAMonth).Select(_ =>
        {
            var day = new DateOnly(2025, month, draws.Next(1, 29));
            return new Crime(
                $"SYN-{draws.Next(100_000_000):00000000}", Forces[draws.Next(Forces.Length)], $"19{"CDEF"[draws.Next(4)]}", day.AddDays(-draws.Next(3)), day,
                Outcomes[draws.Next(Outcomes.Length)].Code);
        }),
    ];

    private static MessyExport Semicolons(string name, List<Crime> crimes)
    {
        var text = new StringBuilder().AppendJoin(';', FirstColumns).Append("\r\n");
        foreach (var crime in crimes.Append(crimes[0]))
        {
            text.AppendJoin(
                ';', Label, crime.Reference, crime.Force, crime.Offence, Day(crime.Reported), Day(crime.Recorded), crime.Outcome, "05/07/2025", "Entered by hand").Append("\r\n");
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new MessyExport(
            new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.GetEncoding(1252).GetBytes(text.ToString()) },
            crimes.Count, crimes.Count(crime => crime.Outcome == "1"), crimes.Count + 1);
    }

    private static MessyExport Parquet(List<Crime> crimes)
    {
        var unknown = Other(crimes[0]);
        unknown[6] = "??-SEE-FILE";
        var rows = crimes.Skip(1).Select(Other).Append(Other(crimes[1])).Append(unknown).ToList();
        var fields = OtherColumns.Select(name => new DataField<string>(name)).ToList();
        using var content = new MemoryStream();
        var writer = ParquetWriter.CreateAsync(new ParquetSchema(fields), content).GetAwaiter().GetResult();
        using (var group = writer.CreateRowGroup())
        {
            for (var i = 0; i < fields.Count; i++)
            {
                group.WriteAsync(fields[i], rows.Select(row => row[i]).ToArray()).GetAwaiter().GetResult();
            }
        }

        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return new MessyExport(
            new FilePayload { Name = "export-june.parquet", MimeType = "application/vnd.apache.parquet", Buffer = content.ToArray() },
            crimes.Count - 1, crimes.Skip(1).Count(crime => crime.Outcome == "1"), rows.Count);
    }

    private static string[] Other(Crime crime) =>
    [
        Label, crime.Reference, crime.Force.ToUpperInvariant(), crime.Offence, Day(crime.Reported), Day(crime.Recorded),
        Outcomes.First(one => one.Code == crime.Outcome).Spelling, "05/07/2025",
    ];

    private static byte[] Xlsx(IEnumerable<string[]> rows) => Zipped(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Crimes\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + string.Concat(rows.Prepend(OtherColumns).Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>"))}</row>"))
            + "</sheetData></worksheet>"));

    private static byte[] Zipped(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private sealed record Crime(string Reference, string Force, string Offence, DateOnly Reported, DateOnly Recorded, string Outcome);
}
