using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Candour.Intake.Templates;

/// <summary>
/// The workbook of a template: a sheet to fill in, with lists to choose codes from, a sheet with an example row, one that
/// says what to write, and one with the codes. Every cell is text, so that no program turns a code or a day into something
/// else.
/// </summary>
public static class TemplateWorkbook
{
    private const string FillIn = "Fill in";
    private const string CodesSheet = "Codes";

    /// <summary>Rows of the sheet for which codes can be chosen from a list.</summary>
    private const int RowsWithLists = 10_000;

    private const uint TextStyle = 1;

    public static byte[] Write(TemplateSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var header = sheet.Columns.Select(column => column.Field.Id).ToList();
            Add(workbook, FillIn, [header], Validations(sheet));
            Add(workbook, "Example", [header, [.. sheet.Columns.Select(column => column.Example)]], null);
            Add(workbook, "What to write",
                [["Column", "Title", "What to write"], .. sheet.Columns.Select(column => new[] { column.Field.Id, column.Field.Title, column.Write })],
                null);
            Add(workbook, CodesSheet, Codes(sheet), null);
            workbook.Workbook.Save();
        }

        return stream.ToArray();
    }

    private static void Add(
        WorkbookPart workbook, string name, List<IReadOnlyList<string>> rows, DataValidations? validations)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        for (var r = 0; r < rows.Count; r++)
        {
            var row = new Row { RowIndex = (uint)(r + 1) };
            row.Append(rows[r].Select((text, c) => new Cell
            {
                CellReference = $"{ColumnName(c)}{r + 1}",
                DataType = CellValues.InlineString,
                StyleIndex = TextStyle,
                InlineString = new InlineString(new Text(text)),
            }));
            data.Append(row);
        }

        var columns = new Columns(new Column
        {
            Min = 1, Max = (uint)Math.Max(1, rows.Max(row => row.Count)), Width = 24, CustomWidth = true, Style = TextStyle,
        });
        part.Worksheet = validations is null ? new Worksheet(columns, data) : new Worksheet(columns, data, validations);
        var sheets = workbook.Workbook!.Sheets!;
        sheets.Append(new Sheet
        {
            Id = workbook.GetIdOfPart(part), SheetId = (uint)(sheets.ChildElements.Count + 1), Name = name,
        });
    }

    /// <summary>One column of codes for each field that has any, headed by the field's name.</summary>
    private static List<IReadOnlyList<string>> Codes(TemplateSheet sheet)
    {
        var coded = Coded(sheet);
        var rows = new List<IReadOnlyList<string>> { coded.SelectMany(column => new[] { column.Field.Id, "means" }).ToList() };
        for (var r = 0; r < coded.Select(column => column.Codes.Count).DefaultIfEmpty(0).Max(); r++)
        {
            var at = r;
            rows.Add([.. coded.SelectMany(column => at < column.Codes.Count
                ? new[] { column.Codes[at].Id, column.Codes[at].Title } : ["", ""])]);
        }

        return coded.Count == 0 ? [["No column of this table holds codes."]] : rows;
    }

    private static DataValidations? Validations(TemplateSheet sheet)
    {
        var coded = Coded(sheet);
        if (coded.Count == 0)
        {
            return null;
        }

        var validations = new DataValidations { Count = (uint)coded.Count };
        foreach (var (column, index) in coded.Select((column, index) => (column, index)))
        {
            var letters = ColumnName(sheet.Columns.ToList().IndexOf(column));
            var codes = ColumnName(2 * index);
            validations.Append(new DataValidation(new Formula1($"{CodesSheet}!${codes}$2:${codes}${column.Codes.Count + 1}"))
            {
                Type = DataValidationValues.List,
                AllowBlank = !column.Field.Required,
                ShowErrorMessage = true,
                ErrorTitle = "Not a code",
                Error = "Choose one of the codes of the sheet 'Codes'.",
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letters}2:{letters}{RowsWithLists}" },
            });
        }

        return validations;
    }

    private static List<TemplateColumn> Coded(TemplateSheet sheet) => [.. sheet.Columns.Where(column => column.Codes.Count > 0)];

    /// <summary>Format 49 is text.</summary>
    private static Stylesheet Styles() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));

    private static string ColumnName(int index)
    {
        var name = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = ((char)('A' + ((rest - 1) % 26))).ToString(CultureInfo.InvariantCulture) + name;
        }

        return name;
    }
}
