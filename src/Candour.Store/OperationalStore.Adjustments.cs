using Candour.Kernel;
using Candour.Store.Closings;
using Candour.Store.Databases;

namespace Candour.Store;

/// <summary>Adjustments: asked for with their effect, decided once by a second person, never deleted.</summary>
public sealed partial class OperationalStore
{
    private const string AdjustmentColumns =
        "id, dataset, period, area, kind, row_key AS rowKey, field, was, becomes, before, after, reason, evidence, asked_by AS askedBy, "
        + "asked_at AS askedAt, state, decided_by AS decidedBy, decided_at AS decidedAt, decision, version";

    /// <summary>The adjustments of a period, the oldest first.</summary>
    public IReadOnlyList<Adjustment> AdjustmentsOf(string dataset, Period period) => Adjustments(dataset, period, database.Read<AdjustmentRow>);

    /// <summary>The adjustments that wait for a second person, the oldest first.</summary>
    public IReadOnlyList<Adjustment> AdjustmentsAsked() =>
        [.. database.Read<AdjustmentRow>($"SELECT {AdjustmentColumns} FROM adjustment WHERE state = 'asked' ORDER BY asked_at, id", new { }).Select(row => row.ToRecord())];

    /// <summary>The late rows that restated a period, of every period, the oldest first.</summary>
    public IReadOnlyList<Adjustment> Restatements() =>
    [
        .. database.Read<AdjustmentRow>(
                $"SELECT {AdjustmentColumns} FROM adjustment WHERE kind = 'late' AND state = 'accepted' ORDER BY decided_at, id", new { })
            .Select(row => row.ToRecord()),
    ];

    /// <summary>One adjustment; refuses an unknown one.</summary>
    public Result<Adjustment> AdjustmentOf(string id) => Adjustment(id, database.Read<AdjustmentRow>);

    /// <summary>What an adjustment does, by area and measure.</summary>
    public IReadOnlyList<AdjustmentEffect> EffectsOf(string adjustment) =>
    [
        .. database.Read<EffectRow>(
                "SELECT area, measure, before, after, is_small AS isSmall FROM adjustment_effect WHERE adjustment = @Id ORDER BY area, measure",
                new { Id = adjustment })
            .Select(row => new AdjustmentEffect(row.Area, row.Measure, row.Before, row.After, row.IsSmall == 1)),
    ];

    /// <summary>Records an adjustment with its effect, if what must be true is.</summary>
    public Result<Adjustment> Ask(
        Adjustment asked, IReadOnlyList<AdjustmentEffect> effects, Func<ClosingFacts, Refusal?> decide, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(decide);
        using var act = database.Begin();
        if (decide(Facts(act, asked)) is { } no)
        {
            return no;
        }

        act.Execute(
            """
            INSERT INTO adjustment (id, dataset, period, area, kind, row_key, field, was, becomes, before, after, reason, evidence, asked_by,
                                    asked_at, state, decided_by, decided_at, decision, version)
            VALUES (@Id, @Dataset, @Period, @Area, @Kind, @RowKey, @Field, @Was, @Becomes, @Before, @After, @Reason, @Evidence, @AskedBy,
                    @AskedAt, 'asked', '', '', '', 1)
            """,
            new
            {
                asked.Id, asked.Dataset, Period = asked.Period.ToString(), asked.Area, Kind = Word(asked.Kind), asked.RowKey, asked.Field,
                asked.Was, asked.Becomes, asked.Before, asked.After, asked.Reason, asked.Evidence, asked.AskedBy, AskedAt = Time(asked.AskedAt),
            });
        act.Execute(
            """
            INSERT INTO adjustment_effect (adjustment, area, measure, before, after, is_small)
            VALUES (@Id, @Area, @Measure, @Before, @After, @IsSmall)
            """,
            effects.Select(effect => new { asked.Id, effect.Area, effect.Measure, effect.Before, effect.After, IsSmall = effect.IsSmall ? 1 : 0 }));
        act.Commit(entry);
        return asked;
    }

    /// <summary>
    /// Decides on an adjustment in the name of a person other than who asked, once. What an accepted correction makes of its
    /// submission, or a restatement of its period, commits with it.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="accept">Accepted, or declined.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="made">What goes with an accepted one.</param>
    /// <param name="entry">The entry of the trail; its reason is the decision's.</param>
    public Result<Adjustment> DecideAdjustment(string id, bool accept, string person, AdjustmentMade made, AuditEntry entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(entry);
        using var act = database.Begin();
        if (!Adjustment(id, act.Read<AdjustmentRow>).Try(out var found, out var refusal))
        {
            return refusal;
        }

        if (found.State != AdjustmentState.Asked)
        {
            return new AdjustmentIsDecided(found.State);
        }

        if (found.AskedBy == person)
        {
            return new DecidedByItsAsker();
        }

        var state = accept ? AdjustmentState.Accepted : AdjustmentState.Declined;
        var changed = act.Change(
            "The adjustment",
            """
            UPDATE adjustment SET state = @State, decided_by = @Person, decided_at = @At, decision = @Reason, version = version + 1
            WHERE id = @Id AND version = @Version
            """,
            new { State = Word(state), Person = person, At = Time(entry.At), entry.Reason, Id = id, found.Version });
        if (!changed.Try(out _, out refusal) || !Make(act, found, accept ? made : AdjustmentMade.Nothing, person).Try(out _, out refusal))
        {
            return refusal;
        }

        act.Commit(entry);
        return found with { State = state, DecidedBy = person, DecidedAt = entry.At, Decision = entry.Reason, Version = found.Version + 1 };
    }

    /// <summary>A corrected submission in the place of the one it corrects, or a later snapshot in the place of the frozen one.</summary>
    private static Result<bool> Make(Act act, Adjustment found, AdjustmentMade made, string person)
    {
        if (made is { Corrected: { } corrected, Instead: { } instead })
        {
            if (act.Read<string>($"SELECT id FROM submission WHERE id = @Id AND {IsInForce}", new { Id = instead.Hex }).Count == 0)
            {
                return new ChangedMeanwhile("The submission that holds the row");
            }

            if (act.Read<string>("SELECT id FROM submission WHERE id = @Id", new { Id = corrected.Id.Hex }).Count == 0)
            {
                Insert(act, corrected, []);
                Receive(act, corrected.Id, found.AskedBy);
            }
            else
            {
                // The correction takes an earlier one back: the rows are again what they were.
                act.Execute("UPDATE submission SET superseded_by = NULL, withdrawn_at = NULL WHERE id = @Id", new { Id = corrected.Id.Hex });
                ReceiveAgain(act, corrected.Id, found.AskedBy);
            }

            act.Execute(
                "UPDATE approval SET state = 'approved', decided_by = @Person, version = version + 1 WHERE submission = @Id",
                new { Person = person, Id = corrected.Id.Hex });
            Supersede(act, corrected.Id, [instead]);
        }

        if (made.Restated is { } restated)
        {
            var closing = One(found.Dataset, found.Period, act.Read<ClosingRow>);
            if (!ClosingMachine.Next(found.Dataset, found.Period, closing.State, ClosingMove.Restate).Try(out var next, out var refusal)
                || !act.Change(
                    "The period",
                    "UPDATE closing SET state = @State, version = version + 1 WHERE dataset = @Dataset AND period = @Period AND version = @Version",
                    new { State = ClosingMachine.Word(next), found.Dataset, Period = found.Period.ToString(), closing.Version }).Try(out _, out refusal))
            {
                return refusal;
            }

            Insert(act, restated);
        }

        return true;
    }

    private static ClosingFacts Facts(Act act, Adjustment about) => new(
        One(about.Dataset, about.Period, act.Read<ClosingRow>), Answers(about.Dataset, about.Period, act.Read<AnswerRow>),
        Adjustments(about.Dataset, about.Period, act.Read<AdjustmentRow>), "");

    private static IReadOnlyList<Adjustment> Adjustments(string dataset, Period period, Func<string, object, IReadOnlyList<AdjustmentRow>> read) =>
    [
        .. read(
                $"SELECT {AdjustmentColumns} FROM adjustment WHERE dataset = @Dataset AND period = @Period ORDER BY asked_at, id",
                new { Dataset = dataset, Period = period.ToString() })
            .Select(row => row.ToRecord()),
    ];

    private static Result<Adjustment> Adjustment(string id, Func<string, object, IReadOnlyList<AdjustmentRow>> read) =>
        read($"SELECT {AdjustmentColumns} FROM adjustment WHERE id = @Id", new { Id = id }) is [var row] ? row.ToRecord() : new NoSuchAdjustment();

    private sealed record EffectRow(string Area, string Measure, string Before, string After, long IsSmall);

    private sealed record AdjustmentRow(
        string Id, string Dataset, string Period, string Area, string Kind, string RowKey, string Field, string Was, string Becomes,
        string Before, string After, string Reason, string Evidence, string AskedBy, string AskedAt, string State, string DecidedBy,
        string DecidedAt, string Decision, long Version)
    {
        public Adjustment ToRecord() => new(
            Id, Dataset, ReadPeriod(Period), Area, Enum.Parse<AdjustmentKind>(Kind, ignoreCase: true), RowKey, Field, Was, Becomes, Before,
            After, Reason, Evidence, AskedBy, Time(AskedAt), Enum.Parse<AdjustmentState>(State, ignoreCase: true), DecidedBy, Decision, Version)
        {
            DecidedAt = DecidedAt.Length > 0 ? Time(DecidedAt) : default,
        };
    }
}

/// <summary>What an accepted adjustment makes.</summary>
/// <param name="Corrected">The submission with the corrected row, whose file is there already.</param>
/// <param name="Instead">The submission in whose place it comes.</param>
/// <param name="Restated">What the period is read from now.</param>
public sealed record AdjustmentMade(SubmissionRecord? Corrected, ContentHash? Instead, Freeze? Restated)
{
    public static AdjustmentMade Nothing { get; } = new(null, null, null);
}
