using Candour.Kernel;
using Candour.Store;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class OperationalStoreOnSqliteTests() : OperationalStoreTests(new TestDatabase.OnSqlite());

public sealed class OperationalStoreOnPostgreSqlTests(PostgresServer server)
    : OperationalStoreTests(new TestDatabase.OnPostgreSql(server));

/// <summary>The same store on both databases.</summary>
public abstract class OperationalStoreTests(TestDatabase database) : IDisposable
{
    [Fact]
    public void A_submission_its_findings_and_its_audit_entry_come_together()
    {
        var store = Open();

        var taken = store.Accept(Submission("a"), [Finding()], Take(), Entry("submit"));

        Assert.IsType<Result<Admission>.Accepted>(taken);
        Assert.Equal(Submission("a").Periods, Assert.Single(store.InForce()).Periods);
        Assert.Equal(Finding(), Assert.Single(store.FindingsOf(ContentHash.Of("a"))));
        Assert.Equal(("submit", Noon), store.Audit().Select(entry => (entry.Act, entry.At)).Single());
    }

    [Fact]
    public void What_is_refused_inside_the_transaction_leaves_nothing()
    {
        var store = Open();

        var refused = store.Accept(Submission("a"), [Finding()], _ => new StoreIsLost("test"), Entry("submit"));

        Assert.IsType<Result<Admission>.Refused>(refused);
        Assert.Empty(store.InForce());
        Assert.Empty(store.Audit());
    }

    [Fact]
    public void The_decision_sees_every_submission_that_came_before()
    {
        var store = Open();
        store.Accept(Submission("a"), [], Take(), Entry("submit"));
        store.Accept(Submission("b"), [], Take(ContentHash.Of("a")), Entry("replace"));

        store.Accept(
            Submission("c"),
            [],
            known =>
            {
                Assert.Equal(
                    [(ContentHash.Of("a"), false), (ContentHash.Of("b"), true)],
                    known.Select(other => (other.Record.Id, other.InForce)).OrderBy(pair => pair.InForce));
                return new Admission.Take([]);
            },
            Entry("submit"));

        Assert.Equal(2, store.InForce().Count);
    }

    [Fact]
    public void A_replaced_submission_is_kept_and_can_be_put_back()
    {
        var store = Open();
        store.Accept(Submission("a"), [], Take(), Entry("submit"));

        store.Accept(Submission("b"), [], Take(ContentHash.Of("a")), Entry("replace"));
        Assert.Equal(ContentHash.Of("b"), Assert.Single(store.InForce()).Id);
        store.Accept(
            Submission("a"), [], _ => new Admission.Reinstate(Submission("a"), [ContentHash.Of("b")]), Entry("replace"));

        Assert.Equal(ContentHash.Of("a"), Assert.Single(store.InForce()).Id);
        Assert.Equal(["submit", "replace", "replace"], store.Audit().Select(entry => entry.Act));
    }

    [Fact]
    public void A_snapshot_is_read_only_once_its_cells_are_whole()
    {
        var store = Open();
        store.Accept(Submission("a"), [], Take(), Entry("submit"));
        var snapshot = new SnapshotRecord(ContentHash.Of("s"), ContentHash.Of("d"), Noon, [ContentHash.Of("a")]);

        store.Record(snapshot, Entry("snapshot"));
        Assert.Null(store.CurrentSnapshot());
        store.MakeCurrent(snapshot.Id, Entry("compute"));

        Assert.Equal(snapshot.Submissions, store.CurrentSnapshot()!.Submissions);
        Assert.Equal(snapshot.Id, store.LatestSnapshot()!.Id);
    }

    [Fact]
    public void A_newer_store_is_refused_and_not_touched()
    {
        Open();
        database.SetVersion(99);

        var refusal = OperationalStore.Open(database.Database).Match(_ => "opened", no => no.Sentence);

        Assert.Contains("store version 99, this program knows ", refusal, StringComparison.Ordinal);
        Assert.Contains("store version 99", OperationalStore.Create(database.Database).Match(_ => "made", no => no.Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_store_none_is_made_by_opening_it() => Assert.Contains(
        "was put in its place",
        OperationalStore.Open(database.Database).Match(_ => "opened", no => no.Sentence).Replace("was made in", "was put in", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public async Task Of_two_decisions_at_once_the_second_sees_what_the_first_did()
    {
        var store = Open();
        using var inside = new ManualResetEventSlim();
        var first = Task.Run(() => store.Accept(
            Submission("a"),
            [],
            _ =>
            {
                inside.Set();
                Thread.Sleep(300);
                return new Admission.Take([]);
            },
            Entry("submit")));
        inside.Wait();

        store.Accept(Submission("b"), [], known => new Admission.Take([.. known.Select(other => other.Record.Id)]), Entry("replace"));

        Assert.IsType<Result<Admission>.Accepted>(await first);
        Assert.Equal(ContentHash.Of("b"), Assert.Single(store.InForce()).Id);
    }

    [Fact]
    public void Both_databases_know_the_same_migrations() => Assert.Equal(
        Candour.Store.Databases.Migrator.ScriptsOf("Sqlite").Select(Path.GetFileName),
        Candour.Store.Databases.Migrator.ScriptsOf("PostgreSql").Select(Path.GetFileName));

    [Fact]
    public void A_snapshot_pinned_again_is_the_one_pinned_last()
    {
        var store = Open();
        store.Accept(Submission("a"), [], Take(), Entry("submit"));
        foreach (var name in new[] { "one", "two", "one" })
        {
            store.Record(
                new SnapshotRecord(ContentHash.Of(name), ContentHash.Of("d"), Noon, [ContentHash.Of("a")]), Entry("snapshot"));
        }

        Assert.Equal(ContentHash.Of("one"), store.LatestSnapshot()!.Id);
    }

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    private OperationalStore Open() => database.Create();

    private static Finding Finding() => new("count-absent", Severity.Note, 0, "count", "", "Not stated.", 7);
}
