using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Tests.Databank;

/// <summary>Rows that come after another of the same identifier, against a search of all pairs.</summary>
public sealed class EarlierRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Are_those_a_search_of_all_pairs_finds(int seed)
    {
        var random = new Random(seed);
        var days = Enumerable.Range(0, 400)
            .Select(_ => (Suspect: $"s{random.Next(60)}", Day: new DateOnly(2024, 1, 1).AddDays(random.Next(360)))).ToList();
        var table = new ExampleTable("suspects", [.. days.Select((row, i) => new Dictionary<string, string>
        {
            ["crime"] = $"c{i}", ["suspect"] = row.Suspect, ["force"] = "f01", ["named_date"] = row.Day.ToString("yyyy-MM-dd"),
        })]);
        var measure = Repository.Catalogue.Measures["suspects-named"] with
        {
            Population = new Condition([new EarlierTest("named_date", "suspect", 90)]),
        };
        var states = new RowStates([table], Repository.Catalogue);

        var sum = states.Sum(measure, Repository.Catalogue.Datasets["suspects"], ["f01"], Period.CalendarYear(2024), []);

        Assert.Equal(
            days.Count(row => days.Any(other => other.Suspect == row.Suspect
                && row.Day.DayNumber - other.Day.DayNumber is >= 1 and <= 90)),
            sum.State.Numerator);
        Assert.True(sum.State.Numerator > 50);
    }
}
