using System.Text;
using System.Xml;

namespace Candour.Intake.Reading.Workbooks;

/// <summary>What stands in a workbook besides its sheets: their names, states and parts, shared texts, and which styles show days.</summary>
internal sealed class XlsxBook
{
    private const long MostSharedCharacters = 64 * 1024 * 1024;

    private readonly List<string> shared = [];
    private readonly List<bool> stylesThatShowDays = [];

    public List<(SheetHeading Heading, string Part)> Sheets { get; } = [];

    public bool Counts1904 { get; private set; }

    public static XlsxBook Open(ZipParts parts)
    {
        var book = new XlsxBook();
        var main = Related(parts, "_rels/.rels", "").FirstOrDefault(one => one.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        if (main is null || !parts.Has(main))
        {
            throw new PartRefusedException(new NotAWorkbook(parts.File, "another kind of document in a zip container"));
        }

        var folder = main[..(main.LastIndexOf('/') + 1)];
        var relations = Related(parts, $"{folder}_rels/{main[folder.Length..]}.rels", folder);
        parts.Each(main, reader => book.ReadMain(reader, relations, parts));
        foreach (var (_, type, target) in relations)
        {
            if (type.EndsWith("/sharedStrings", StringComparison.Ordinal))
            {
                parts.Each(target, reader => book.ReadShared(reader, parts.File));
            }
            else if (type.EndsWith("/styles", StringComparison.Ordinal))
            {
                parts.Each(target, book.ReadStyles);
            }
        }

        return book;
    }

    /// <summary>The shared text of a number; a number that names none is a fault of the cell.</summary>
    public Cell Shared(string index) =>
        int.TryParse(index, out var at) && at >= 0 && at < shared.Count ? new Cell(shared[at]) : new Cell(index, CellKind.Fault);

    public bool ShowsADay(string style) =>
        int.TryParse(style, out var at) && at >= 0 && at < stylesThatShowDays.Count && stylesThatShowDays[at];

    /// <summary>The text of an <c>is</c> or <c>si</c> element: its runs, without what is only a reading aid.</summary>
    public static string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false })
            {
                text.Append(reader.ReadString());
            }
        }

        return Unescaped(text.ToString());
    }

    private static List<(string Id, string Type, string Target)> Related(ZipParts parts, string name, string folder)
    {
        var found = new List<(string, string, string)>();
        if (parts.Has(name))
        {
            parts.Each(name, reader =>
            {
                while (reader.Read())
                {
                    if (reader.LocalName == "Relationship" && reader.GetAttribute("Target") is { } target)
                    {
                        found.Add((
                            reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type") ?? "",
                            target.StartsWith('/') ? target[1..] : folder + target));
                    }
                }
            });
        }

        return found;
    }

    private void ReadMain(XmlReader reader, List<(string Id, string Type, string Target)> relations, ZipParts parts)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                Counts1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet")
            {
                var id = "";
                var hidden = reader.GetAttribute("state") is "hidden" or "veryHidden";
                var name = reader.GetAttribute("name") ?? "";
                for (var i = 0; i < reader.AttributeCount; i++)
                {
                    reader.MoveToAttribute(i);
                    id = reader.LocalName == "id" ? reader.Value : id;
                }

                var (_, type, target) = relations.Find(one => one.Id == id);
                if (target is null || !parts.Has(target))
                {
                    throw new PartRefusedException(new WorkbookDamaged(parts.File, "workbook.xml"));
                }

                if (type.EndsWith("/worksheet", StringComparison.Ordinal))
                {
                    Sheets.Add((new SheetHeading(name, hidden), target));
                }
            }
        }
    }

    private void ReadShared(XmlReader reader, string file)
    {
        var characters = 0L;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                var text = TextOf(reader);
                characters += text.Length;
                if (characters > MostSharedCharacters)
                {
                    throw new PartRefusedException(new FileIsTooLarge(file, MostSharedCharacters));
                }

                shared.Add(text);
            }
        }
    }

    private void ReadStyles(XmlReader reader)
    {
        var codes = new Dictionary<int, string>();
        var inCells = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && int.TryParse(reader.GetAttribute("numFmtId"), out var id))
            {
                codes[id] = reader.GetAttribute("formatCode") ?? "";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "xf" } && inCells)
            {
                _ = int.TryParse(reader.GetAttribute("numFmtId"), out var format);
                stylesThatShowDays.Add(SheetDates.ShowsADay(format, codes.GetValueOrDefault(format, "")));
            }
        }
    }

    /// <summary>Signs that XML cannot hold are written _x000D_.</summary>
    private static string Unescaped(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : System.Text.RegularExpressions.Regex.Replace(
            text, "_x([0-9A-Fa-f]{4})_",
            match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
}
