using Candour.Kernel;
using Candour.Store;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Candour.Tests.Store;

public sealed class OperationalStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private string File => folder.At("candour.db");

    [Fact]
    public void A_submission_its_findings_and_its_audit_entry_come_together()
    {
        var store = Open();

        var taken = store.Accept(Submission("a"), [Finding()], [], Entry("submit"));

        Assert.True(taken);
        Assert.Equal(Submission("a").Periods, Assert.Single(store.InForce()).Periods);
        Assert.Equal(Finding(), Assert.Single(store.FindingsOf(ContentHash.Of("a"))));
        Assert.Equal(("submit", Noon), store.Audit().Select(entry => (entry.Act, entry.At)).Single());
    }

    [Fact]
    public void The_same_rows_and_the_same_bytes_are_taken_once()
    {
        var store = Open();
        store.Accept(Submission("a"), [], [], Entry("submit"));

        Assert.False(store.Accept(Submission("a"), [], [], Entry("submit")));
        Assert.False(store.Accept(Submission("b") with { FileHash = ContentHash.Of("file a") }, [], [], Entry("submit")));
        Assert.Single(store.InForce());
        Assert.Single(store.Audit());
    }

    [Fact]
    public void A_replaced_submission_is_kept_and_no_longer_in_force()
    {
        var store = Open();
        store.Accept(Submission("a"), [], [], Entry("submit"));

        store.Accept(Submission("b"), [], [ContentHash.Of("a")], Entry("replace"));

        Assert.Equal(ContentHash.Of("b"), Assert.Single(store.InForce()).Id);
        Assert.NotNull(store.FindSubmission(ContentHash.Of("a")));
    }

    [Fact]
    public void A_snapshot_is_read_only_once_its_cells_are_whole()
    {
        var store = Open();
        store.Accept(Submission("a"), [], [], Entry("submit"));
        var snapshot = new SnapshotRecord(ContentHash.Of("s"), ContentHash.Of("d"), Noon, [ContentHash.Of("a")]);

        store.Record(snapshot, Entry("snapshot"));
        Assert.Null(store.CurrentSnapshot());
        store.MakeCurrent(snapshot.Id, Entry("compute"));

        Assert.Equal(snapshot.Submissions, store.CurrentSnapshot()!.Submissions);
        Assert.Equal(snapshot.Id, store.LatestSnapshot()!.Id);
    }

    [Theory]
    [InlineData("UPDATE audit SET who = 'nobody'")]
    [InlineData("DELETE FROM audit")]
    public void The_audit_trail_is_never_changed(string statement)
    {
        Open().Accept(Submission("a"), [], [], Entry("submit"));
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");

        Assert.Contains("the audit trail is never", Assert.Throws<SqliteException>(() => connection.Execute(statement)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_store_is_refused_and_not_touched()
    {
        Open();
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Execute("PRAGMA user_version = 99");
        }

        var before = ContentHash.OfFile(File);
        var refusal = OperationalStore.Open(File).Match(_ => "opened", no => no.Sentence);

        Assert.Contains("store version 99, this program knows 1", refusal, StringComparison.Ordinal);
        Assert.Equal(before, ContentHash.OfFile(File));
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_and_not_touched()
    {
        folder.Write("candour.db", "Dear all, this is a letter and not a database, however long it may become.");
        var before = ContentHash.OfFile(File);

        var refusal = OperationalStore.Open(File).Match(_ => "opened", no => no.Sentence);

        Assert.Contains("is not a readable store", refusal, StringComparison.Ordinal);
        Assert.Equal(before, ContentHash.OfFile(File));
    }

    public void Dispose() => folder.Dispose();

    private OperationalStore Open() =>
        OperationalStore.Open(File).Match(store => store, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static SubmissionRecord Submission(string name) => new(
        ContentHash.Of(name), "crimes", "synthetic-crimes", "synthetic", "synthetic", $"{name}.csv",
        ContentHash.Of($"file {name}"), ContentHash.Of("parquet"), 3, [Period.Month(2025, 1), Period.Month(2025, 2)], Noon);

    private static Finding Finding() => new("count-absent", Severity.Note, 0, "count", "", "Not stated.", 7);

    private static AuditEntry Entry(string act) => new(Noon, "tester", act, "subject", "reason");
}
