using Candour.Databank.Native;
using Candour.Databank.Planning;

namespace Candour.Tests.Databank;

/// <summary>
/// The native engine, the databases (ClickHouse where it was fetched, as continuous integration does) and the pass of one measure
/// after the other agree on every cell of every breakdown.
/// </summary>
public sealed class EqualEnginesTests(Store.PostgresServer server)
{
    private static readonly Candour.Definitions.Catalogue Catalogue = Repository.Catalogue;

    [Fact]
    public void On_fifty_thousand_crimes()
    {
        var dataset = Catalogue.Datasets["crimes"];
        var engines = new ThreeEngines(
            PlanCompiling.Compile(dataset, Catalogue), new RandomRows(Catalogue, 1).Of(dataset, 50_000), Catalogue);

        var native = engines.Native(2, LanePaths.Widest);
        var compared = ThreeEngines.AssertEqual(native, engines.DuckDb());

        Assert.True(compared > 100_000, $"{compared} cells were compared.");
        Assert.Equal(compared, ThreeEngines.AssertEqual(native, engines.PostgreSql(server, 2)));
        if (ClickHouseProcess.IsInstalled)
        {
            Assert.Equal(compared, ThreeEngines.AssertEqual(native, engines.ClickHouse()));
        }
    }

    /// <summary>Where an area has many rows, days are counted at places of their own.</summary>
    [Fact]
    public void On_many_rows_of_one_area()
    {
        var dataset = Catalogue.Datasets["crimes"];
        var rows = new RandomRows(Catalogue, 9).Of(dataset, 20_000);
        var area = dataset.IndexOf(dataset.AreaField.Id);
        foreach (var row in rows)
        {
            row.Values[area] = rows[0].Values[area];
        }

        var engines = new ThreeEngines(
            PlanCompiling.Compile(dataset, Catalogue.Measures.Values.Where(one => one.Datasets.Contains("crimes") && one.Formula is Candour.Definitions.Formula.Days), Catalogue),
            rows, Catalogue);

        Assert.True(ThreeEngines.AssertEqual(engines.Native(2, LanePaths.Widest), engines.DuckDb()) > 1_000);
    }

    [Theory]
    [InlineData("crime-outcomes")]
    [InlineData("prosecution-outcomes")]
    [InlineData("suspects")]
    [InlineData("charging-decisions")]
    [InlineData("costs")]
    [InlineData("defendants")]
    [InlineData("population")]
    [InlineData("victims")]
    public void On_random_rows_of_any_kind_of_dataset(string name)
    {
        var dataset = Catalogue.Datasets[name];
        var engines = new ThreeEngines(
            PlanCompiling.Compile(dataset, Catalogue), new RandomRows(Catalogue, 2).Of(dataset, 2_000), Catalogue);

        var native = engines.Native(2, LanePaths.Widest);

        Assert.True(ThreeEngines.AssertEqual(native, engines.DuckDb()) > 100);
        Assert.True(engines.AssertEqualToMeasures(native) > 50);
    }

    [Theory]
    [InlineData("suspects")]
    [InlineData("defendants")]
    public void And_so_do_the_databases_in_what_they_finish(string name)
    {
        var dataset = Catalogue.Datasets[name];
        var engines = new ThreeEngines(
            PlanCompiling.Compile(dataset, Catalogue), new RandomRows(Catalogue, 3).Of(dataset, 2_000), Catalogue);

        Assert.True(engines.AssertFinishedAlike(server) > 100);
    }
}
