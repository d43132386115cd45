#:property PublishAot=false

// Whether LibreOffice opens what is taken away, and reads from it what was written: dotnet run bench/spreadsheets.cs [WORKSPACE]
// A demonstration (or the workspace) is served on loopback; every kind of book is downloaded as XLSX, ODS and CSV, and each XLSX and ODS is
// opened headless and saved as one flat file. Then, cell by cell: what is a number in the CSV is a number, everything else text, names and codes
// are text whatever they look like, no cell is a formula, and both books say the same as the CSV. Ends with 1 on a miss.
// Needs LibreOffice: apt-get install libreoffice-calc

using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

const int Port = 5073;
var house = Directory.GetCurrentDirectory();
while (!File.Exists(Path.Combine(house, "Candour.slnx")))
{
    house = Path.GetDirectoryName(house) ?? throw new InvalidOperationException("Run this inside a checkout.");
}

var work = Directory.CreateTempSubdirectory("candour-spreadsheets-").FullName;
var workspace = args.Length > 0 ? args[0] : Path.Combine(work, "workspace");
var candour = Path.Combine(house, "artifacts", "bin", "Candour", "release", "candour.dll");
if (args.Length == 0)
{
    Run("dotnet", candour, "demo", "--prepare", "--workspace", workspace);
}

// What is taken away by the browser, with the address before the format, and the pack, which the program writes itself.
(string Name, string Address)[] books =
[
    ("share", "/downloads/rape-charged-share-recorded/{0}?dataset=crimes"), ("share-published", "/downloads/rape-outcome-16-share-assigned/{0}?area=durham"),
    ("days", "/downloads/days-report-to-decision-median/{0}"), ("count", "/downloads/sexual-offences-crimes-recorded/{0}"),
    ("difference", "/downloads/charged-difference-asian-white/{0}"), ("attrition", "/attrition/{0}"), ("quality", "/quality/crimes/{0}"),
    ("quality-published", "/quality/crime-outcomes/{0}"),
];
using (var server = Process.Start(new ProcessStartInfo("dotnet", [candour, "serve", "--workspace", workspace, "--port", $"{Port}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!)
{
    try
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}"), Timeout = TimeSpan.FromMinutes(2) };
        await ReadyAsync(client);
        foreach (var (name, address) in books)
        {
            foreach (var format in (string[])["csv", "xlsx", "ods"])
            {
                await File.WriteAllBytesAsync(
                    Path.Combine(work, $"{name}.{format}"),
                    await client.GetByteArrayAsync(new Uri(string.Format(CultureInfo.InvariantCulture, address, format), UriKind.Relative)));
            }
        }
    }
    finally
    {
        server.Kill();
        server.WaitForExit();
    }
}

var packs = Path.Combine(work, "pack");
Run("dotnet", candour, "pack", "make", "crimes", "2025/26-Q3", "--workspace", workspace, "--into", packs);
foreach (var format in (string[])["xlsx", "ods"])
{
    File.Copy(Directory.GetFiles(packs, $"*.{format}").Single(), Path.Combine(work, $"pack.{format}"));
}

var (cells, numbers, texts, misses) = (0, 0, 0, new List<string>());
foreach (var name in books.Select(book => book.Name).Append("pack"))
{
    var (excel, open) = (Opened(name, "xlsx"), Opened(name, "ods"));
    if (excel.Count != open.Count)
    {
        misses.Add($"{name}: {excel.Count} sheets as XLSX and {open.Count} as ODS");
        continue;
    }

    foreach (var (one, other) in excel.Zip(open))
    {
        Same(name, one, other);
        Count(name, one);
        Count(name, other);
    }

    if (name != "pack")
    {
        Against(name, excel, Csv(Path.Combine(work, name + ".csv")));
    }
}

foreach (var miss in misses.Take(20))
{
    Console.WriteLine(miss);
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{books.Length + 1} books, each as XLSX and ODS: {cells} cells read by LibreOffice, {numbers} numbers, {texts} texts; {misses.Count} misses"));
Directory.Delete(work, recursive: true);
return misses.Count == 0 && numbers > 0 ? 0 : 1;

void Run(string program, params string[] words)
{
    using var running = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    var said = running.StandardError.ReadToEndAsync();
    running.StandardOutput.ReadToEnd();
    running.WaitForExit();
    if (running.ExitCode != 0)
    {
        throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {said.Result}");
    }
}

static async Task ReadyAsync(HttpClient client)
{
    for (var tries = 0; ; tries++)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
            return;
        }
        catch (HttpRequestException) when (tries < 150)
        {
            await Task.Delay(200);
        }
    }
}

// The sheets as LibreOffice has them: name, and its rows of cells by kind and text. Its rows and columns that stand for many are written out once.
List<(string Name, List<List<Cell>> Rows)> Opened(string name, string format)
{
    var into = Path.Combine(work, format);
    Run("soffice", "--headless", $"-env:UserInstallation=file://{work}/profile", "--convert-to", "fods", "--outdir", into, Path.Combine(work, $"{name}.{format}"));
    XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    return
    [
        .. XDocument.Load(Path.Combine(into, name + ".fods")).Descendants(table + "table").Select(sheet => (
            (string)sheet.Attribute(table + "name")!,
            sheet.Descendants(table + "table-row").Where(row => row.Descendants(text + "p").Any()).Select(row => row.Elements(table + "table-cell")
                .SelectMany(cell => Enumerable.Repeat(
                    new Cell(
                        (string?)cell.Attribute(office + "value-type") ?? "", (string?)cell.Attribute(office + "value") ?? "",
                        string.Join('\n', cell.Elements(text + "p").Select(Words)), cell.Attribute(table + "formula") is not null),
                    cell.Elements(text + "p").Any() ? (int?)cell.Attribute(table + "number-columns-repeated") ?? 1 : 0)).ToList()).ToList())),
    ];

    // Blanks in a row are written as an element.
    string Words(XElement paragraph) => string.Concat(paragraph.DescendantNodes().Select(node => node switch
    {
        XText words => words.Value,
        XElement element when element.Name == text + "s" => new string(' ', (int?)element.Attribute(text + "c") ?? 1),
        _ => "",
    }));
}

void Count(string name, (string Name, List<List<Cell>> Rows) sheet)
{
    foreach (var cell in sheet.Rows.SelectMany(row => row))
    {
        cells++;
        numbers += cell.IsNumber ? 1 : 0;
        texts += cell.IsNumber ? 0 : 1;
        if (cell.IsFormula || cell.Kind is not ("float" or "percentage" or "string"))
        {
            misses.Add($"{name}, {sheet.Name}: a cell is {(cell.IsFormula ? "a formula" : $"of the kind '{cell.Kind}'")}: {cell.Text}");
        }
    }

    // The first column names its row, and a column of codes names something too: text, whatever it looks like. Sentences and versions are counted.
    var code = sheet.Rows[0].FindIndex(cell => cell.Text == "Code");
    foreach (var row in sheet.Rows.Skip(1))
    {
        if ((row[0].IsNumber && sheet.Rows[0][0].Text != "Number") || (code >= 0 && row[code].IsNumber))
        {
            misses.Add($"{name}, {sheet.Name}: a name or a code became a number: {row[0].Text}");
        }
    }
}

void Same(string name, (string Name, List<List<Cell>> Rows) one, (string Name, List<List<Cell>> Rows) other)
{
    if (one.Name != other.Name || one.Rows.Count != other.Rows.Count)
    {
        misses.Add($"{name}: the sheet {one.Name} of {one.Rows.Count} rows is {other.Name} of {other.Rows.Count} rows as ODS");
        return;
    }

    misses.AddRange(one.Rows.Zip(other.Rows).SelectMany((rows, number) =>
        rows.First.Count != rows.Second.Count ? [$"{name}, {one.Name}, row {number + 1}: {rows.First.Count} cells and {rows.Second.Count}"]
        : rows.First.Zip(rows.Second).Where(pair => !pair.First.Says(pair.Second)).Select(pair => $"{name}, {one.Name}, row {number + 1}: '{pair.First.Text}' and '{pair.Second.Text}'")));
}

// Cover, contents and notes stand before the tables; the CSV has the tables one after the other.
void Against(string name, List<(string Name, List<List<Cell>> Rows)> sheets, List<List<string>> csv)
{
    var headings = csv[0];
    var rows = sheets.Skip(3).SelectMany(sheet => sheet.Rows.Skip(1).Select(row => (sheet.Name, Headings: sheet.Rows[0], Row: row))).ToList();
    if (rows.Count != csv.Count - 1)
    {
        misses.Add($"{name}: {rows.Count} rows in the book and {csv.Count - 1} in the CSV");
        return;
    }

    foreach (var ((sheet, own, row), line) in rows.Zip(csv.Skip(1)))
    {
        for (var column = 0; column < row.Count; column++)
        {
            var at = column == 0 ? 1 : headings.IndexOf(own[column].Text);
            var said = at < 0 ? "" : line[at];
            var isNumber = column > 0 && own[column].Text != "Code" && double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            if (isNumber != row[column].IsNumber || (isNumber ? row[column].Rounded != said : row[column].Text != said.TrimStart('\'')))
            {
                misses.Add($"{name}, {sheet}, {own[column].Text}: {row[column].Kind} '{(isNumber ? row[column].Rounded : row[column].Text)}', and the CSV says '{said}'");
            }
        }
    }
}

static List<List<string>> Csv(string path)
{
    var text = File.ReadAllText(path);
    var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
    for (var i = 0; i < text.Length; i++)
    {
        var sign = text[i];
        if (quoted && sign == '"' && i + 1 < text.Length && text[i + 1] == '"')
        {
            cell.Append(sign);
            i++;
        }
        else if (sign == '"')
        {
            quoted = !quoted;
        }
        else if (!quoted && sign is ',' or '\n')
        {
            row.Add(cell.ToString().TrimEnd('\r'));
            cell.Clear();
            if (sign == '\n')
            {
                rows.Add(row);
                row = [];
            }
        }
        else
        {
            cell.Append(sign);
        }
    }

    return rows;
}

internal sealed record Cell(string Kind, string Value, string Text, bool IsFormula)
{
    public bool IsNumber => Kind is "float" or "percentage";

    public string Rounded => double.Parse(Value, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);

    public bool Says(Cell other) => IsNumber == other.IsNumber && (IsNumber ? Rounded == other.Rounded : Text == other.Text);
}
