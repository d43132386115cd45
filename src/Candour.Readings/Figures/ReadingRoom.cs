using System.Collections.Concurrent;
using Candour.Access;
using Candour.Databank.Cells;
using Candour.Databank.Snapshots;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;
using Candour.Readings.Seeing;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>
/// Answers questions from one snapshot, for one viewer. What every page, verb and file shows comes from here, so what the
/// viewer may not see is left out here, once.
/// </summary>
public sealed class ReadingRoom
{
    /// <summary>A page asks for the figures of several areas and periods again and again; the last ones are kept.</summary>
    private const int ReadingsKept = 60_000;

    private readonly ConcurrentDictionary<string, Reading> readings;
    private readonly Seen seen;
    private readonly FrozenPeriods frozen;

    /// <summary>For whoever works at the server's own console: nothing is left out.</summary>
    public ReadingRoom(ReadableSnapshot snapshot)
        : this(snapshot, FrozenPeriods.None)
    {
    }

    /// <summary>The same, with the periods that are read from the snapshots they were frozen with.</summary>
    public ReadingRoom(ReadableSnapshot snapshot, FrozenPeriods frozen)
        : this(snapshot, frozen, Measured(snapshot), new(StringComparer.Ordinal), new Seen(snapshot, frozen))
    {
    }

    private ReadingRoom(
        ReadableSnapshot snapshot, FrozenPeriods frozen, IReadOnlyList<Measure> measures, ConcurrentDictionary<string, Reading> readings,
        Seen seen) => (Snapshot, this.frozen, Measures, this.readings, this.seen) = (snapshot, frozen, measures, readings, seen);

    /// <summary>The same snapshot as one viewer may see it; what was calculated is shared, what is left out is not.</summary>
    public ReadingRoom SeenBy(Viewer viewer, ShownToOne shown)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(shown);
        var own = new Seen(Snapshot, frozen, viewer, shown);
        return new ReadingRoom(Snapshot, frozen, [.. Measures.Where(measure => measure.Datasets.Any(own.Has))], readings, own);
    }

    public ReadableSnapshot Snapshot { get; }

    public Catalogue Catalogue => Snapshot.Catalogue;

    /// <summary>Names what every reading is made from: the snapshot, and what its periods are frozen with.</summary>
    public string Inputs => $"{Snapshot.Record.Id} {frozen.Stamp}";

    /// <summary>The measures for which anything was submitted, in the order of their frameworks and titles.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    private static IReadOnlyList<Measure> Measured(ReadableSnapshot snapshot) =>
    [
        .. snapshot.Catalogue.Measures.Values.Where(measure => measure.Datasets.Any(snapshot.Has) && Answering.IsComputed(measure))
            .OrderBy(measure => measure.Framework, StringComparer.Ordinal).ThenBy(measure => measure.Title, StringComparer.Ordinal),
    ];

    /// <summary>What one viewer sees of submissions and rows.</summary>
    public Seen Seen => seen;

    public Result<Reading> Read(string measureName, Asked asked) =>
        Resolving.Computed(measureName, Catalogue).Then(measure =>
            Resolving.Resolve(asked, measure, [.. measure.Datasets.Where(seen.Has)], Snapshot)
                .Then<Reading>(question => Read(measure, asked.Area.Length > 0 ? question : seen.AtHome(question))));

    /// <summary>The share of one count in another, if that is a share at all.</summary>
    public Result<ShareReading> ReadShare(string numerator, string denominator, Asked asked) =>
        Resolving.Measure(numerator, Catalogue).Then(part =>
            Resolving.Measure(denominator, Catalogue).Then(whole =>
                ShareOf.Decide(part, whole, Catalogue).Then(share => ReadShare(share, asked))));

    private Result<ShareReading> ReadShare(ShareOf share, Asked asked)
    {
        // A condition must be declared for both counts, or one of them would have no cells to answer with.
        var both = share.Numerator with
        {
            Breakdowns = [.. share.Numerator.Breakdowns.Intersect(share.Denominator.Breakdowns)],
        };
        return Resolving.Resolve(asked, both, [.. share.Datasets.Where(seen.Has)], Snapshot).Then<ShareReading>(question =>
        {
            var whole = Read(share.Denominator, question);
            var part = seen.Beside(whole, Read(share.Numerator, question));
            var figure = part.Figure is Figure.Suppressed ? part.Figure
                : whole.Figure is Figure.Suppressed ? whole.Figure
                : FigureOf.ShareOf(part.Answer.Sum, whole.Answer.Sum, share.Denominator.Unit);
            return new ShareReading(share, question, part.Basis, figure, part, whole);
        });
    }

    /// <summary>Answers a question about a measure. A snapshot never changes, so an answer is made once.</summary>
    public Reading Read(Measure measure, Question question)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(question);
        if (readings.Count >= ReadingsKept)
        {
            readings.Clear();
        }

        var name = string.Join(
            '|', measure.Id, question.Dataset.Id, question.Hierarchy.Id, question.Area.Id, question.Period,
            string.Join('&', question.Where.Select(pair => $"{pair.Key}={pair.Value}")));
        return seen.Of(readings.GetOrAdd(name, _ => Made(measure, question)), whole => Read(measure, whole));
    }

    /// <summary>
    /// A question about a frozen period goes to the snapshot that it was frozen with, in the words of the definitions of then;
    /// all others to the current one.
    /// </summary>
    private Reading Made(Measure measure, Question question)
    {
        if (frozen.For(question.Dataset.Id, question.Period) is not { } period)
        {
            return Made(Snapshot, measure, question);
        }

        if (!period.Snapshot.Try(out var then, out var refusal))
        {
            return Absent(measure, question, refusal.Sentence);
        }

        return period.InTheWordsOfThen(then, measure, question) is not var (own, asked)
                ? Absent(measure, question, "The definitions with which this period was frozen do not have this measure or area.")
            : then.Erased is { } erased && !FrozenPeriods.AnswersFromCells(own, asked) ? Absent(measure, question, erased.Sentence)
            : Made(then, own, asked);
    }

    private Reading Absent(Measure measure, Question question, string why)
    {
        var now = Made(Snapshot, measure, question);
        return now with { Answer = new Answer(new Figure.NotRecorded(why), new CellSum(CellState.Zero, 0, 0, [], []), 0, 0) };
    }

    private static Reading Made(ReadableSnapshot snapshot, Measure measure, Question question)
    {
        var dataset = question.Dataset;
        var basis = dataset.BasisNamed(measure.Basis)
            ?? throw new InvalidOperationException($"'{measure.Id}' does not run on '{dataset.Id}'.");
        // How long it goes on changing is the measure's own: a count of what was recorded waits for no outcome.
        basis = basis with { SettlesAfterMonths = Settling.MonthsOf(measure, dataset, snapshot.Catalogue, question.Where.Select(pair => pair.Key)) };
        var answer = Answering.Of(
            snapshot, measure, dataset, question.Hierarchy, question.Area, question.Period, Narrowing.Of(question.Where));
        return new Reading(
            measure,
            question,
            basis,
            answer,
            IsImmature(question.Period, basis, snapshot.PeriodsOf(dataset.Id)[^1]),
            IsSynthetic(snapshot, dataset),
            new FigureReference(
                measure.Id, measure.Version, MethodVersion.Current, snapshot.Record.Id, question.Period, measure.Basis,
                snapshot.AgencyOf(dataset.Id), question.Hierarchy.Id, question.Hierarchy.At, question.Area.Id, question.Where));
    }

    /// <summary>The question again for each shortest period from the first to the last, gaps included.</summary>
    public IReadOnlyList<Reading> Trend(Measure measure, Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var range = Resolving.WholeRange(question.Dataset, Snapshot);
        return [.. range.Split(question.Dataset.Months).Select(period => Read(measure, question with { Period = period }))];
    }

    /// <summary>The question again for each area of the lowest level, in name order: never ranked.</summary>
    public IReadOnlyList<Reading> Compare(Measure measure, Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return [.. question.Hierarchy.Lowest.Select(area => Read(measure, question with { Area = area }))];
    }

    /// <summary>The question again for each area of a level of one of the dataset's hierarchies, in name order: never
    /// ranked.</summary>
    public IReadOnlyList<Reading> CompareAt(Measure measure, Question question, AreaHierarchy hierarchy, string level)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(hierarchy);
        return
        [
            .. hierarchy.Areas.Where(area => area.Level == level).OrderBy(area => area.Title, StringComparer.Ordinal)
                .Select(area => Read(measure, question with { Hierarchy = hierarchy, Area = area })),
        ];
    }

    /// <summary>The question again for each code of a breakdown that has any data, in the order of its list.</summary>
    public IReadOnlyList<(Code Code, Reading Reading)> BreakDown(Measure measure, Question question, string field)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(question);
        var others = question.Where.Where(pair => pair.Key != field).ToList();
        return
        [
            .. Catalogue.CodesOf(question.Dataset, field).Codes
                .Where(code => HasRows(measure, question, field, code))
                .Select(code => (
                    code,
                    Read(measure, question with
                    {
                        Where = [.. others.Append(new(field, code.Id)).OrderBy(pair => pair.Key, StringComparer.Ordinal)],
                    })))
                .Where(pair => pair.Item2.Answer.Sum.State.Rows > 0),
        ];
    }

    /// <summary>Whether any row carries the code; asked of the cells, because several conditions need a pass over the rows.</summary>
    private bool HasRows(Measure measure, Question question, string field, Code code)
    {
        var rows = measure.IsMadeOfRows ? measure : Catalogue.Measures[measure.MadeOf[0]];
        var from = frozen.SnapshotFor(Snapshot, question.Dataset.Id, question.Period);
        return !from.HasCells(rows, question.Dataset)
            || from.Sum(rows, question.Dataset, question.Areas, question.Period, [new Narrowing(field, [code.Id])]).State.Rows > 0;
    }

    /// <summary>The periods worth offering: everything, each year that the data touch, each shortest period.</summary>
    public IReadOnlyList<Period> PeriodsToOffer(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var all = Resolving.WholeRange(dataset, Snapshot);
        var shortest = all.Split(dataset.Months);
        var years = dataset.Months == 12 ? []
            : dataset.Months == 3
            ? shortest.Select(p => Period.FinancialYear(p.Start.Month < 4 ? p.Start.Year - 1 : p.Start.Year))
            : shortest.Select(p => Period.CalendarYear(p.Start.Year));
        return [.. new[] { all }.Concat(years).Concat(shortest).Distinct()];
    }

    /// <summary>The snapshot that a period is read from here, if it is the one that is named; none when this room was opened before it was.</summary>
    public Result<ReadableSnapshot>? FrozenAs(string dataset, Period period, ContentHash snapshot) =>
        frozen.For(dataset, period) is { } one && one.Period == period && one.Pinned == snapshot ? one.Snapshot : null;

    /// <summary>The submissions of the dataset of a reading, in the snapshot that it was made from.</summary>
    public IEnumerable<Store.SubmissionRecord> SubmissionsBehind(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return frozen.SnapshotFor(Snapshot, reading.Question.Dataset.Id, reading.Question.Period).SubmissionsOf(reading.Question.Dataset.Id);
    }

    public bool IsSynthetic(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return IsSynthetic(Snapshot, dataset);
    }

    private static bool IsSynthetic(ReadableSnapshot snapshot, Dataset dataset) =>
        snapshot.SubmissionsOf(dataset.Id).All(submission => submission.DataClass == "synthetic");

    /// <summary>The mapping that read a submission, for its attribution.</summary>
    public Mapping MappingOf(Store.SubmissionRecord submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return Catalogue.Mappings[submission.Mapping];
    }

    private static bool IsImmature(Period period, CohortBasis basis, Period last) =>
        basis.SettlesAfterMonths > 0 && period.End.AddMonths(basis.SettlesAfterMonths) > last.End;
}
