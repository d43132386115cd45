using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed class IndexTests
{
    private const int Seed = 20080801;
    private const ImprovementDirection Up = ImprovementDirection.Increase;
    private const ImprovementDirection Down = ImprovementDirection.Decrease;

    [Fact]
    public void A_score_is_the_weighted_mean_on_the_scale()
    {
        // By hand: mean 20, standard deviation 10; days the fewer the better.
        IndexMeasure[] measures = [new(3, Up, [10, 20, 30]), new(1, Down, [200, 100, 300])];

        Assert.Equal([-0.75, 0.25, 0.5], Scores(measures, IndexScale.StandardScore).Select(score => Math.Round(score, 12)));
        Assert.Equal([0.125, 0.625, 0.75], Scores(measures, IndexScale.MinMax));
        Assert.Equal([0.125, 0.625, 0.75], Scores(measures, IndexScale.Rank));
        Assert.Equal([0.25, 0.25, 1], Scores([new(1, Up, [5, 5, 9])], IndexScale.Rank));
        Assert.Equal([0, 0, 1], Scores([new(1, Up, [5, 5, 9])], IndexScale.MinMax));
    }

    [Fact]
    public void An_area_that_lacks_a_value_has_no_score_or_is_reweighed_and_never_filled_in()
    {
        IndexMeasure[] measures = [new(3, Up, [0, 1, null, 0.5]), new(1, Up, [0, 1, 1, null])];

        var none = CompositeIndex.Of(measures, IndexScale.MinMax, MissingValues.NoScore);
        Assert.Equal([0], Assert.IsType<IndexScore.NotScored>(none[2]).Missing);
        Assert.Equal([1], Assert.IsType<IndexScore.NotScored>(none[3]).Missing);
        Assert.Equal(new IndexScore.Known(1, 1), none[1]);

        var reweighed = CompositeIndex.Of(measures, IndexScale.MinMax, MissingValues.Reweighed);
        Assert.IsType<IndexScore.NotScored>(reweighed[2]);
        Assert.Equal(new IndexScore.Known(0.5, 0.75), reweighed[3]);
        var half = CompositeIndex.Of(
            [new(1, Up, [0, 1]), new(1, Up, [0, null])], IndexScale.MinMax, MissingValues.Reweighed);
        Assert.Equal(new IndexScore.Known(1, 0.5), half[1]);
        Assert.IsType<IndexScore.NotScored>(
            CompositeIndex.Of([new(1, Up, [null, null])], IndexScale.Rank, MissingValues.Reweighed)[0]);
    }

    [Fact]
    public void A_measure_in_which_all_agree_moves_nobody()
    {
        Assert.Equal([0, 0], Scores([new(1, Up, [7, 7])], IndexScale.StandardScore));
        Assert.Equal([0.5, 0.5], Scores([new(1, Down, [7, 7])], IndexScale.MinMax));
        Assert.Equal([0.5], Scores([new(1, Down, [7])], IndexScale.Rank));
        Assert.Empty(CompositeIndex.Of([new(1, Up, [])], IndexScale.Rank, MissingValues.NoScore));
    }

    [Fact]
    public void Does_not_depend_on_units_and_on_the_sum_of_weights()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var n = random.Next(2, 12);
            var measures = Enumerable.Range(0, random.Next(1, 5)).Select(_ => new IndexMeasure(
                0.1 + random.NextDouble(), random.Next(2) == 0 ? Up : Down,
                [.. Enumerable.Range(0, n).Select(_ => (double?)random.Next(20))])).ToList();
            var other = measures.ConvertAll(measure => new IndexMeasure(
                1e6 * measure.Weight, measure.Better == Up ? Down : Up, [.. measure.Values.Select(v => 1000 - (v * 7))]));
            foreach (var scale in Enum.GetValues<IndexScale>())
            {
                Assert.All(Scores(measures, scale).Zip(Scores(other, scale)), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
            }
        }
    }

    [Fact]
    public void Impossible_indices_are_refused()
    {
        foreach (IndexMeasure[] measures in new IndexMeasure[][]
        {
            [], [new(0, Up, [1])], [new(1, ImprovementDirection.Neutral, [1])], [new(1, Up, [double.NaN])],
        })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => CompositeIndex.Of(measures, IndexScale.Rank, MissingValues.NoScore));
            Assert.Throws<ArgumentOutOfRangeException>(() => IndexSensitivity.Of(measures, IndexScale.Rank, MissingValues.NoScore));
        }

        Assert.Throws<ArgumentException>(() => CompositeIndex.Of(
            [new(1, Up, [1, 2]), new(1, Up, [1])], IndexScale.Rank, MissingValues.NoScore));
    }

    [Fact]
    public void Weights_that_decide_the_order_are_seen()
    {
        IndexMeasure[] measures = [new(1, Up, [1, 0, 0.6, 0.1]), new(1, Up, [0, 1, 0.6, 0.1])];

        var sensitivity = IndexSensitivity.Of(measures, IndexScale.MinMax, MissingValues.NoScore);

        Assert.Equal(
            [new(0, 2, 1, 4), new(1, 2, 1, 4), new(2, 1, 1, 2), new(3, 4, 3, 4)], sensitivity.Areas);
        Assert.Equal(6, sensitivity.Pairs);
        Assert.Equal(1, sensitivity.SureWhateverWeights);
        Assert.Equal(1, sensitivity.SameInAll);
    }

    [Fact]
    public void One_measure_has_no_other_weights()
    {
        var sensitivity = IndexSensitivity.Of([new(5, Down, [3, 1, 2, null])], IndexScale.Rank, MissingValues.Reweighed);

        Assert.Equal([new(0, 3, 3, 3), new(1, 1, 1, 1), new(2, 2, 2, 2)], sensitivity.Areas);
        Assert.Equal((3, 3, 3), (sensitivity.Pairs, sensitivity.SureWhateverWeights, sensitivity.SameInAll));
    }

    [Fact]
    public void Areas_that_are_alike_in_everything_are_in_no_order()
    {
        var sensitivity = IndexSensitivity.Of(
            [new(1, Up, [1, 1, 2]), new(2, Up, [4, 4, 4])], IndexScale.MinMax, MissingValues.NoScore);

        Assert.Equal((3, 2), (sensitivity.Pairs, sensitivity.SureWhateverWeights));
        Assert.Equal([2, 2, 1], sensitivity.Areas.Select(area => area.Declared));
    }

    [Fact]
    public void A_pair_that_no_weights_turn_keeps_its_order_in_all_that_were_tried()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var measures = Enumerable.Range(0, 3).Select(_ => new IndexMeasure(
                0.1 + random.NextDouble(), Up, [.. Enumerable.Range(0, 8).Select(_ => (double?)random.NextDouble())])).ToList();
            var sensitivity = IndexSensitivity.Of(measures, IndexScale.StandardScore, MissingValues.NoScore);

            Assert.InRange(sensitivity.SameInAll, sensitivity.SureWhateverWeights, sensitivity.Pairs);
            Assert.All(sensitivity.Areas, area => Assert.InRange(area.Declared, area.First, area.Last));
        }
    }

    [Fact]
    public void A_list_is_the_same_for_its_seed_and_stable_when_areas_differ()
    {
        ShareCount[] areas = [new(10, 1000), new(500, 1000), new(0, 0), new(12, 1000), new(510, 1000), new(505, 1000)];

        var list = Listed(areas, 2);

        Assert.Equal([0, 3], list.SurelyListed);
        Assert.Empty(list.Undecided);
        Assert.Equal([true, false, true, false, false], list.Areas.Select(area => area.Listed));
        Assert.Equal(1, list.SameList);
        Assert.Equal((2, Seed, 2000), (list.Length, list.Seed, list.Draws));
        var three = Listed(areas, 3);
        Assert.Equal(3, three.Areas.Sum(area => area.Chance), 9);
        Assert.Equal(three.Areas, Listed(areas, 3).Areas);
        Assert.Equal([1, 4, 5], three.Undecided);
        Assert.InRange(three.SameList, 0.3, 0.6);
        Assert.NotEqual(
            three.Areas, Assert.IsType<BottomList.Known>(BottomList.Of(areas, 3, Seed + 1)).Areas);
    }

    [Fact]
    public void Alike_areas_are_listed_alike_often()
    {
        var list = Listed([.. Enumerable.Repeat(new ShareCount(30, 100), 10)], 3);

        Assert.All(list.Areas, area => Assert.InRange(area.Chance, 0.26, 0.34));
        Assert.All(list.Areas, area => Assert.True(area.Listed));
        Assert.Equal(10, list.Undecided.Count);
    }

    [Fact]
    public void Chances_are_those_of_the_two_betas()
    {
        // Of two areas with one case each, of which one has it: P(first lower) for Beta(1½, ½) against Beta(½, 1½).
        var list = Assert.IsType<BottomList.Known>(BottomList.Of([new(1, 1), new(0, 1)], 1, Seed, 100_000));

        // By integration: ½ − 4/π² = 0.0947.
        Assert.InRange(list.Areas[0].Chance, 0.0947 - 0.004, 0.0947 + 0.004);
        var huge = Listed([new(500_000_000, 1_000_000_000), new(0, 1_000_000_000), new(1_000_000_000, 1_000_000_000)], 1);
        Assert.Equal([0.0, 1, 0], huge.Areas.Select(area => area.Chance));
    }

    [Fact]
    public void A_list_of_every_area_says_nothing()
    {
        Assert.Equal(new BottomList.EveryAreaListed(2), BottomList.Of([new(1, 2), new(0, 0), new(1, 3)], 2, Seed));
        Assert.Equal(new BottomList.EveryAreaListed(0), BottomList.Of([], 1, Seed));
        Assert.Throws<ArgumentOutOfRangeException>(() => BottomList.Of([new(3, 2)], 1, Seed));
        Assert.Throws<ArgumentOutOfRangeException>(() => BottomList.Of([], 0, Seed));
        Assert.Throws<ArgumentOutOfRangeException>(() => BottomList.Of([], 1, Seed, 99));
    }

    private static List<double> Scores(IReadOnlyList<IndexMeasure> measures, IndexScale scale) =>
    [
        .. CompositeIndex.Of(measures, scale, MissingValues.NoScore)
            .Select(score => Assert.IsType<IndexScore.Known>(score).Score),
    ];

    private static BottomList.Known Listed(IReadOnlyList<ShareCount> areas, int length) =>
        Assert.IsType<BottomList.Known>(BottomList.Of(areas, length, Seed));
}
