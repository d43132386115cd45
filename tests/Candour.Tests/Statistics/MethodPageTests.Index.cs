using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed partial class MethodPageTests
{
    [Fact]
    public void The_worked_example_of_the_index_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/index-of-measures.md");
        Assert.Equal([4, 1, 5, 1], tables.Select(table => table.Count));
        IndexMeasure[] measures =
        [
            new(3, ImprovementDirection.Increase, [.. tables[0].Select(row => (double?)row.Number("share"))]),
            new(1, ImprovementDirection.Decrease, [.. tables[0].Select(row => (double?)row.Number("days"))]),
        ];
        var scores = CompositeIndex.Of(measures, IndexScale.MinMax, MissingValues.Reweighed);
        var sensitivity = IndexSensitivity.Of(measures, IndexScale.MinMax, MissingValues.Reweighed);
        foreach (var (row, score, places) in tables[0].Zip(scores, sensitivity.Areas))
        {
            row.Shows("score", Assert.IsType<IndexScore.Known>(score).Score);
            row.Shows("weight present", Assert.IsType<IndexScore.Known>(score).WeightPresent);
            row.Shows("declared place", places.Declared);
            row.Shows("first", places.First);
            row.Shows("last", places.Last);
        }

        tables[1][0].Shows("pairs", sensitivity.Pairs);
        tables[1][0].Shows("sure whatever weights", sensitivity.SureWhateverWeights);
        tables[1][0].Shows("same in all", sensitivity.SameInAll);

        var list = Assert.IsType<BottomList.Known>(
            BottomList.Of([.. tables[2].Select(row => row.Share("numerator", "denominator"))], 2, seed: 7));
        foreach (var (row, area) in tables[2].Zip(list.Areas))
        {
            row.ShowsWords("listed", area.Listed ? "yes" : "no");
            row.Shows("chance", area.Chance);
        }

        tables[3][0].Shows("same list", list.SameList);
        Assert.Empty(list.SurelyListed);
    }
}
