using System.Collections.Concurrent;
using Candour.Databank.Cells;
using Candour.Databank.Columns;
using Candour.Databank.Engine;
using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Databank.Snapshots;

/// <summary>
/// A computed snapshot, open for reading. Cell tables are read when first asked for and kept; several readers at once
/// are fine, and a newer snapshot never disturbs this one.
/// </summary>
public sealed class ReadableSnapshot : IStates
{
    private const long BytesOfACell = 200;
    private const long BytesOfADay = 24;

    private readonly SnapshotFolder files;
    private readonly Func<ContentHash, IReadOnlyList<Finding>> findings;
    private readonly HashSet<string> has;
    private readonly ConcurrentDictionary<(string Measure, string Dataset, string Field), Lazy<CellTable>> tables = [];
    private readonly ConcurrentDictionary<string, Lazy<(DatasetPlan Plan, IReadOnlyList<AreaCells> Areas)>> cells = [];
    private readonly ConcurrentDictionary<string, Lazy<(EncodedRows Encoded, SourceRows Rows)>> rows = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<Period>> periods = [];
    private readonly ConcurrentDictionary<(ContentHash Submission, Severity Severity), long> found = [];
    private readonly KeptSlices<CellTable> slices = new(table => table.Cells.Values.Sum(cell => BytesOfACell + (BytesOfADay * cell.Days.Count)));
    private readonly KeptSlices<DistinctIndex> identifiers = new(index => index.Size * sizeof(int));
    private readonly ConcurrentDictionary<string, Lazy<EncodedColumns>> columns = [];
    private readonly ConcurrentDictionary<string, Lazy<RowPass>> passes = [];

    private ReadableSnapshot(
        SnapshotFolder files, Func<ContentHash, IReadOnlyList<Finding>> findings, Catalogue catalogue, SnapshotRecord record,
        IReadOnlyList<SubmissionRecord> submissions)
    {
        (this.files, this.findings) = (files, findings);
        (Catalogue, Record, Submissions) = (catalogue, record, submissions);
        has = [.. submissions.Select(submission => submission.Dataset)];
    }

    public Catalogue Catalogue { get; }

    public SnapshotRecord Record { get; }

    /// <summary>Rows that it was made of are gone for good, so that only its cells answer; none when all are there.</summary>
    public InputsErased? Erased { get; private init; }

    /// <summary>What the snapshot is made of.</summary>
    public IReadOnlyList<SubmissionRecord> Submissions { get; }

    /// <summary>Opens the current snapshot; refuses when there is none or the definitions are no longer its own.</summary>
    public static Result<ReadableSnapshot> Open(Workspace workspace, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (workspace.Store.CurrentSnapshot() is not { } record)
        {
            return new NoSnapshot(workspace.Folder);
        }

        if (InputsErased.Of(workspace, record) is { } erased)
        {
            return erased;
        }

        if (record.Definitions == catalogue.ComputationalHash && !CellManifest.Holds(SnapshotFolder.Of(workspace, record.Id)))
        {
            return new CellsAreDamaged(record.Id);
        }

        return record.Definitions != catalogue.ComputationalHash
            ? new DefinitionsHaveChanged(record.Id)
            : catalogue.WithMappings(workspace.Store.KeptMappings()).Then<ReadableSnapshot>(whole => new ReadableSnapshot(
                SnapshotFolder.Of(workspace), workspace.Store.FindingsOf, whole, record,
                workspace.Store.SubmissionsOf(record)));
    }

    /// <summary>
    /// Opens a snapshot that a period was frozen with, whatever is current. Refuses when its cells are not those that were
    /// frozen; where rows were erased since, its cells still answer.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="catalogue">The definitions that it was made with.</param>
    /// <param name="record">The snapshot.</param>
    /// <param name="cells">What its cells were when it was frozen, as <see cref="CellsHash"/> said.</param>
    public static Result<ReadableSnapshot> OpenFrozen(Workspace workspace, Catalogue catalogue, SnapshotRecord record, ContentHash cells)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(record);
        return record.Definitions != catalogue.ComputationalHash ? new DefinitionsHaveChanged(record.Id)
            : CellsHash(workspace, record.Id) != cells ? new CellsAreDamaged(record.Id)
            : new ReadableSnapshot(
                SnapshotFolder.Of(workspace), workspace.Store.FindingsOf, catalogue, record,
                workspace.Store.SubmissionsOf(record))
            {
                Erased = InputsErased.Of(workspace, record),
            };
    }

    /// <summary>Opens a snapshot that was computed in a folder that is no workspace.</summary>
    public static ReadableSnapshot OpenElsewhere(
        SnapshotFolder files, Catalogue catalogue, SnapshotRecord record, IReadOnlyList<SubmissionRecord> submissions) =>
        new(files, _ => [], catalogue, record, submissions);

    /// <summary>The hash of the list of a snapshot's cell files with their hashes; none when they are incomplete or altered.</summary>
    public static ContentHash? CellsHash(Workspace workspace, ContentHash snapshot) => CellManifest.HashOf(SnapshotFolder.Of(workspace, snapshot));

    public bool Has(string dataset) => has.Contains(dataset);

    public IEnumerable<SubmissionRecord> SubmissionsOf(string dataset) =>
        Submissions.Where(submission => submission.Dataset == dataset).OrderBy(submission => submission.Periods[0]);

    public IReadOnlyList<Finding> FindingsOf(SubmissionRecord submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return findings(submission.Id);
    }

    /// <summary>
    /// How many findings of a weight there are of the rows of a submission; one row may have several. A snapshot's submissions never
    /// change, so it is counted once.
    /// </summary>
    public long FoundIn(SubmissionRecord submission, Severity severity)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return found.GetOrAdd((submission.Id, severity), _ => FindingsOf(submission).Where(finding => finding.Severity == severity).Sum(finding => finding.Rows));
    }

    /// <summary>The shortest periods that a dataset has data for, in order.</summary>
    public IReadOnlyList<Period> PeriodsOf(string dataset) => periods.GetOrAdd(
        dataset, name => [.. SubmissionsOf(name).SelectMany(submission => submission.Periods).Distinct().Order()]);

    /// <summary>The agency whose submissions fill a dataset.</summary>
    public string AgencyOf(string dataset) => SubmissionsOf(dataset).First().Agency;

    /// <summary>
    /// The state of a measure over an area and period under conditions: from the cells when at most one field is
    /// conditioned and no days are asked for, else by a pass over the encoded columns. Both ways give the same answer.
    /// </summary>
    public CellSum Sum(
        Measure measure, Dataset dataset, IReadOnlyList<string> areas, Period period, IReadOnlyList<Narrowing> where)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(where);
        if (measure.Formula is Formula.Count { Distinct.Length: > 0 })
        {
            return Distinct(measure, dataset, areas, period, where);
        }

        var overTime = dataset.BasisNamed(measure.Basis)!.OverTime;
        if (where.Count == 0)
        {
            return TableOf(measure, dataset).Sum(areas, period, dataset.Months, "", [""], overTime);
        }

        // The days of a breakdown are not kept, other than by how rows ended.
        if (where is [var one] && measure.HasCellsBy(one.Field) && (measure.Formula is not Formula.Days wait || wait.EndsBy == one.Field))
        {
            var table = TableOf(measure, dataset, one.Field);
            var sum = table.Sum(areas, period, dataset.Months, one.Field, one.Expanded(dataset, Catalogue), overTime);
            return dataset.FieldNamed(one.Field)!.Required ? sum : sum with
            {
                State = WithUnknown(
                    sum.State, table.Sum(areas, period, dataset.Months, one.Field, [""], overTime).State, measure),
            };
        }

        return Slice(measure, dataset, where).Sum(areas, period, dataset.Months, "", [""], overTime);
    }

    /// <summary>The rows of a dataset, encoded, and what they cover.</summary>
    public RowPass Rows(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return passes.GetOrAdd(dataset.Id, _ => new Lazy<RowPass>(() =>
        {
            var shortest = PeriodsWithData(dataset);
            var positions = shortest.Select((period, index) => (period, index)).ToDictionary(pair => pair.period, pair => pair.index);
            return new RowPass(
                EncodedOf(dataset), shortest,
                CellsOf(dataset).Areas.SelectMany(area => area.Covered.Select(period => (area.Area, positions[period]))).ToHashSet(), Catalogue);
        })).Value;
    }

    /// <summary>Whether a measure has cells here: samples, agreement and estimates are asked of the rows.</summary>
    public bool HasCells(Measure measure, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        return CellsOf(dataset).Plan.Bases.Any(basis => basis.Recipes.Any(recipe => recipe.Measure.Id == measure.Id));
    }

    /// <summary>The cells of a measure by one breakdown, or of the whole: most are asked for no breakdown, which would take most of the memory.</summary>
    public CellTable TableOf(Measure measure, Dataset dataset, string field = "")
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        return tables.GetOrAdd((measure.Id, dataset.Id, field), _ => new Lazy<CellTable>(() =>
        {
            var (plan, areas) = CellsOf(dataset);
            return AreaCells.TableOf(measure.Id, plan, areas, field);
        })).Value;
    }

    /// <summary>
    /// Makes the cells of several measures of a dataset at the same time, each by a breakdown or of the whole, for whoever is about to ask for
    /// all of them.
    /// </summary>
    public void ReadAhead(IEnumerable<(Measure Measure, string Field)> asked, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(dataset);
        var tables = asked
            .SelectMany(one => (one.Measure.IsMadeOfRows ? [one.Measure] : one.Measure.MadeOf.Select(id => Catalogue.Measures[id])).Select(rows => (Rows: rows, one.Field)))
            .Where(one => one.Rows.Datasets.Contains(dataset.Id) && HasCells(one.Rows, dataset) && (one.Field.Length == 0 || one.Rows.HasCellsBy(one.Field)))
            .DistinctBy(one => (one.Rows.Id, one.Field)).ToList();
        Parallel.ForEach(tables, one => TableOf(one.Rows, dataset, one.Field));
    }

    private (DatasetPlan Plan, IReadOnlyList<AreaCells> Areas) CellsOf(Dataset dataset) => cells.GetOrAdd(
        dataset.Id, _ => new Lazy<(DatasetPlan, IReadOnlyList<AreaCells>)>(() =>
        {
            var plan = PlanCompiling.Compile(dataset, Catalogue);
            return (plan,
            [
                .. AreaFile.Of(files.Of(Record.Id), dataset.Id).Select(path => AreaFile.Read(path, plan)),
            ]);
        })).Value;

    /// <summary>The rows of a dataset with the submission each came from.</summary>
    public SourceRows RowsOf(Dataset dataset) => RowsIn(dataset).Rows;

    /// <summary>The rows of a dataset, encoded, in the order of <see cref="RowsOf"/>.</summary>
    public EncodedRows EncodedOf(Dataset dataset) => RowsIn(dataset).Encoded;

    /// <summary>The rows of a dataset, one submission after the other read into them.</summary>
    private (EncodedRows Encoded, SourceRows Rows) RowsIn(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return rows.GetOrAdd(dataset.Id, _ => new Lazy<(EncodedRows, SourceRows)>(() =>
        {
            var (submissions, starts) = (SubmissionsOf(dataset.Id).ToList(), new List<int> { 0 });
            var whole = EncodedRows.Of(dataset, submissions.Select(submission =>
            {
                var read = Read(submission, dataset);
                starts.Add(starts[^1] + read.Count);
                return read;
            }));
            return (whole, SourceRows.Of(whole, submissions, starts));
        })).Value;
    }

    /// <summary>A row whose conditioned field is missing cannot say whether it belongs, so all it would count is missing.</summary>
    private static CellState WithUnknown(CellState known, CellState unknown, Measure measure) => known with
    {
        Missing = known.Missing + unknown.Missing
            + (measure.Type == MeasureType.Count ? CountedIn(measure, unknown) : unknown.Denominator),
        Rows = known.Rows + unknown.Rows,
        Absent = known.Absent + unknown.Absent,
    };

    /// <summary>Rows that count 1 each, even where an amount is summed.</summary>
    private static long CountedIn(Measure measure, CellState state) =>
        measure.Formula is Formula.Count { Amount.Length: > 0 } ? state.Rows - state.Missing : state.Numerator;

    /// <summary>How many different identifiers: rows and what is missing add up, they do not.</summary>
    private CellSum Distinct(Measure measure, Dataset dataset, IReadOnlyList<string> areas, Period period, IReadOnlyList<Narrowing> where)
    {
        var table = where.Count == 0 ? TableOf(measure, dataset) : Slice(measure, dataset, where);
        var asked = dataset.BasisNamed(measure.Basis)!.OverTime == OverTime.Last
            ? table.LastCovered(areas, period, dataset.Months) ?? period : period;
        var index = identifiers.GetOrAdd(NameOf(measure, dataset, where), () => DistinctIndex.Of(
                DatasetSlice.Narrowed(measure, where), ColumnsOf(dataset), PeriodsWithData(dataset), Catalogue)
            .Match(made => made, refusal => throw new InvalidOperationException(refusal.Sentence)));
        var counted = table.Sum(areas, asked, dataset.Months, "", [""]).State;
        return table.Sum(areas, period, dataset.Months, "", [""]) with
        {
            State = new CellState(index.Count(areas, asked.Split(dataset.Months)), 0, counted.Missing, counted.Rows, 0, []),
        };
    }

    /// <summary>The cells under several conditions.</summary>
    private CellTable Slice(Measure measure, Dataset dataset, IReadOnlyList<Narrowing> where) => slices.GetOrAdd(
        NameOf(measure, dataset, where),
        () => DatasetSlice.Of(measure, where, ColumnsOf(dataset), PeriodsWithData(dataset), CellsOf(dataset).Areas, Catalogue));

    private static string NameOf(Measure measure, Dataset dataset, IReadOnlyList<Narrowing> where) =>
        $"{measure.Id} {dataset.Id} {string.Join(' ', where)}";

    private List<Period> PeriodsWithData(Dataset dataset) => [.. CellsOf(dataset).Areas.SelectMany(area => area.Covered).Distinct().Order()];

    /// <summary>The rows of a dataset as columns.</summary>
    private EncodedColumns ColumnsOf(Dataset dataset) =>
        columns.GetOrAdd(dataset.Id, _ => new Lazy<EncodedColumns>(() => EncodedOf(dataset).ToColumns())).Value;

    private IReadOnlyList<MappedRow> Read(SubmissionRecord submission, Dataset dataset) => SubmissionFile
        .ReadAsync(SubmissionFile.PathOf(files.Submissions, submission.Id), dataset, CancellationToken.None).GetAwaiter().GetResult();
}
