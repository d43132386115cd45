using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake.Mapped;

namespace Candour.Tests.Databank;

/// <summary>However many lanes go together, and however many threads there are, every number is the same.</summary>
public sealed class LanePathTests
{
    private static readonly Catalogue Catalogue = Repository.Catalogue;
    private static readonly Dataset Crimes = Catalogue.Datasets["crimes"];

    [Theory]
    [InlineData(LanePath.Vector128, 1)]
    [InlineData(LanePath.Vector256, 1)]
    [InlineData(LanePath.Vector512, 1)]
    [InlineData(LanePath.OneByOne, 3)]
    [InlineData(LanePath.Vector512, 2)]
    public void Every_path_gives_what_one_lane_after_the_other_gives(LanePath path, int threads)
    {
        var engines = new ThreeEngines(
            PlanCompiling.Compile(Crimes, Catalogue), new RandomRows(Catalogue, 5).Of(Crimes, 3_000), Catalogue);

        Assert.Equal(Everything(engines.Native(1, LanePath.OneByOne)), Everything(engines.Native(threads, path)));
    }

    [Fact]
    public void A_cell_may_have_more_rows_than_a_lane_can_count()
    {
        const int Rows = 140_001;
        var row = new RandomRows(Catalogue, 6).Of(Crimes, 1)[0];
        row.Values[Crimes.IndexOf("recorded_date")] = "2023-05-17";
        var engines = new ThreeEngines(
            PlanCompiling.Compile(Crimes, Catalogue), [.. Enumerable.Range(0, Rows).Select(line => new MappedRow(line, row.Values))], Catalogue);

        var native = engines.Native(2, LanePaths.Widest);

        var recorded = native.Plan.Bases.Select((basis, at) => (basis, at)).Single(pair => pair.basis.Basis.Id == "recorded").at;
        var block = native.States[0][recorded].Counters[0];
        Assert.Single(block.Cells);
        Assert.Contains(Rows, block.Values);
        Assert.DoesNotContain(block.Values, value => value is not 0 and not Rows);
    }

    [Fact]
    public void A_breakdown_may_have_more_codes_than_a_byte_can_name()
    {
        var field = Crimes.IndexOf("victim_ethnicity");
        var rows = new RandomRows(Catalogue, 7).Of(Crimes, 4_000);
        for (var at = 0; at < rows.Count; at++)
        {
            rows[at].Values[field] = $"code{at % 400}";
        }

        var engines = new ThreeEngines(PlanCompiling.Compile(Crimes, Catalogue), rows, Catalogue);

        Assert.Equal(2, engines.Columns["victim_ethnicity"].Codes.Width);
        Assert.True(ThreeEngines.AssertEqual(engines.Native(2, LanePaths.Widest), engines.DuckDb()) > 1_000);
    }

    [Fact]
    public void Sums_that_no_number_holds_are_refused_in_words()
    {
        var dataset = Catalogue.Datasets["crime-outcomes"];
        var rows = new RandomRows(Catalogue, 8).Of(dataset, 200);
        var weight = dataset.IndexOf(dataset.Bases.First(basis => basis.WeightField.Length > 0).WeightField);
        foreach (var row in rows)
        {
            row.Values[weight] = $"{long.MaxValue / 2}";
        }

        var engines = new ThreeEngines(PlanCompiling.Compile(dataset, Catalogue), rows, Catalogue);

        var said = new NativeEngine(1, LanePath.OneByOne).Compute(engines.Plan, engines.Columns, engines.Periods, Catalogue, StateScope.Everything)
            .Match(_ => "", refusal => refusal.Sentence);
        Assert.Contains("add up to more than can be counted", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("300000000", false)]
    public void Days_that_are_weighed_are_equal_or_refused_in_words(string weight, bool isCounted)
    {
        var days = Catalogue.Measures["days-report-to-decision-median"];
        var weighed = Crimes with { Bases = [.. Crimes.Bases.Select(basis => basis with { WeightField = "suspects_named" })] };
        var rows = new RandomRows(Catalogue, 9).Of(weighed, 200);
        foreach (var row in rows)
        {
            row.Values[weighed.IndexOf("suspects_named")] = weight;
        }

        var engines = new ThreeEngines(PlanCompiling.Compile(weighed, [days], Catalogue), rows, Catalogue);
        Assert.All(engines.Plan.Bases.SelectMany(basis => basis.Days), one => Assert.IsNotType<Weighing.Rows>(one.Weighs));

        var said = new NativeEngine(1, LanePath.OneByOne).Compute(engines.Plan, engines.Columns, engines.Periods, Catalogue, StateScope.WhatAddsUp)
            .Match(_ => "", refusal => refusal.Sentence);
        if (isCounted)
        {
            Assert.Empty(said);
            Assert.True(ThreeEngines.AssertEqual(engines.Native(1, LanePath.OneByOne), engines.DuckDb()) > 10);
        }
        else
        {
            Assert.Contains("The values of 'suspects_named' in 'crimes' add up to more than can be counted", said, StringComparison.Ordinal);
        }
    }

    internal static IReadOnlyList<string> Everything(NationStates states) =>
    [
        .. states.Nodes.SelectMany((node, n) => states.States[n].SelectMany((basis, b) => basis.Counters
            .Select(block => $"{node.Name} {b} {string.Join(',', block.Cells)} {string.Join(',', block.Values)}")
            .Concat(basis.Quantiles.SelectMany(one => one).Select(block => $"q {string.Join(',', block.Cells)} {string.Join(',', block.Values)}"))
            .Concat(basis.Days.SelectMany(one => one).Select(block => $"d {string.Join(',', block.Days)} {string.Join(',', block.Events)} {string.Join(',', block.Censored)}"))
            .Concat(basis.Distinct.SelectMany(one => one).Select(block => $"i {string.Join(',', block.Cells)} {string.Join(',', block.Values)}")))),
    ];
}
