using Candour.Access;

namespace Candour.Tests.Access;

/// <summary>Which areas of which data are visible, for grants at every level of several hierarchies.</summary>
public sealed class SightTests
{
    private static readonly Candour.Definitions.Dataset Crimes = Repository.Catalogue.Datasets["crimes"];
    private static readonly Holding Own = new(Crimes, "constabulary", IsPublic: false);

    [Theory]
    [InlineData("f01", "f01", true)]
    [InlineData("f01", "f02", false)]
    [InlineData("f01", "a01", false)]
    [InlineData("f01", "synthetic-nation", false)]
    [InlineData("a01", "f01", true)]
    [InlineData("a01", "a01", true)]
    [InlineData("a01", "a02", false)]
    [InlineData("synthetic-nation", "a02", true)]
    [InlineData("", "synthetic-nation", true)]
    public void A_node_is_visible_when_all_of_it_lies_under_a_grant(string granted, string asked, bool visible) =>
        Assert.Equal(visible, SightOf(granted).Sees(Own, Lowest(asked)));

    [Fact]
    public void A_grant_of_another_agency_or_hierarchy_shows_nothing()
    {
        Assert.False(SightOf("f01", agency: "another").SeesAny(Own));
        Assert.False(SightOf("f01", hierarchy: "police-forces").SeesAny(Own));
        Assert.False(SightOf("no-such-area").SeesAny(Own));
    }

    [Fact]
    public void What_is_published_is_visible_to_all_who_see_figures_and_to_nobody_else()
    {
        var published = Own with { IsPublic = true };

        Assert.True(SightOf("f01").Sees(published, Lowest("synthetic-nation")));
        Assert.False(SightOf("f01", Role.Administrator).Sees(published, Lowest("f01")));
        Assert.False(Sight.Of(Viewer.Nobody, Right.ReadFigures, Repository.Catalogue).Sees(published, Lowest("f01")));
    }

    [Fact]
    public void Grants_add_up_and_no_area_is_nothing()
    {
        var two = Sight.Of(
            Viewer.On(new DateOnly(2026, 1, 1), "p", "P", [Grant("f01"), Grant("f02")]), Right.ReadFigures, Repository.Catalogue);

        Assert.True(two.Sees(Own, ["f01", "f02"]));
        Assert.False(two.Sees(Own, ["f01", "f03"]));
        Assert.False(two.Sees(Own, []));
    }

    /// <summary>For every pair of nodes of every hierarchy: visible if and only if none of its areas is outside the grant.</summary>
    [Fact]
    public void Holds_for_every_pair_of_nodes()
    {
        foreach (var dataset in Repository.Catalogue.Datasets.Values.Where(dataset => dataset.Id is "crimes" or "prosecution-cases" or "prosecution-outcomes"))
        {
            foreach (var hierarchy in dataset.Hierarchies.Select(name => Repository.Catalogue.Hierarchies[name]))
            {
                foreach (var granted in hierarchy.Areas)
                {
                    var sight = SightOf(granted.Id, hierarchy: hierarchy.Id);
                    foreach (var asked in hierarchy.Areas)
                    {
                        var areas = hierarchy.LowestUnder(asked.Id);
                        Assert.Equal(
                            areas.Count > 0 && areas.All(hierarchy.LowestUnder(granted.Id).Contains),
                            sight.Sees(new Holding(dataset, "constabulary", false), areas));
                    }
                }
            }
        }
    }

    private static Sight SightOf(string area, Role role = Role.ForceAnalyst, string agency = "constabulary", string hierarchy = "synthetic-nation") =>
        Sight.Of(Viewer.On(new DateOnly(2026, 1, 1), "p", "P", [Grant(area, role, agency, hierarchy)]), Right.ReadFigures, Repository.Catalogue);

    private static Assignment Grant(
        string area, Role role = Role.ForceAnalyst, string agency = "constabulary", string hierarchy = "synthetic-nation") =>
        new(role, agency, area.Length == 0 ? "" : hierarchy, area, new DateOnly(2020, 1, 1), DateOnly.MaxValue);

    private static IReadOnlyList<string> Lowest(string area) => Repository.Catalogue.Hierarchies["synthetic-nation"].LowestUnder(area);
}
