using Candour.Databank.States;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Tests.Freezing;

/// <summary>What a correction moves: from what was published, for rates and groups too.</summary>
public sealed class MeasureEffectsTests(DemoWorkspace demo)
{
    private static readonly Period Quarter = Period.FinancialQuarter(2025, 4);

    [Fact]
    public void What_a_correction_moves_begins_at_what_was_published_for_rates_and_groups_too()
    {
        var snapshot = demo.Room.Snapshot;
        var dataset = snapshot.Catalogue.Datasets["crimes"];
        var hierarchy = snapshot.Catalogue.HierarchyOf(dataset);
        var rows = snapshot.RowsOf(dataset).Select(source => source.Row).ToList();
        var before = RowStates.InPlaceOf(snapshot, dataset, rows);
        var area = hierarchy.Areas.First(one => one.Level == dataset.Reporting!.Level);
        var made = snapshot.Catalogue.Measures.Values
            .Where(one => one.Datasets.Contains(dataset.Id) && one.Formula is Formula.Per or Formula.Groups && Answering.IsComputed(one)).ToList();

        Assert.Equal([true, true], new[] { made.Any(one => one.Formula is Formula.Per), made.Any(one => one.Formula is Formula.Groups) });
        Assert.All(made, measure => Assert.Equal(Said(snapshot, measure), Said(before, measure)));

        // Without the rows of one offence; a single row moves little in a nation.
        var day = dataset.IndexOf(dataset.Bases[0].PeriodField);
        IReadOnlyList<MappedRow> fewer = [.. rows.Where(row => !Quarter.Overlaps(Candour.Intake.Periods.Of(row.Values[day], dataset)) || row.Values[dataset.IndexOf("offence")] != "19C")];
        var effects = MeasureEffects.Between(before, RowStates.InPlaceOf(snapshot, dataset, fewer), dataset, Quarter, [hierarchy.Top]);
        Assert.Contains(effects, effect => snapshot.Catalogue.Measures[effect.Measure].Formula is Formula.Groups);
        Assert.DoesNotContain(effects, effect => snapshot.Catalogue.Measures[effect.Measure].Formula is Formula.Index);

        string Said(IStates states, Measure measure)
        {
            var answer = Answering.Of(states, measure, dataset, hierarchy, area, Quarter, []);
            return $"{measure.Id}: {answer.Figure}, {answer.Numerator}, {answer.Denominator}";
        }
    }

    /// <summary>Nobody has submitted the people of an area, so that of crimes no rate is known; of suspects one is.</summary>
    [Fact]
    public void A_rate_moves_with_the_rows_that_it_is_made_of()
    {
        var snapshot = demo.Room.Snapshot;
        var dataset = snapshot.Catalogue.Datasets["suspects"];
        var rows = snapshot.RowsOf(dataset).Select(source => source.Row).ToList();

        var effects = MeasureEffects.Between(
            RowStates.InPlaceOf(snapshot, dataset, rows), RowStates.InPlaceOf(snapshot, dataset, [.. rows.Where((_, at) => at % 2 == 0)]),
            dataset, Quarter, [snapshot.Catalogue.HierarchyOf(dataset).Top]);

        var rate = Assert.Single(effects, effect => snapshot.Catalogue.Measures[effect.Measure].Formula is Formula.Per);
        Assert.NotEqual(rate.Before, rate.After);
        Assert.DoesNotContain("[", rate.Before + rate.After, StringComparison.Ordinal);
    }
}
