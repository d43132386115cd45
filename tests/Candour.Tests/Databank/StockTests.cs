using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Tests.Databank;

/// <summary>A stock over several months is its last month, from the cells and row by row alike.</summary>
public sealed class StockTests
{
    [Fact]
    public void The_rows_of_a_stock_are_those_of_its_last_month()
    {
        var dataset = Repository.Catalogue.Datasets["suspects"];
        var last = dataset with { Bases = [dataset.BasisNamed("named")! with { OverTime = OverTime.Last }] };
        var catalogue = Repository.Catalogue;
        var rows = new[] { "2024-01-05", "2024-02-05", "2024-02-06" }.Select((day, i) => new Candour.Intake.Mapped.MappedRow(i,
            [.. last.Fields.Select(field => field.Id switch { "crime" => $"c{i}", "suspect" => $"s{i}", "force" => "f01", "named_date" => day, _ => "" })])).ToList();
        var pass = RowPass.Of(last, rows, catalogue);
        var measure = catalogue.Measures["suspects-named"];

        var cells = pass.Table(measure, []).Sum(["f01"], Period.CalendarYear(2024), 1, "", [""], OverTime.Last);

        Assert.Equal(2, cells.State.Numerator);
        Assert.Equal(2, pass.Counted(measure, ["f01"], Period.CalendarYear(2024), []).Count());
    }
}
