using Candour.Databank.Engine;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake.Mapped;

namespace Candour.Tests.Databank;

/// <summary>
/// A condition is decided in two ways that share no code: by numbers in the engine and by texts for the checks. Over random
/// rows and every condition of every definition they agree.
/// </summary>
public sealed class TwoDecisionsTests
{
    private const int Seed = 20241124;
    private const int RowsPerDataset = 300;

    public static TheoryData<string> Datasets =>
        [.. Repository.Catalogue.Datasets.Values.Where(dataset => Asked(dataset).Any()).Select(dataset => dataset.Id).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Datasets))]
    public void The_engine_and_the_plain_way_agree(string id)
    {
        var dataset = Repository.Catalogue.Datasets[id];
        var rows = RandomRows(dataset);
        var encoded = EncodedRows.Of(dataset, rows);
        foreach (var (measure, condition) in Asked(dataset))
        {
            var plan = PlannedMeasure.Compile(measure with { Population = condition }, Condition.Everything, encoded, Repository.Catalogue);
            var plain = new RowCondition(condition, dataset, Repository.Catalogue);
            for (var row = 0; row < rows.Count; row++)
            {
                var at = row;
                Assert.Equal(plain.Decide(rows[row].Values), Verdicts.All(plan.Population.Select(test => test.Of(at))));
            }
        }
    }

    [Fact]
    public void Every_verdict_occurs()
    {
        var dataset = Repository.Catalogue.Datasets["crimes"];
        var verdicts = Asked(dataset).SelectMany(pair => RandomRows(dataset)
            .Select(row => new RowCondition(pair.Condition, dataset, Repository.Catalogue).Decide(row.Values))).ToHashSet();

        Assert.Equal(3, verdicts.Count);
    }

    private static IEnumerable<(Measure Measure, Condition Condition)> Asked(Dataset dataset) => Repository.Catalogue.Measures.Values
        .Where(measure => measure.IsMadeOfRows && measure.Datasets.Contains(dataset.Id))
        .SelectMany(measure => new[] { measure.Population, measure.Numerator }.Select(condition => (measure, condition)))
        .Where(pair => pair.condition.Tests.Count > 0 && !pair.condition.Flat.Any(test => test is EarlierTest));

    private static List<MappedRow> RandomRows(Dataset dataset)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, RowsPerDataset).Select(line => new MappedRow(
            line, [.. dataset.Fields.Select(field => !field.Required && random.Next(4) == 0 ? "" : Value(field, dataset, random))]))];
    }

    private static string Value(Field field, Dataset dataset, Random random) => field.Type switch
    {
        FieldType.Code => Pick(Repository.Catalogue.CodesOf(dataset, field.Id).Codes, random).Id,
        FieldType.Area => Pick(Repository.Catalogue.HierarchyOf(dataset).Lowest.ToList(), random).Id,
        FieldType.Date => new DateOnly(2024, 1, 1).AddDays(random.Next(60) * (random.Next(3) == 0 ? 12 : 1)).ToString("yyyy-MM-dd"),
        FieldType.Period => "2024-01",
        FieldType.Identifier => $"i{random.Next(40)}",
        _ => $"{random.Next(6)}",
    };

    private static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];
}
