namespace Candour.Intake.Reading.Workbooks;

/// <summary>Looks through a workbook's container before a cell is read: macros, links, objects, document types.</summary>
internal static class WorkbookPreflight
{
    /// <summary>Throws the refusal that ends the reading; returns when nothing stands against it.</summary>
    public static void Pass(ZipParts parts)
    {
        // A document type comes first: it is the one that harms whoever looks further.
        foreach (var name in parts.Names.Where(IsXml))
        {
            parts.Each(name, reader => reader.MoveToContent());
        }

        if (parts.Names.Any(name => Named(name, "vbaProject.bin", "macrosheets/", "/Basic/", "Scripts/")) || ContentTypesSay(parts, "macroEnabled"))
        {
            throw new PartRefusedException(new MacroWorkbook(parts.File));
        }

        if (parts.Names.Any(name => Named(name, "embeddings/", "oleObject", "activeX/", "ObjectReplacements/")))
        {
            throw new PartRefusedException(new EmbeddedObject(parts.File));
        }

        if (parts.Names.Any(name => Named(name, "externalLinks/", "queryTables/", "connections.xml")) || parts.Names.Where(IsRelations).Any(name => PointsOutside(parts, name)))
        {
            throw new PartRefusedException(new ExternalLink(parts.File));
        }
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || IsRelations(name) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static bool IsRelations(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool Named(string name, params string[] what) =>
        Array.Exists(what, word => ("/" + name).Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool ContentTypesSay(ZipParts parts, string what)
    {
        var says = false;
        if (parts.Has("[Content_Types].xml"))
        {
            parts.Each("[Content_Types].xml", reader =>
            {
                while (reader.Read())
                {
                    says |= (reader.GetAttribute("ContentType") ?? "").Contains(what, StringComparison.OrdinalIgnoreCase);
                }
            });
        }

        return says;
    }

    /// <summary>A link that a person may click is text; anything else that lies outside would be fetched.</summary>
    private static bool PointsOutside(ZipParts parts, string relations)
    {
        var outside = false;
        parts.Each(relations, reader =>
        {
            while (reader.Read())
            {
                outside |= string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                    && !(reader.GetAttribute("Type") ?? "").EndsWith("/hyperlink", StringComparison.OrdinalIgnoreCase);
            }
        });
        return outside;
    }
}
