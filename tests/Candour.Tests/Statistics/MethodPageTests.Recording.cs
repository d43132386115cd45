using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed partial class MethodPageTests
{
    [Fact]
    public void The_worked_example_of_the_outliers_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/outliers.md");
        Assert.Equal([1, 2, 1], tables.Select(table => table.Count));
        var values = tables[0][0].Numbers("values");
        foreach (var row in tables[1])
        {
            var scores = Assert.IsType<Outliers.Known>(
                row["score"] == "modified" ? Outliers.Modified(values) : Outliers.Plain(values));
            row.Shows("middle", scores.Middle);
            row.Shows("spread", scores.Spread);
            row.Shows("of 98", scores.Scores[values.IndexOf(98)]);
            row.Shows("of 16", scores.Scores[values.IndexOf(16)]);
            row.ShowsWords("unusual", string.Join(" ", scores.Unusual.Select(i => values[i])));
        }

        foreach (var digit in new[] { 1, 2, 3, 5, 9 })
        {
            tables[2][0].Shows($"{digit}", FirstDigits.Probability(digit));
        }
    }
}
