using Candour.Databank.Cells;
using Candour.Databank.Engine;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Databank.States;

/// <summary>A pass over the encoded rows of one dataset: for worked examples and the rows behind a figure, and for what has no states that add up.</summary>
/// <param name="Encoded">The rows.</param>
/// <param name="Periods">The shortest periods that have data, in order.</param>
/// <param name="Covered">Area and position of the period, for which there are data.</param>
/// <param name="Catalogue">The definitions.</param>
public sealed record RowPass(
    EncodedRows Encoded,
    IReadOnlyList<Period> Periods,
    IReadOnlySet<(string Area, int PeriodIndex)> Covered,
    Catalogue Catalogue)
{
    /// <summary>Rows of a worked example or a what-if: they cover every period in which any of them lies.</summary>
    public static RowPass Of(Dataset dataset, IReadOnlyList<MappedRow> rows, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rows);
        var placed = dataset.Bases.Select(basis => dataset.IndexOf(basis.PeriodField)).Distinct().ToList();
        var periods = rows.SelectMany(row => placed.Select(index => row.Values[index])).Where(text => text.Length > 0)
            .Select(text => Candour.Intake.Periods.Of(text, dataset)).Distinct().Order().ToList();
        var area = dataset.IndexOf(dataset.AreaField.Id);
        var covered = rows.Select(row => row.Values[area]).Distinct()
            .SelectMany(one => periods.Select((_, index) => (one, index))).ToHashSet();
        return new RowPass(EncodedRows.Of(dataset, rows), periods, covered, catalogue);
    }

    /// <summary>The cells of a measure under conditions.</summary>
    public CellTable Table(Measure measure, IReadOnlyList<Narrowing> where) =>
        new(Periods, Covered, CellEngine.Compute(Plan(measure, where), Encoded, Periods, []));

    /// <summary>How many different identifiers the counted rows hold. Never a sum over areas or periods.</summary>
    public CellSum Distinct(
        Measure measure, string identifier, IReadOnlyList<string> areas, Period period, IReadOnlyList<Narrowing> where)
    {
        var counted = new HashSet<int>();
        var column = Encoded.Codes(identifier);
        var (rows, missing) = (0L, 0L);
        foreach (var (row, part) in Counted(measure, areas, period, where))
        {
            rows++;
            missing += part.Missing + (part.Missing == 0 && column[row] == 0 ? 1 : 0);
            if (part.Missing == 0 && column[row] != 0)
            {
                counted.Add(column[row]);
            }
        }

        var coverage = new CellTable(Periods, Covered, new Dictionary<CellKey, CellState>())
            .Sum(areas, period, Encoded.Dataset.Months, "", [""]);
        return coverage with { State = new CellState(counted.Count, 0, missing, rows, 0, []) };
    }

    /// <summary>The rows that belong to a measure's population or cannot say, in their order, with what each adds.</summary>
    public IEnumerable<(int Row, RowPart Part)> Counted(
        Measure measure, IReadOnlyList<string> areas, Period period, IReadOnlyList<Narrowing> where)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(areas);
        var plan = Plan(measure, where);
        var reader = new RowReader(plan, Encoded, Asked(plan.Basis, areas, period).Split(Encoded.Dataset.Months));
        var asked = areas.ToHashSet(StringComparer.Ordinal);
        var isAsked = Encoded.Dictionary(Encoded.Dataset.AreaField.Id).Select(asked.Contains).ToArray();
        var area = Encoded.Codes(Encoded.Dataset.AreaField.Id);
        for (var row = 0; row < Encoded.Count; row++)
        {
            if (isAsked[area[row]] && reader.Read(row, out _, out var part) && !part.IsAbsent)
            {
                yield return (row, part);
            }
        }
    }

    /// <summary>A stock is asked for its last shortest period with data, as from the cells.</summary>
    private Period Asked(CohortBasis basis, IReadOnlyList<string> areas, Period period) => basis.OverTime == OverTime.Last
        ? new CellTable(Periods, Covered, new Dictionary<CellKey, CellState>()).LastCovered(areas, period, Encoded.Dataset.Months) ?? period
        : period;

    private PlannedMeasure Plan(Measure measure, IReadOnlyList<Narrowing> where) =>
        PlannedMeasure.Compile(measure, Narrowing.Condition(where), Encoded, Catalogue);
}
