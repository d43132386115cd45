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

    [Fact]
    public void The_worked_example_of_the_lag_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/lag.md");
        Assert.Equal([6, 2, 2, 1], tables.Select(table => table.Count));
        var ladder = Assert.IsType<ChainLadder.Known>(
            ChainLadder.Of([.. tables[0].Select(row => (IReadOnlyList<double>)row.Numbers("counts"))]));
        for (var k = 0; k < 2; k++)
        {
            tables[1][k].Shows("factor", ladder.Factors[k]);
            tables[1][k].Shows("spread", ladder.Spreads[k]);
        }

        foreach (var row in tables[2])
        {
            var month = Assert.IsType<LadderOrigin.Developing>(ladder.Origins[(int)row.Number("month") - 1]);
            row.Shows("known", month.SoFar);
            row.Shows("expected", month.Expected);
            row.Shows("standard error", month.StandardError);
            row.Shows(month.Interval);
            row.Shows("share known", month.Developed);
            row.ShowsWords("immature", month.Immature ? "yes" : "no");
        }

        tables[3][0].Shows("outstanding", ladder.Outstanding);
        tables[3][0].Shows("standard error", ladder.StandardError);
    }
}
