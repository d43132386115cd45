using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake.Templates;

/// <summary>One field of a template: its column, what to write there, and one example of it.</summary>
/// <param name="Field">The field; its id is the column's name.</param>
/// <param name="Write">What to write, in words.</param>
/// <param name="Codes">The codes that may be written, with their titles; empty when it is no code.</param>
/// <param name="Example">A value that would be taken.</param>
public sealed record TemplateColumn(Field Field, string Write, IReadOnlyList<Code> Codes, string Example);

/// <summary>What an office would fill in for a dataset: a column a field, with the codes and an example row.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Columns">In the order of the fields.</param>
public sealed record TemplateSheet(Dataset Dataset, IReadOnlyList<TemplateColumn> Columns)
{
    private static readonly DateOnly ExampleDay = new(2024, 1, 15);

    public static TemplateSheet Of(Dataset dataset, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new TemplateSheet(dataset, [.. dataset.Fields.Select(field => Column(field, dataset, catalogue))]);
    }

    private static TemplateColumn Column(Field field, Dataset dataset, Catalogue catalogue)
    {
        var codes = field.Type switch
        {
            FieldType.Code => catalogue.CodesOf(dataset, field.Id).Codes,
            FieldType.Area => [.. catalogue.HierarchyOf(dataset).Lowest.Select(AsCode)],
            _ => [],
        };
        return new TemplateColumn(field, Write(field, dataset), codes, Example(field, dataset, codes));
    }

    private static string Write(Field field, Dataset dataset) => (field.Required ? "Always: " : "Leave empty when it is not recorded: ")
        + field.Type switch
        {
            FieldType.Area => "the code or name of the area",
            FieldType.Code => "one of its codes",
            FieldType.Period => dataset.Months switch { 1 => "a month such as 2024-01", 3 => "a quarter such as 2018/19-Q1", _ => "a year such as 2024" },
            FieldType.Date => "a day written yyyy-mm-dd",
            FieldType.Count => "a whole number",
            FieldType.Number => field.Decimals == 0 ? "a whole number" : $"a number with at most {field.Decimals} decimal(s)",
            FieldType.SamplingWeight => "how many of the whole this row stands for, above 0",
            _ => "the reference of your own system; it is turned into a pseudonym before anything is kept",
        };

    private static string Example(Field field, Dataset dataset, IReadOnlyList<Code> codes) => field.Type switch
    {
        FieldType.Area or FieldType.Code => codes[0].Id,
        FieldType.Period => (dataset.Months switch
        {
            1 => Period.MonthOf(ExampleDay),
            3 => Period.CalendarQuarter(ExampleDay.Year, 1),
            _ => Period.CalendarYear(ExampleDay.Year),
        }).ToString(),
        FieldType.Date => ExampleDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Count or FieldType.Number or FieldType.SamplingWeight => "1",
        _ => "EXAMPLE-1",
    };

    private static Code AsCode(Area area) =>
        new(area.Id, area.Title, "", area.Synonyms, DateOnly.MinValue, DateOnly.MaxValue, Verified: true);
}
