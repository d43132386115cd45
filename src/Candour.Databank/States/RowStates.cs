using System.Collections.Concurrent;
using Candour.Databank.Cells;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Databank.States;

/// <summary>States made of rows in memory: those of a worked example, or what rows would be if one were corrected.</summary>
public sealed class RowStates : IStates
{
    private readonly ConcurrentDictionary<string, RowPass> passes = [];
    private readonly IStates? beside;

    public RowStates(IEnumerable<ExampleTable> tables, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(tables);
        Catalogue = catalogue;
        foreach (var table in tables)
        {
            var dataset = catalogue.Datasets[table.Dataset];
            passes[table.Dataset] = RowPass.Of(dataset, [.. table.Rows.Select((row, line) => Row(row, line, dataset))], catalogue);
        }
    }

    private RowStates(Dataset dataset, IReadOnlyList<MappedRow> rows, Catalogue catalogue, IStates? beside)
    {
        (Catalogue, this.beside) = (catalogue, beside);
        passes[dataset.Id] = RowPass.Of(dataset, rows, catalogue);
    }

    /// <summary>The rows of one dataset; measures that look at another have no data.</summary>
    public static RowStates Of(Dataset dataset, IReadOnlyList<MappedRow> rows, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rows);
        return new RowStates(dataset, rows, catalogue, null);
    }

    /// <summary>The rows of one dataset in the place of those that states hold; every other dataset answers from the states as it is.</summary>
    public static RowStates InPlaceOf(IStates states, Dataset dataset, IReadOnlyList<MappedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rows);
        return new RowStates(dataset, rows, states.Catalogue, states);
    }

    public Catalogue Catalogue { get; }

    public bool Has(string dataset) => passes.ContainsKey(dataset) || beside?.Has(dataset) == true;

    public CellSum Sum(
        Measure measure, Dataset dataset, IReadOnlyList<string> areas, Period period, IReadOnlyList<Narrowing> where)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        if (beside is not null && !passes.ContainsKey(dataset.Id))
        {
            return beside.Sum(measure, dataset, areas, period, where);
        }

        var pass = Rows(dataset);
        return measure.Formula is Formula.Count { Distinct: { Length: > 0 } identifier }
            ? pass.Distinct(measure, identifier, areas, period, where)
            : pass.Table(measure, where).Sum(areas, period, dataset.Months, "", [""], dataset.BasisNamed(measure.Basis)!.OverTime);
    }

    public RowPass Rows(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return beside is not null && !passes.ContainsKey(dataset.Id) ? beside.Rows(dataset) : passes[dataset.Id];
    }

    private static MappedRow Row(IReadOnlyDictionary<string, string> row, int line, Dataset dataset) =>
        new(line, [.. dataset.Fields.Select(field => row.GetValueOrDefault(field.Id, ""))]);
}
