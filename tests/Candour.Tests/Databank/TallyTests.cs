using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Tests.Databank;

/// <summary>However rows are counted into cells, every number is the same.</summary>
public sealed class TallyTests
{
    private static readonly Catalogue Catalogue = Repository.Catalogue;

    /// <summary>Each measure alone, as a slice asks for it; in so few rows a pass would not tally unless it is told to.</summary>
    [Theory]
    [InlineData("crimes", 60)]
    [InlineData("suspects", 8)]
    [InlineData("defendants", 10)]
    public void A_tally_of_each_measure_gives_what_its_lanes_give(string name, int measures)
    {
        var dataset = Catalogue.Datasets[name];
        var rows = new RandomRows(Catalogue, 11).Of(dataset, 1_500);
        var (compared, tallied) = (0, 0);
        foreach (var measure in Catalogue.Measures.Values.Where(one => one.Datasets.Contains(name) && PlannedMeasure.HasCells(one)))
        {
            var engines = new ThreeEngines(PlanCompiling.Compile(dataset, [measure with { Breakdowns = [.. measure.Breakdowns.Take(2)], Pairs = [] }], Catalogue), rows, Catalogue);
            var lanes = engines.Native(2, LanePaths.Widest, Counting.Lanes);
            var tallies = engines.Native(2, LanePaths.Widest, Counting.Tallies);
            Assert.Equal(LanePathTests.Everything(lanes), LanePathTests.Everything(tallies));
            Assert.Equal(Counting.Lanes, lanes.CountedBy);
            compared++;
            tallied += tallies.CountedBy == Counting.Tallies ? 1 : 0;
        }

        Assert.True(compared >= measures, $"{compared} measures of {name} were compared.");
        Assert.True(tallied > compared / 2, $"Of {compared} measures of {name} only {tallied} were tallied.");
    }
}
