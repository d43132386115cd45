using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Statistics;
using Candour.Tests.Statistics;

namespace Candour.Tests.Readings.Areas;

public sealed class FunnelReadingTests
{
    /// <summary>The 303 areas of the published fixture: 260 beyond the outer limits by chance alone, 2 with the variance
    /// between areas in them.</summary>
    [Fact]
    public void Limits_allow_for_areas_that_differ_by_more_than_chance()
    {
        var areas = PublishedValues.Csv("V10_funnel_proportion_significance.csv").Select(row => new NamedShare(
            row["unit"], new ShareCount((long)Math.Round(row.Number("numerator")), (long)row.Number("denominator")))).ToArray();
        var reading = FunnelReading.Of(areas);

        Assert.True(reading.IsAdjusted);
        Assert.Equal(2, reading.Places.Count(place => place is FunnelPlace.FarAbove or FunnelPlace.FarBelow));
        Assert.Contains("(φ = 242)", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("outside is worth a question and is no answer", reading.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("U0", reading.Sentence, StringComparison.Ordinal);
    }

    /// <summary>Twelve areas of 80 to 900 cases: none of 66 pairs can be told apart.</summary>
    [Fact]
    public void Areas_that_cannot_be_told_apart_have_every_place()
    {
        var areas = Indistinguishable();
        var reading = FunnelReading.Of(areas, emphasised: 3);

        Assert.Contains("No two of the areas can be told apart: none of 66 pairs differs by more than chance.", reading.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("Area 4 cannot be told apart from any other area.", reading.Sentence, StringComparison.Ordinal);
        var chart = reading.Draw("funnel", "Headline", "Subtitle", "Share (%)", "Cases", "Area");
        Assert.All(chart.Table.Rows.SkipLast(1), row => Assert.Equal("any of 12", row[^1]));
        Assert.Equal(areas.Select(area => area.Name), chart.Table.Rows.SkipLast(1).Select(row => row[0]));
        Assert.True(new Charts.Drawing(chart.Wide).StaysInside() && new Charts.Drawing(chart.Narrow).StaysInside());
    }

    [Fact]
    public void A_list_of_the_lowest_that_chance_would_write_otherwise_says_so()
    {
        var reading = StabilityReading.Of(Indistinguishable(), 3, seed: 11);

        Assert.Contains("A list of the 3 lowest: chance alone would write another list in", reading.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("The list is not distinguishable from others that chance allows.", reading.Sentence, StringComparison.Ordinal);
        Assert.Equal(reading.Sentence, StabilityReading.Of(Indistinguishable(), 3, seed: 11).Sentence);
        Assert.DoesNotContain("Area", reading.Sentence.Replace("No area", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(12, reading.Draw("list", "Headline", "Subtitle", "Area").Table.Rows.Count);
        Assert.Contains("it says nothing", StabilityReading.Of(Indistinguishable(), 12, seed: 11).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_areas_no_cases_and_whole_shares_are_said()
    {
        Assert.StartsWith("Not enough data", FunnelReading.Of([new("One", new(0, 0)), new("Two", new(5, 9))]).Sentence, StringComparison.Ordinal);
        Assert.Contains("With 2 areas it cannot be told", FunnelReading.Of([new("One", new(0, 9)), new("Two", new(9, 9))]).Sentence, StringComparison.Ordinal);
        foreach (var count in (ShareCount[])[new(0, 50), new(50, 50), new(1_000_000_000, 2_000_000_000), new(0, 0)])
        {
            var reading = FunnelReading.Of([.. Enumerable.Range(1, 12).Select(i => new NamedShare($"Area {i}", count))], 0);
            var chart = reading.Draw("funnel", "Headline", "Subtitle", "Share (%)", "Cases", "Area");
            Assert.DoesNotContain("NaN", reading.Sentence + chart.Wide.Markup, StringComparison.Ordinal);
            Assert.True(new Charts.Drawing(chart.Wide).StaysInside() && new Charts.Drawing(chart.Narrow).StaysInside());
        }
    }

    [Fact]
    public void The_order_of_the_areas_changes_nothing()
    {
        var areas = Indistinguishable();
        var forwards = FunnelReading.Of(areas);
        var backwards = FunnelReading.Of([.. areas.Reverse()]);

        Assert.Equal(forwards.Places, backwards.Places.Reverse());
        Assert.Equal(forwards.Sentence, backwards.Sentence);
    }

    [Fact]
    public void Peers_are_the_nearest_in_number_of_cases()
    {
        NamedShare[] areas = [.. Enumerable.Range(1, 20).Select(i => new NamedShare($"Area {i}", new ShareCount(i * 10, i * 100)))];
        var reading = PeersReading.Of(areas, 9, 4);

        Assert.Equal(["Area 8", "Area 9", "Area 11", "Area 12"], reading.Peers.Select(peer => peer.Name));
        Assert.Contains("these data do not tell them apart", reading.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Not enough data", PeersReading.Of([new("One", new(0, 0))], 0).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_says_what_other_weights_would_make_of_it()
    {
        IndexMeasure[] measures =
        [
            new(3, ImprovementDirection.Increase, [0.9, 0.5, 0.4, null]),
            new(1, ImprovementDirection.Decrease, [30, 10, 20, 20]),
        ];
        var reading = IndexReading.Of(["A", "B", "C", "D"], measures, IndexScale.MinMax, MissingValues.NoScore);

        Assert.StartsWith("Weights are judgements.", reading.Sentence, StringComparison.Ordinal);
        Assert.Contains("1 area has no score because values are missing.", reading.Sentence, StringComparison.Ordinal);
        Assert.Equal("1 to 3 of 3", reading.Places(0));
        Assert.Equal("", reading.Places(3));
    }

    [Fact]
    public void Areas_that_hang_together_are_one_group_in_no_order()
    {
        var alike = AlikeReading.Of(FunnelReading.Of(Indistinguishable(), 2));

        var group = Assert.Single(alike.Groups);
        Assert.Equal((1, 12), (group.First, group.Last));
        Assert.Equal(group.Names.Order(StringComparer.Ordinal), group.Names);
        Assert.Equal(("Area 3", 11), (alike.OwnName, alike.Own.Count));
        Assert.Contains("in no order", alike.Sentence, StringComparison.Ordinal);

        var apart = AlikeReading.Of(FunnelReading.Of([new("B", new(900, 1000)), new("A", new(880, 1000)), new("C", new(10, 1000))]));
        Assert.Equal([["A", "B"], ["C"]], apart.Groups.Select(one => one.Names));
        Assert.Equal([(1, 2), (3, 3)], apart.Groups.Select(one => (one.First, one.Last)));
        Assert.Equal(("", 0), (apart.OwnName, apart.Own.Count));
        Assert.StartsWith("Not enough data", AlikeReading.Of(FunnelReading.Of([new("A", new(0, 0))])).Sentence, StringComparison.Ordinal);
    }

    private static NamedShare[] Indistinguishable()
    {
        var published = PublishedValues.Json("V68_rank_intervals.json").GetProperty("cases").EnumerateArray().First();
        return
        [
            .. published.GetProperty("numerator").EnumerateArray()
                .Zip(published.GetProperty("denominator").EnumerateArray(), (x, n) => new ShareCount(x.GetInt64(), n.GetInt64()))
                .Select((count, i) => new NamedShare($"Area {i + 1}", count)),
        ];
    }
}
