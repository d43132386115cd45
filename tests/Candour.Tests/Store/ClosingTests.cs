using System.Collections.Concurrent;
using System.Data.Common;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Closings;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class ClosingOnSqliteTests() : ClosingTests(new TestDatabase.OnSqlite());

public sealed class ClosingOnPostgreSqlTests(PostgresServer server) : ClosingTests(new TestDatabase.OnPostgreSql(server))
{
    [Fact]
    public void What_a_frozen_snapshot_is_made_of_is_not_emptied()
    {
        Assert.Equal(ClosingState.Frozen, Frozen().ClosingOf("crimes", Period.FinancialQuarter(2025, 1)).State);

        Assert.Contains("a frozen snapshot is never changed", Assert.ThrowsAny<DbException>(() => Execute("TRUNCATE snapshot_submission")).Message, StringComparison.Ordinal);
    }
}

/// <summary>The store holds the order of the steps, one decision an adjustment, and what is frozen; the database does too.</summary>
public abstract class ClosingTests(TestDatabase database) : IDisposable
{
    private static readonly Period Quarter = Period.FinancialQuarter(2025, 1);
    private static readonly ContentHash Snapshot = ContentHash.Of("snapshot");
    private static readonly ContentHash Cells = ContentHash.Of("cells");

    [Fact]
    public void A_period_moves_step_by_step_and_each_step_is_in_the_trail()
    {
        var store = Frozen();

        Assert.IsType<IllegalMove>(Refused(Move(store, ClosingMove.Validate)));
        Assert.IsType<IllegalMove>(Refused(Move(store, ClosingMove.Reopen)));
        Assert.IsType<IllegalMove>(Refused(Move(store, ClosingMove.Freeze)));
        Assert.IsType<Result<Closing>.Accepted>(Move(store, ClosingMove.Publish));
        Assert.Equal(new Closing("crimes", Quarter, ClosingState.Published, 4), store.ClosingOf("crimes", Quarter));
        Assert.Equal(Closing.OfOpen("crimes", Period.FinancialQuarter(2025, 2)), store.ClosingOf("crimes", Period.FinancialQuarter(2025, 2)));
        Assert.Equal(["submit", "snapshot", "Validate", "Agree", "Freeze", "Publish"], store.Audit().Select(entry => entry.Act));
        Assert.Equal(1, store.FreezeCount());
    }

    [Fact]
    public void What_must_be_true_is_asked_inside_and_a_no_leaves_nothing()
    {
        var store = With();

        var refused = store.Move("crimes", Quarter, ClosingMove.Validate, _ => new NoSuchAdjustment(), MoveRecords.None, Entry("validate"));

        Assert.IsType<NoSuchAdjustment>(Refused(refused));
        Assert.Empty(store.Closings());
        Assert.DoesNotContain("validate", store.Audit().Select(entry => entry.Act));
    }

    [Fact]
    public async Task Of_those_who_freeze_at_once_one_does()
    {
        var store = With();
        Move(store, ClosingMove.Validate);
        Move(store, ClosingMove.Agree);
        var won = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(person => Task.Run(() =>
        {
            if (Move(store, ClosingMove.Freeze, Freeze(1)) is Result<Closing>.Accepted)
            {
                won.Add($"{person}");
            }
        })));

        Assert.Single(won);
        Assert.Single(store.Freezes());
    }

    [Theory]
    [InlineData("UPDATE closing SET state = 'validating', version = version + 1")]
    [InlineData("UPDATE closing SET state = 'agreed', version = version + 1")]
    [InlineData("UPDATE closing SET state = 'published'")]
    [InlineData("UPDATE closing SET state = 'thawed', version = version + 1")]
    [InlineData("DELETE FROM closing")]
    [InlineData("UPDATE frozen SET reason = 'another'")]
    [InlineData("UPDATE frozen SET cells = snapshot")]
    [InlineData("DELETE FROM frozen")]
    [InlineData("INSERT INTO frozen SELECT dataset, period, 3, snapshot, cells, frozen_at, who, 'x', reason FROM frozen")]
    [InlineData("INSERT INTO frozen SELECT dataset, period, 2, snapshot, cells, frozen_at, who, who, reason FROM frozen")]
    [InlineData("UPDATE snapshot SET definitions = id")]
    [InlineData("DELETE FROM snapshot_submission")]
    [InlineData("UPDATE snapshot_submission SET snapshot = snapshot")]
    [InlineData("INSERT INTO snapshot_submission SELECT snapshot, 'x' FROM snapshot_submission")]
    [InlineData("UPDATE area_answer SET answer = 'agreed'")]
    [InlineData("DELETE FROM area_answer")]
    [InlineData("UPDATE adjustment SET reason = 'another', version = version + 1")]
    [InlineData("UPDATE adjustment SET state = 'accepted', decided_by = asked_by, decided_at = 'x', version = version + 1")]
    [InlineData("UPDATE adjustment SET state = 'accepted', decided_by = '', decided_at = 'x', version = version + 1")]
    [InlineData("DELETE FROM adjustment")]
    [InlineData("UPDATE adjustment_effect SET after = 'another'")]
    [InlineData("DELETE FROM adjustment_effect")]
    public void The_database_holds_the_rule_too(string statement)
    {
        var store = Frozen();
        store.Say(new AreaAnswer("crimes", Quarter, "a01", AreaWord.Nil, "", "tester", Noon, "none"), _ => null, Entry("nil"));
        store.Ask(Asked("one"), [new AdjustmentEffect("a01", "m", "1", "2", true)], _ => null, Entry("ask"));

        Assert.ThrowsAny<DbException>(() => database.Execute(statement));
        Assert.Equal(ClosingState.Frozen, store.ClosingOf("crimes", Quarter).State);
        Assert.Equal(new AdjustmentEffect("a01", "m", "1", "2", true), Assert.Single(store.EffectsOf("one")));
    }

    [Fact]
    public void A_frozen_snapshot_may_still_become_current_and_be_pinned_again()
    {
        var store = Frozen();

        store.MakeCurrent(Snapshot, Entry("compute"));
        store.Record(new SnapshotRecord(Snapshot, ContentHash.Of("d"), Noon, [ContentHash.Of("a")]), Entry("snapshot"));

        Assert.Equal(Snapshot, store.CurrentSnapshot()!.Id);
    }

    [Fact]
    public void An_adjustment_is_decided_once_by_another_and_its_asker_is_refused_whatever_their_role()
    {
        var store = Frozen();
        store.Ask(Asked("one"), [], _ => null, Entry("ask"));
        var before = store.Audit().Count;

        Assert.IsType<DecidedByItsAsker>(Refused(Decide(store, "one", "tester")));
        Assert.IsType<NoSuchAdjustment>(Refused(Decide(store, "two", "other")));
        Assert.Equal(before, store.Audit().Count);
        Assert.IsType<Result<Adjustment>.Accepted>(Decide(store, "one", "other"));
        Assert.IsType<AdjustmentIsDecided>(Refused(Decide(store, "one", "third")));
        Assert.Equal("other", Assert.Single(store.AdjustmentsOf("crimes", Quarter)).DecidedBy);
        Assert.Throws<ArgumentException>(() => Decide(store, "one", ""));
    }

    [Fact]
    public async Task Whoever_races_one_decides_on_an_adjustment_and_never_its_asker()
    {
        var store = Frozen();
        var times = Proof.Times(8, 1_000);
        var entries = store.Audit().Count;
        for (var race = 0; race < times; race++)
        {
            var id = $"race {race}";
            store.Ask(Asked(id), [], _ => null, Entry("ask"));
            var won = new ConcurrentBag<string>();
            var refused = new ConcurrentBag<Refusal>();
            await Task.WhenAll(new[] { "tester", "one", "two", "tester" }.Select(person => Task.Run(() => Decide(store, id, person, person != "two").Match(
                _ =>
                {
                    won.Add(person);
                    return true;
                },
                no =>
                {
                    refused.Add(no);
                    return false;
                }))));

            Assert.NotEqual("tester", Assert.Single(won));
            Assert.Equal(3, refused.Count);
            Assert.All(refused, no => Assert.True(no is DecidedByItsAsker or AdjustmentIsDecided));
        }

        Assert.Equal(entries + (2 * times), store.Audit().Count);
        Proof.Say($"{times} races on one adjustment each: 0 double, 0 by its asker.");
    }

    [Fact]
    public void Definitions_are_kept_once_and_come_back_as_they_were()
    {
        var store = With();
        var texts = new Dictionary<string, string> { ["a.yaml"] = "one\r\n", ["b.yaml"] = "one\r\n", ["c.yaml"] = "three ä" };

        store.KeepDefinitions(Snapshot, texts, Entry("keep"));
        store.KeepDefinitions(Snapshot, new Dictionary<string, string> { ["a.yaml"] = "other" }, Entry("keep again"));

        Assert.Equal(texts, store.DefinitionsOf(Snapshot));
        Assert.Empty(store.DefinitionsOf(Cells));
        Assert.Equal(2, database.Read<string>("SELECT id FROM definition_text").Count);
        Assert.DoesNotContain("keep again", store.Audit().Select(entry => entry.Act));
    }

    [Fact]
    public void A_unit_reconciles_a_month_once()
    {
        var store = With();
        var done = new Reconciliation("crimes", "f01", Period.Month(2025, 4), "tester", Noon, "compared");

        Assert.True(store.Reconcile(done, Entry("reconcile")));
        Assert.False(store.Reconcile(done with { Who = "other" }, Entry("reconcile")));
        Assert.Equal([done], store.Reconciliations("crimes"));
    }

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    private OperationalStore With()
    {
        var store = database.Create();
        store.Accept(Submission("a"), [], Take(), Entry("submit"));
        store.Record(new SnapshotRecord(Snapshot, ContentHash.Of("d"), Noon, [ContentHash.Of("a")]), Entry("snapshot"));
        return store;
    }

    /// <summary>Past the store, as somebody who got in.</summary>
    protected int Execute(string statement) => database.Execute(statement);

    protected OperationalStore Frozen()
    {
        var store = With();
        Move(store, ClosingMove.Validate);
        Move(store, ClosingMove.Agree);
        Move(store, ClosingMove.Freeze, Freeze(1));
        return store;
    }

    private static Result<Closing> Move(OperationalStore store, ClosingMove move, Freeze? frozen = null) =>
        store.Move("crimes", Quarter, move, _ => null, new MoveRecords(_ => [], false, frozen), Entry(move.ToString()));

    private static Freeze Freeze(long ordinal) => new("crimes", Quarter, ordinal, Snapshot, Cells, Noon, "tester", "", "reason");

    private static Adjustment Asked(string id) => new(
        id, "crimes", Quarter, "a01", AdjustmentKind.Correction, "key", "outcome", "1", "2", "", "", "reason", "file 7", "tester", Noon,
        AdjustmentState.Asked, "", "", 1);

    private static Result<Adjustment> Decide(OperationalStore store, string id, string person, bool accept = true) =>
        store.DecideAdjustment(id, accept, person, AdjustmentMade.Nothing, Entry("decide") with { Who = person });

    private static Refusal Refused<T>(Result<T> result) =>
        result.Match(_ => throw new InvalidOperationException("It was accepted."), refusal => refusal);
}
