using Candour.Definitions;
using Candour.Intake.Mapped;

namespace Candour.Tests.Databank;

/// <summary>Random rows of any dataset: every kind of field, missing values, days before and after each other.</summary>
internal sealed class RandomRows(Catalogue catalogue, int seed)
{
    public static readonly DateOnly FirstDay = new(2023, 1, 1);

    /// <summary>So many days that rows fall outside every shortest period that is asked for, too.</summary>
    private const int Days = 800;

    private readonly Random random = new(seed);

    public IReadOnlyList<MappedRow> Of(Dataset dataset, int count)
    {
        var choices = dataset.Fields.Select(field => Choices(field, dataset, count)).ToList();
        return
        [
            .. Enumerable.Range(0, count).Select(line => new MappedRow(
                line + 2, [.. dataset.Fields.Select((field, at) => Value(field, choices[at]))])),
        ];
    }

    private string Value(Field field, IReadOnlyList<string> choices) =>
        !field.Required && random.Next(100) < 25 ? "" : choices[random.Next(choices.Count)];

    private IReadOnlyList<string> Choices(Field field, Dataset dataset, int count) => field.Type switch
    {
        FieldType.Area => [.. catalogue.HierarchyOf(dataset).Lowest.Take(11).Select(area => area.Id)],
        FieldType.Code => [.. catalogue.CodesOf(dataset, field.Id).Codes.Select(code => code.Id)],
        FieldType.Date => [.. Enumerable.Range(0, Days).Select(day => FirstDay.AddDays(day).ToString("yyyy-MM-dd"))],
        FieldType.Period => [.. Enumerable.Range(0, 24 / dataset.Months).Select(at => PeriodText(dataset, at))],
        FieldType.Count => ["0", "1", "2", "17", "120000", field.NegativeAllowed ? "-3" : "3"],
        FieldType.Number or FieldType.SamplingWeight =>
            [.. Enumerable.Range(0, 40).Select(at => field.Decimals == 0 ? $"{at}" : $"{at}.{new string('5', field.Decimals)}")],
        _ => [.. Enumerable.Range(0, Math.Max(2, count / 3)).Select(at => $"{field.Id}{at}")],
    };

    private static string PeriodText(Dataset dataset, int at)
    {
        var start = FirstDay.AddMonths(at * dataset.Months);
        return Candour.Kernel.Period.Of(start, dataset.Months).ToString();
    }
}
