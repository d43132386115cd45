using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Tests.Databank;

/// <summary>Definitions that nobody wrote, over rows that nobody sent: the engines agree on those too.</summary>
public sealed class RandomDefinitionsTests
{
    private static readonly Catalogue Catalogue = Repository.Catalogue;

    [Theory]
    [InlineData("crimes", 11)]
    [InlineData("suspects", 13)]
    [InlineData("defendants", 14)]
    [InlineData("crime-outcomes", 15)]
    public void Agree(string name, int seed)
    {
        var dataset = Catalogue.Datasets[name];
        var definitions = new RandomDefinitions(dataset, Catalogue, seed);
        var measures = Enumerable.Range(0, 24).Select(definitions.Next).ToList();
        var engines = new ThreeEngines(
            PlanCompiling.Compile(dataset, measures, Catalogue), new RandomRows(Catalogue, seed).Of(dataset, 600), Catalogue);

        var native = engines.Native(2, LanePaths.Widest);

        Assert.True(ThreeEngines.AssertEqual(native, engines.DuckDb()) > 300);
        Assert.True(engines.AssertEqualToMeasures(native) > 100);
    }

    [Fact]
    public void A_basis_may_have_more_than_sixty_four_counters()
    {
        var definitions = new RandomDefinitions(Catalogue.Datasets["crimes"], Catalogue, 16);
        var plan = PlanCompiling.Compile(
            Catalogue.Datasets["crimes"], Enumerable.Range(0, 150).Select(at => definitions.Next(at) with { Breakdowns = [], Pairs = [] }), Catalogue);

        var engines = new ThreeEngines(plan, new RandomRows(Catalogue, 16).Of(plan.Dataset, 800), Catalogue);

        Assert.Contains(plan.Bases, basis => basis.Counters.Count > 64);
        Assert.True(ThreeEngines.AssertEqual(engines.Native(1, LanePaths.Widest), engines.DuckDb()) > 300);
    }
}
