using Candour.Databank.Cells;
using Candour.Databank.Engine;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Tests.Databank;

/// <summary>Every measure's worked example, recomputed by the real engine.</summary>
public sealed class WorkedExampleTests
{
    public static TheoryData<string> Measures => [.. Repository.Catalogue.Measures.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Measures))]
    public void Gives_the_figure_it_states(string id)
    {
        var measure = Repository.Catalogue.Measures[id];

        var (sum, figure) = Recompute(measure, Repository.Catalogue);

        Assert.Equal(measure.Example.Numerator, sum.State.Numerator);
        Assert.Equal(measure.Example.Denominator, measure.Type == MeasureType.Count ? 0 : sum.State.Denominator);
        Assert.Equal(measure.Example.Value, Assert.IsType<Figure.Known>(figure).Value, 6);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Notices_a_dropped_condition(string id)
    {
        var measure = Repository.Catalogue.Measures[id];
        foreach (var test in measure.Population.Tests)
        {
            var broken = measure with { Population = new Condition([.. measure.Population.Tests.Where(t => t != test)]) };
            Assert.False(Holds(broken), $"The example of {id} does not notice that its condition on {test.Field} is gone.");
        }

        if (measure.Type == MeasureType.Share)
        {
            Assert.False(Holds(measure with { Numerator = Condition.Everything }), $"The example of {id} does not notice a numerator of everything.");
        }
    }

    private static bool Holds(Measure measure)
    {
        var (sum, figure) = Recompute(measure, Repository.Catalogue);
        return sum.State.Numerator == measure.Example.Numerator
            && (measure.Type == MeasureType.Count || sum.State.Denominator == measure.Example.Denominator)
            && figure is Figure.Known known && Math.Abs(known.Value - measure.Example.Value) < 1e-6;
    }

    private static (CellSum Sum, Figure Figure) Recompute(Measure measure, Catalogue catalogue)
    {
        var example = measure.Example;
        var dataset = catalogue.Datasets[example.Dataset];
        var rows = example.Rows.Select((row, line) => new MappedRow(
            line, [.. dataset.Fields.Select(field => row.GetValueOrDefault(field.Id, ""))])).ToList();
        var encoded = EncodedRows.Of(dataset, rows);
        var basis = dataset.BasisNamed(measure.Basis)!;
        var periods = rows.Select(row => row.Values[dataset.IndexOf(basis.PeriodField)]).Where(text => text.Length > 0)
            .Select(text => Periods.Of(text, dataset)).Distinct().Order().ToList();
        var areas = rows.Select(row => row.Values[dataset.IndexOf(dataset.AreaField.Id)]).Distinct().ToList();
        var covered = areas.SelectMany(area => periods.Select((_, index) => (area, index))).ToHashSet();
        var cells = CellEngine.Compute(
            PlannedMeasure.Compile(measure, Condition.Everything, encoded, catalogue), encoded, periods, []);
        var sum = new CellTable(periods, covered, cells).Sum(areas, example.Period, dataset.Months, "", [""]);
        return (sum, FigureOf.Measure(measure, sum));
    }
}
