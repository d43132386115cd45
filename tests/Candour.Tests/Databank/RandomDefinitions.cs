using Candour.Definitions;

namespace Candour.Tests.Databank;

/// <summary>Random measures of one dataset, made of every kind of test and formula that has cells.</summary>
internal sealed class RandomDefinitions(Dataset dataset, Catalogue catalogue, int seed)
{
    private readonly Random random = new(seed);
    private readonly List<Field> coded = [.. dataset.Fields.Where(field => field.Type == FieldType.Code)];
    private readonly List<Field> dates = [.. dataset.Fields.Where(field => field.Type == FieldType.Date)];
    private readonly List<Field> numbers = [.. dataset.Fields.Where(field => field.Type == FieldType.Number)];
    private readonly List<Field> identifiers = [.. dataset.Fields.Where(field => field.Type == FieldType.Identifier)];
    private readonly Measure pattern = catalogue.Measures.Values.First(measure => measure.Formula is Formula.Share && !measure.IsSample);

    public Measure Next(int number)
    {
        var fields = coded.OrderBy(_ => random.Next()).Take(3).Select(field => field.Id).ToList();
        return pattern with
        {
            Id = $"random-{number}",
            Datasets = [dataset.Id],
            Basis = Any(dataset.Bases).Id,
            Population = Condition(random.Next(4)),
            Formula = Formula(),
            Breakdowns = fields,
            Pairs = fields.Count > 1 && random.Next(5) == 0 ? [[fields[0], fields[1]]] : [],
        };
    }

    private Formula Formula() => random.Next(5) switch
    {
        0 => new Formula.Count("", ""),
        1 when dates.Count > 1 && dataset.Rows == RowKind.Case => new Formula.Days(
            Any(dates).Id, Any(dates).Id, random.Next(2) == 0 ? "" : Any(dates).Id, random.Next(2) == 0 ? 0.5 : 0.9),
        2 when identifiers.Count > 0 && dataset.Rows == RowKind.Case => new Formula.Count("", Any(identifiers).Id),
        3 when numbers.Count > 0 => new Formula.Count(Any(numbers).Id, ""),
        _ => new Formula.Share(Condition(1 + random.Next(2))),
    };

    private Condition Condition(int tests) => new([.. Enumerable.Range(0, tests).Select(_ => Test(3))]);

    private Test Test(int depth) => random.Next(9) switch
    {
        0 when depth > 0 => new AnyTest([.. Enumerable.Range(0, 2).Select(_ => new Condition([Test(depth - 1), Test(0)]))]),
        1 when depth > 0 => new NamedTest("named", "named", new Condition([Test(depth - 1), Test(0)])),
        2 when dates.Count > 1 => new DateTest(Any(dates).Id, Any(Enum.GetValues<DateOrder>()), random.Next(200), Any(dates).Id),
        3 when numbers.Count > 0 => new NumberTest(
            Any(numbers).Id, random.Next(2) == 0 ? -NumberTest.Unbounded : random.Next(20), random.Next(2) == 0 ? NumberTest.Unbounded : 10 + random.Next(30)),
        4 when identifiers.Count > 0 && dates.Count > 0 => new EarlierTest(Any(dates).Id, Any(identifiers).Id, 1 + random.Next(400)),
        5 when coded.GroupBy(field => field.CodeList).FirstOrDefault(list => list.Count() > 1) is { } same =>
            new SameTest(same.First().Id, same.Last().Id, random.Next(2) == 0),
        6 => new FieldTest(Any(dataset.Fields).Id, random.Next(2) == 0 ? TestKind.Missing : TestKind.Recorded, []),
        _ => Coded(),
    };

    private FieldTest Coded()
    {
        var field = Any(coded);
        var codes = catalogue.CodesOf(dataset, field.Id).Codes.OrderBy(_ => random.Next()).Take(1 + random.Next(4)).Select(code => code.Id);
        return new FieldTest(field.Id, random.Next(3) == 0 ? TestKind.NoneOf : TestKind.OneOf, [.. codes]);
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
