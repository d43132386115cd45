using Candour.Definitions;

namespace Candour.Tests.Definitions;

/// <summary>Areas through time: mergers, moves and units that serve several areas.</summary>
public sealed class AreaHierarchyTests
{
    private static readonly DateOnly Merger = new(2024, 4, 1);

    [Fact]
    public void A_merged_area_is_there_until_the_day_of_its_merger()
    {
        var before = Merged(Merger.AddDays(-1));
        var after = Merged(Merger);

        Assert.Equal(["u1"], before.LowestUnder("west"));
        Assert.Equal(["u2"], before.LowestUnder("east"));
        Assert.DoesNotContain(after.Areas, area => area.Id == "west");
        Assert.Equal(["u1", "u2"], after.LowestUnder("east"));
    }

    [Fact]
    public void An_ended_unit_lies_where_its_successor_does()
    {
        var after = Merged(Merger);

        Assert.Equal("east", after["u1"].Parent);
    }

    [Fact]
    public void A_unit_that_serves_two_areas_counts_once_in_the_whole()
    {
        var shared = new AreaHierarchy("h", "H", Merger, "test", true, ["nation", "force", "unit"],
        [
            Area("n", "nation"), Area("f1", "force", "n"), Area("f2", "force", "n"), Area("u1", "unit", "f1", "f2"), Area("u2", "unit", "f2"),
        ]);

        Assert.True(shared.IsOverlapping);
        Assert.Equal(["u1"], shared.LowestUnder("f1"));
        Assert.Equal(["u1", "u2"], shared.LowestUnder("f2"));
        Assert.Equal(["u1", "u2"], shared.LowestUnder("n"));
    }

    [Fact]
    public void The_shipped_hierarchies_of_prosecution_and_policing_share_their_units()
    {
        var (areas, forces) = (Repository.Catalogue.Hierarchies["synthetic-prosecution"], Repository.Catalogue.Hierarchies["synthetic-policing"]);

        Assert.Equal(areas.Lowest.Select(area => area.Id), forces.Lowest.Select(area => area.Id));
        Assert.False(areas.IsOverlapping);
        Assert.True(forces.IsOverlapping);
        Assert.Equal(42, areas.Histories.Count(area => area.Level == areas.Levels[2]));
        Assert.NotEqual(
            areas.On(Merger.AddDays(-1)).Areas.Count(area => area.Level == "area"), areas.On(Merger).Areas.Count(area => area.Level == "area"));
    }

    [Fact]
    public void Thirteen_areas_hold_the_forty_two_of_the_published_data_once_each()
    {
        var thirteen = Repository.Catalogue.Hierarchies["cps-areas-13"];

        Assert.False(thirteen.IsVerified);
        Assert.Equal(13, thirteen.Children(thirteen.Top.Id).Count);
        Assert.Equal(42, thirteen.Children(thirteen.Top.Id).Sum(area => thirteen.LowestUnder(area.Id).Count));
    }

    private static AreaHierarchy Merged(DateOnly day) => new("h", "H", day, "test", true, ["nation", "area", "unit"],
    [
        Area("n", "nation"),
        Area("west", "area", "n") with { Until = Merger, MergedInto = "east" },
        Area("east", "area", "n"),
        new AreaHistory("u1", "u1", "unit", [new Placing("west", DateOnly.MinValue, Merger)], DateOnly.MinValue, Merger, "u2", []),
        Area("u2", "unit", "east"),
    ]);

    private static AreaHistory Area(string id, string level, params string[] parents) => new(
        id, id, level, [.. parents.Select(parent => new Placing(parent, DateOnly.MinValue, DateOnly.MaxValue))],
        DateOnly.MinValue, DateOnly.MaxValue, "", []);
}
