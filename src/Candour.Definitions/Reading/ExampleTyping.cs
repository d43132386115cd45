using System.Globalization;
using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>Checks the rows of examples: their datasets, fields and codes, and that every required field is there.</summary>
internal sealed class ExampleTyping(
    IReadOnlyDictionary<string, Dataset> datasets, IReadOnlyDictionary<string, CodeList> codeLists, Places places)
{
    public void Check(Entry root, WorkedExample example, IReadOnlyList<string> allowed)
    {
        var at = places.Of(example, root);
        foreach (var table in example.Tables)
        {
            if (!allowed.Contains(table.Dataset) || !datasets.TryGetValue(table.Dataset, out var dataset))
            {
                at.Problem($"The example's dataset '{table.Dataset}' is not one of the measure's datasets ({string.Join(", ", allowed)}).");
                continue;
            }

            foreach (var row in table.Rows)
            {
                CheckRow(places.Of(row, at), row, dataset);
            }
        }
    }

    public void CheckRow(Entry at, IReadOnlyDictionary<string, string> row, Dataset dataset)
    {
        foreach (var (name, value) in row)
        {
            if (dataset.FieldNamed(name) is { } field)
            {
                CheckValue(at.At(name), field, value);
            }
            else
            {
                at.Problem($"The example names '{name}', which is not a field of '{dataset.Id}'.");
            }
        }

        foreach (var absent in dataset.Fields.Where(field => field.Required && !row.ContainsKey(field.Id)))
        {
            at.Problem($"The example's row has no '{absent.Id}', and no row of '{dataset.Id}' can be without it.");
        }
    }

    private void CheckValue(Entry at, Field field, string value)
    {
        var isRight = field.Type switch
        {
            FieldType.Code => !codeLists.TryGetValue(field.CodeList, out var list) || list.Has(value),
            FieldType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            FieldType.Period => Period.TryParse(value, out _),
            FieldType.Count => long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
            FieldType.Number or FieldType.SamplingWeight => FixedNumber.TryParse(value, field.Decimals, out _),
            _ => true,
        };
        if (!isRight)
        {
            at.Problem(field.Type == FieldType.Code
                ? $"The example's '{value}' is not a code of the list '{field.CodeList}'."
                : $"The example's '{value}' is not what '{field.Id}' holds.");
        }
    }
}
