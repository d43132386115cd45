using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>Who does something, when and why.</summary>
public sealed record Doing(string Who, DateTimeOffset At, string Reason)
{
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);

    internal AuditEntry Entry(string act, string subject, string scope) => new(At, Who, act, subject, scope, Reason);
}

/// <summary>An area in a reporting period: what it has, what it said, and where it stands.</summary>
public sealed record AreaInPeriod(AreaRows Rows, AreaAnswer? Latest, AreaStanding Standing);

/// <summary>One reporting period of one dataset, as it is now.</summary>
/// <param name="Closing">How far it has come.</param>
/// <param name="Due">The days of its steps.</param>
/// <param name="Areas">Its areas, in name order.</param>
/// <param name="Adjustments">The oldest first.</param>
/// <param name="Freezes">The freeze and the restatements, the oldest first.</param>
public sealed record PeriodNow(
    Closing Closing, Deadlines Due, IReadOnlyList<AreaInPeriod> Areas, IReadOnlyList<Adjustment> Adjustments, IReadOnlyList<Freeze> Freezes);

/// <summary>The steps of closing a reporting period: each is decided by a pure rule inside the store's transaction.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="snapshot">The current snapshot: what the areas see, and what is frozen.</param>
public sealed class PeriodClose(Workspace workspace, ReadableSnapshot snapshot)
{
    private Catalogue Catalogue => snapshot.Catalogue;

    /// <summary>The dataset and period of these names.</summary>
    public static Result<(Dataset Dataset, Period Period)> Find(Catalogue catalogue, string dataset, string period)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Datasets.TryGetValue(dataset ?? "", out var found)
            ? ClosingRules.PeriodOf(found, period ?? "").Then<(Dataset, Period)>(read => (found, read))
            : new NotClosedHere(dataset is { Length: <= 60 } ? dataset : "…");
    }

    /// <summary>Everything of a period.</summary>
    public PeriodNow Now(Dataset dataset, Period period)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var adjustments = workspace.Store.AdjustmentsOf(dataset.Id, period);
        var answers = workspace.Store.AnswersOf(dataset.Id, period);
        return new PeriodNow(
            workspace.Store.ClosingOf(dataset.Id, period), dataset.Reporting!.DueOf(period),
            Areas(PeriodRows.Of(snapshot, dataset, period), answers, adjustments), adjustments,
            [.. workspace.Store.Freezes().Where(one => one.Dataset == dataset.Id && one.Period == period)]);
    }

    /// <summary>Takes the step that moves the whole period so; a restatement is no step of its own.</summary>
    public Result<Closing> Take(ClosingMove move, Dataset dataset, Period period, Doing doing) => move switch
    {
        ClosingMove.Validate => Validate(dataset, period, doing),
        ClosingMove.Agree => Agree(dataset, period, doing),
        ClosingMove.Reopen => Reopen(dataset, period, doing),
        ClosingMove.Freeze => Freeze(dataset, period, doing),
        ClosingMove.Publish => Publish(dataset, period, doing),
        _ => throw new ArgumentOutOfRangeException(nameof(move), "A period is restated by deciding on an adjustment."),
    };

    /// <summary>Asks the areas to look at their data.</summary>
    public Result<Closing> Validate(Dataset dataset, Period period, Doing doing)
    {
        ArgumentNullException.ThrowIfNull(doing);
        return Move(dataset, period, ClosingMove.Validate, _ => ClosingRules.MayValidate(period, doing.Day), MoveRecords.None, doing);
    }

    /// <summary>Goes back to the areas, before the freeze.</summary>
    public Result<Closing> Reopen(Dataset dataset, Period period, Doing doing) =>
        Move(dataset, period, ClosingMove.Reopen, _ => null, MoveRecords.None, doing);

    /// <summary>Records that all areas have agreed; after their day, those without an answer and what is undecided lapse.</summary>
    public Result<Closing> Agree(Dataset dataset, Period period, Doing doing)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(doing);
        var (rows, due) = (PeriodRows.Of(snapshot, dataset, period), dataset.Reporting!.DueOf(period));
        return Move(
            dataset, period, ClosingMove.Agree,
            facts => ClosingRules.MayAgree(
                Standings(rows, facts.Answers, facts.Adjustments), facts.Adjustments.Count(one => one.State == AdjustmentState.Asked), due, doing.Day),
            ClosingRules.HaveLapsed(due, doing.Day) ? new MoveRecords(Lapsed, LapsesAdjustments: true, Frozen: null) : MoveRecords.None, doing);

        IReadOnlyList<AreaAnswer> Lapsed(ClosingFacts facts) =>
        [
            .. ClosingRules.Lapsing(Standings(rows, facts.Answers, facts.Adjustments)).Select(area => new AreaAnswer(
                dataset.Id, period, area.Id, AreaWord.Lapsed, rows.First(one => one.Area == area).Content, doing.Who, doing.At, "No answer by the day")),
        ];
    }

    /// <summary>
    /// Pins the current snapshot for the period, with the definitions that it was made with. Refuses when it is not made of what
    /// is in force of the dataset.
    /// </summary>
    public Result<Closing> Freeze(Dataset dataset, Period period, Doing doing)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(doing);
        if (ReadableSnapshot.CellsHash(workspace, snapshot.Record.Id) is not { } cells)
        {
            return new CellsAreDamaged(snapshot.Record.Id);
        }

        KeepDefinitions(doing);
        var frozen = new Freeze(dataset.Id, period, 1, snapshot.Record.Id, cells, doing.At, doing.Who, "", doing.Reason);
        // Of other datasets something may have come since: an office where files come all day could never freeze otherwise.
        var inForce = SnapshotId.Of(
            snapshot.Submissions.Where(one => one.Dataset != dataset.Id).Concat(workspace.ForSnapshot().Where(one => one.Dataset == dataset.Id))
                .Select(submission => submission.Id),
            Catalogue.ComputationalHash);
        return Move(
            dataset, period, ClosingMove.Freeze,
            facts => ClosingRules.MayFreeze(snapshot.Record.Id, inForce, facts.Current, dataset.Reporting!.DueOf(period), doing.Day),
            new MoveRecords(_ => [], LapsesAdjustments: true, frozen), doing);
    }

    /// <summary>Records that the frozen figures were given out.</summary>
    public Result<Closing> Publish(Dataset dataset, Period period, Doing doing) =>
        Move(dataset, period, ClosingMove.Publish, _ => null, MoveRecords.None, doing);

    /// <summary>An area agrees its rows as they are in the current snapshot, or declares that there were none.</summary>
    public Result<AreaAnswer> Say(Dataset dataset, Period period, string area, AreaWord word, Doing doing)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(doing);
        return PeriodRows.Of(snapshot, dataset, period).FirstOrDefault(one => one.Area.Id == area) is not { } rows
            ? new NotAnAreaThatAgrees(dataset.Id)
            : workspace.Store.Say(
                new AreaAnswer(dataset.Id, period, area, word, rows.Content, doing.Who, doing.At, doing.Reason),
                facts => ClosingRules.MaySay(word, rows, facts),
                doing.Entry(word == AreaWord.Nil ? "declare nil" : "agree data", Subject(dataset, period), area));
    }

    /// <summary>Keeps the definitions of the current snapshot, so that its figures can be made again from them.</summary>
    public void KeepDefinitions(Doing doing)
    {
        ArgumentNullException.ThrowIfNull(doing);
        workspace.Store.KeepDefinitions(
            Catalogue.ComputationalHash, Catalogue.Texts, doing.Entry("keep definitions", Catalogue.ComputationalHash.Hex, ""));
    }

    /// <summary>What the trail calls a period.</summary>
    public static string Subject(Dataset dataset, Period period)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return $"{dataset.Id} {period}";
    }

    private Result<Closing> Move(
        Dataset dataset, Period period, ClosingMove move, Func<ClosingFacts, Refusal?> decide, MoveRecords with, Doing doing) =>
        workspace.Store.Move(dataset.Id, period, move, decide, with, doing.Entry(Word(move), Subject(dataset, period), ""));

    private static string Word(ClosingMove move) => move.ToString().ToLowerInvariant();

    private static IReadOnlyList<(Area Area, AreaStanding Standing)> Standings(
        IReadOnlyList<AreaRows> rows, IReadOnlyList<AreaAnswer> answers, IReadOnlyList<Adjustment> adjustments) =>
        [.. Areas(rows, answers, adjustments).Select(one => (one.Rows.Area, one.Standing))];

    private static IReadOnlyList<AreaInPeriod> Areas(
        IReadOnlyList<AreaRows> rows, IReadOnlyList<AreaAnswer> answers, IReadOnlyList<Adjustment> adjustments)
    {
        var latest = answers.GroupBy(answer => answer.Area, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Last(), StringComparer.Ordinal);
        var asked = adjustments.Where(one => one.State == AdjustmentState.Asked).Select(one => one.Area).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Select(one => new AreaInPeriod(
                one, latest.GetValueOrDefault(one.Area.Id),
                AreaStandings.Of(one, latest.GetValueOrDefault(one.Area.Id), asked.Contains(one.Area.Id)))),
        ];
    }
}
