using System.Text;

namespace Candour.Intake.Templates;

/// <summary>The text files of a template: the table with its example row, the codes, and the mapping that reads it back.</summary>
public static class TemplateText
{
    /// <summary>Header and one example row.</summary>
    public static string Table(TemplateSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Line(sheet.Columns.Select(column => column.Field.Id)) + Line(sheet.Columns.Select(column => column.Example));
    }

    /// <summary>Every field with what to write, and every code that may be written.</summary>
    public static string Codes(TemplateSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var text = new StringBuilder(Line(["field", "title", "what to write", "code", "code title"]));
        foreach (var column in sheet.Columns)
        {
            text.Append(Line([column.Field.Id, column.Field.Title, column.Write, "", ""]));
            foreach (var code in column.Codes)
            {
                text.Append(Line([column.Field.Id, column.Field.Title, "", code.Id, code.Title]));
            }
        }

        return text.ToString();
    }

    /// <summary>A mapping for the filled-in table; the office writes its own names in.</summary>
    public static string Mapping(TemplateSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return $$"""
            # yaml-language-server: $schema=../schema/mapping.schema.json
            # Put this file into definitions/mappings and write the names of your own agency into it.
            id: {{IdOf(sheet)}}
            title: "{{sheet.Dataset.Title}}: the filled-in template"
            dataset: {{sheet.Dataset.Id}}
            agency: own-agency
            publisher: The agency whose records these are
            attribution: Not for publication; ask the agency whose records these are.
            data: confidential
            reads: {delimiter: ",", final_newline: true}
            every_field: true

            """;
    }

    public static string IdOf(TemplateSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return $"{sheet.Dataset.Id}-template";
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\n";

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n")
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
