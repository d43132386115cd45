using Candour.Kernel;
using Candour.Store.Closings;
using Candour.Store.Databases;

namespace Candour.Store;

/// <summary>The close of reporting periods: every move is compared with the state it was decided from, and commits with its entry.</summary>
public sealed partial class OperationalStore
{
    private const string ClosingColumns = "dataset, period, state, version";

    private const string FreezeColumns =
        "dataset, period, ordinal, snapshot, cells, frozen_at AS at, who, approved_by AS approvedBy, reason";

    /// <summary>The periods that have begun to be closed, by dataset and period.</summary>
    public IReadOnlyList<Closing> Closings() =>
        [.. database.Read<ClosingRow>($"SELECT {ClosingColumns} FROM closing", new { }).Select(row => row.ToRecord())
            .OrderBy(one => one.Dataset, StringComparer.Ordinal).ThenBy(one => one.Period)];

    /// <summary>How far a period has come; open when nothing was done.</summary>
    public Closing ClosingOf(string dataset, Period period) => One(dataset, period, database.Read<ClosingRow>);

    /// <summary>
    /// Moves a period on, if it may go that way from where it is at this moment and what else must be true is. The move, what
    /// goes with it and the entry commit together.
    /// </summary>
    /// <param name="dataset">Of which dataset.</param>
    /// <param name="period">Which period.</param>
    /// <param name="move">What is done.</param>
    /// <param name="decide">What else must be true, seen inside the transaction.</param>
    /// <param name="with">What is recorded beside the move.</param>
    /// <param name="entry">The entry of the trail.</param>
    public Result<Closing> Move(
        string dataset, Period period, ClosingMove move, Func<ClosingFacts, Refusal?> decide, MoveRecords with, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(decide);
        ArgumentNullException.ThrowIfNull(with);
        using var act = database.Begin();
        var found = One(dataset, period, act.Read<ClosingRow>);
        if (!ClosingMachine.Next(dataset, period, found.State, move).Try(out var next, out var refusal))
        {
            return refusal;
        }

        var facts = new ClosingFacts(
            found, Answers(dataset, period, act.Read<AnswerRow>), Adjustments(dataset, period, act.Read<AdjustmentRow>),
            act.Read<string>("SELECT id FROM snapshot WHERE ordinal IS NOT NULL ORDER BY ordinal DESC LIMIT 1", new { }) is [var current] ? current : "");
        if (decide(facts) is { } no)
        {
            return no;
        }

        if (found.Version == 0)
        {
            act.Execute(
                "INSERT INTO closing (dataset, period, state, version) VALUES (@Dataset, @Period, @State, 1)",
                new { Dataset = dataset, Period = period.ToString(), State = ClosingMachine.Word(next) });
        }
        else if (!act.Change(
            "The period",
            "UPDATE closing SET state = @State, version = version + 1 WHERE dataset = @Dataset AND period = @Period AND version = @Version",
            new { State = ClosingMachine.Word(next), Dataset = dataset, Period = period.ToString(), found.Version }).Try(out _, out refusal))
        {
            return refusal;
        }

        foreach (var answer in with.Answers(facts))
        {
            Insert(act, answer);
        }

        foreach (var lapsed in facts.Adjustments.Where(one => with.LapsesAdjustments && one.State == AdjustmentState.Asked))
        {
            act.Execute(
                "UPDATE adjustment SET state = 'lapsed', decided_at = @At, version = version + 1 WHERE id = @Id",
                new { At = Time(entry.At), lapsed.Id });
        }

        if (with.Frozen is { } frozen)
        {
            Insert(act, frozen);
        }

        act.Commit(entry);
        return found with { State = next, Version = found.Version + 1 };
    }

    /// <summary>Everything that was frozen, the oldest first; the last of a period holds.</summary>
    public IReadOnlyList<Freeze> Freezes() =>
        [.. database.Read<FreezeRow>($"SELECT {FreezeColumns} FROM frozen", new { }).Select(row => row.ToRecord())
            .OrderBy(one => one.Dataset, StringComparer.Ordinal).ThenBy(one => one.Period).ThenBy(one => one.Ordinal)];

    /// <summary>What each frozen period is read from: the last of its freezes.</summary>
    public IReadOnlyList<Freeze> FreezesThatHold() => [.. Freezes().GroupBy(one => (one.Dataset, one.Period)).Select(own => own.Last())];

    /// <summary>A number that is another after every freeze and restatement: for those who keep what they read.</summary>
    public long FreezeCount() => database.Read<long>("SELECT count(*) FROM frozen", new { })[0];

    /// <summary>Every answer of the areas of a period, the oldest first.</summary>
    public IReadOnlyList<AreaAnswer> AnswersOf(string dataset, Period period) => Answers(dataset, period, database.Read<AnswerRow>);

    /// <summary>Records what an area says, while the period is with the areas and what must be true is.</summary>
    public Result<AreaAnswer> Say(AreaAnswer answer, Func<ClosingFacts, Refusal?> decide, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(decide);
        using var act = database.Begin();
        var facts = new ClosingFacts(
            One(answer.Dataset, answer.Period, act.Read<ClosingRow>), Answers(answer.Dataset, answer.Period, act.Read<AnswerRow>),
            Adjustments(answer.Dataset, answer.Period, act.Read<AdjustmentRow>), "");
        if (decide(facts) is { } no)
        {
            return no;
        }

        Insert(act, answer);
        act.Commit(entry);
        return answer;
    }

    /// <summary>Records that a unit reconciled a month; false when it had been.</summary>
    public bool Reconcile(Reconciliation done, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(done);
        return Act(entry, act => act.Execute(
            """
            INSERT INTO reconciliation (dataset, area, month, who, at, reason) VALUES (@Dataset, @Area, @Month, @Who, @At, @Reason)
            ON CONFLICT (dataset, area, month) DO NOTHING
            """,
            new { done.Dataset, done.Area, Month = done.Month.ToString(), done.Who, At = Time(done.At), done.Reason }) == 1);
    }

    /// <summary>The months that the units of a dataset reconciled.</summary>
    public IReadOnlyList<Reconciliation> Reconciliations(string dataset) =>
    [
        .. database.Read<ReconciliationRow>(
                "SELECT dataset, area, month, who, at, reason FROM reconciliation WHERE dataset = @Dataset ORDER BY month, area",
                new { Dataset = dataset })
            .Select(row => new Reconciliation(row.Dataset, row.Area, ReadPeriod(row.Month), row.Who, Time(row.At), row.Reason)),
    ];

    /// <summary>Keeps the texts of definitions, by their path; what is kept already stays as it is.</summary>
    public void KeepDefinitions(ContentHash definitions, IReadOnlyDictionary<string, string> texts, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (DefinitionsOf(definitions).Count > 0)
        {
            return;
        }

        Act(entry, act =>
        {
            var lines = texts.Select(pair => new { Definitions = definitions.Hex, Path = pair.Key, Id = ContentHash.Of(pair.Value).Hex, Text = pair.Value }).ToList();
            act.Execute("INSERT INTO definition_text (id, text) VALUES (@Id, @Text) ON CONFLICT (id) DO NOTHING", lines);
            return act.Execute(
                "INSERT INTO definition_set (definitions, path, text) VALUES (@Definitions, @Path, @Id) ON CONFLICT (definitions, path) DO NOTHING", lines) > 0;
        });
    }

    /// <summary>The texts of kept definitions by their path; none when they were never kept.</summary>
    public IReadOnlyDictionary<string, string> DefinitionsOf(ContentHash definitions) => database
        .Read<(string Path, string Text)>(
            """
            SELECT definition_set.path, definition_text.text FROM definition_set
            JOIN definition_text ON definition_text.id = definition_set.text WHERE definition_set.definitions = @Id
            """,
            new { Id = definitions.Hex })
        .ToDictionary(row => row.Path, row => row.Text, StringComparer.Ordinal);

    private static void Insert(Act act, Freeze frozen) => act.Execute(
        """
        INSERT INTO frozen (dataset, period, ordinal, snapshot, cells, frozen_at, who, approved_by, reason)
        VALUES (@Dataset, @Period, @Ordinal, @Snapshot, @Cells, @At, @Who, @ApprovedBy, @Reason)
        """,
        new
        {
            frozen.Dataset, Period = frozen.Period.ToString(), frozen.Ordinal, Snapshot = frozen.Snapshot.Hex, Cells = frozen.Cells.Hex,
            At = Time(frozen.At), frozen.Who, frozen.ApprovedBy, frozen.Reason,
        });

    private static void Insert(Act act, AreaAnswer answer) => act.Execute(
        """
        INSERT INTO area_answer (dataset, period, area, ordinal, answer, content, who, at, reason)
        SELECT @Dataset, @Period, @Area,
               (SELECT coalesce(max(ordinal), 0) + 1 FROM area_answer WHERE dataset = @Dataset AND period = @Period AND area = @Area),
               @Word, @Content, @Who, @At, @Reason
        """,
        new
        {
            answer.Dataset, Period = answer.Period.ToString(), answer.Area, Word = Word(answer.Word), answer.Content, answer.Who,
            At = Time(answer.At), answer.Reason,
        });

    private static Closing One(string dataset, Period period, Func<string, object, IReadOnlyList<ClosingRow>> read) =>
        read(
            $"SELECT {ClosingColumns} FROM closing WHERE dataset = @Dataset AND period = @Period",
            new { Dataset = dataset, Period = period.ToString() }) is [var row]
            ? row.ToRecord()
            : Closing.OfOpen(dataset, period);

    private static IReadOnlyList<AreaAnswer> Answers(string dataset, Period period, Func<string, object, IReadOnlyList<AnswerRow>> read) =>
    [
        .. read(
                """
                SELECT dataset, period, area, answer, content, who, at, reason FROM area_answer
                WHERE dataset = @Dataset AND period = @Period ORDER BY area, ordinal
                """,
                new { Dataset = dataset, Period = period.ToString() })
            .Select(row => row.ToRecord()),
    ];

    private static Period ReadPeriod(string text) =>
        Period.TryParse(text, out var period) ? period : throw new InvalidDataException("The store holds a broken period.");

    private static string Word<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();

    private sealed record ClosingRow(string Dataset, string Period, string State, long Version)
    {
        public Closing ToRecord() => new(Dataset, ReadPeriod(Period), Enum.Parse<ClosingState>(State, ignoreCase: true), Version);
    }

    private sealed record FreezeRow(
        string Dataset, string Period, long Ordinal, string Snapshot, string Cells, string At, string Who, string ApprovedBy, string Reason)
    {
        public Freeze ToRecord() => new(
            Dataset, ReadPeriod(Period), Ordinal, Hash(Snapshot), Hash(Cells), Time(At), Who, ApprovedBy, Reason);
    }

    private sealed record AnswerRow(
        string Dataset, string Period, string Area, string Answer, string Content, string Who, string At, string Reason)
    {
        public AreaAnswer ToRecord() => new(
            Dataset, ReadPeriod(Period), Area, Enum.Parse<AreaWord>(Answer, ignoreCase: true), Content, Who, Time(At), Reason);
    }

    private sealed record ReconciliationRow(string Dataset, string Area, string Month, string Who, string At, string Reason);
}

/// <summary>What is true of a period at the moment of a decision.</summary>
/// <param name="Closing">How far it has come.</param>
/// <param name="Answers">Every answer of its areas, the oldest of an area first.</param>
/// <param name="Adjustments">Those of the period.</param>
/// <param name="Current">The snapshot that readers see, 64 digits; empty before the first.</param>
public sealed record ClosingFacts(Closing Closing, IReadOnlyList<AreaAnswer> Answers, IReadOnlyList<Adjustment> Adjustments, string Current);

/// <summary>What is recorded beside a move.</summary>
/// <param name="Answers">Of areas that let their day pass, from what is true inside the transaction: none lapses that has just answered.</param>
/// <param name="LapsesAdjustments">What nobody decided lapses.</param>
/// <param name="Frozen">What the period is read from; none when the move freezes nothing.</param>
public sealed record MoveRecords(Func<ClosingFacts, IReadOnlyList<AreaAnswer>> Answers, bool LapsesAdjustments, Freeze? Frozen)
{
    public static MoveRecords None { get; } = new(_ => [], false, null);
}
