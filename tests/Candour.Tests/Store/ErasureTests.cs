using System.Data.Common;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Erasing;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class ErasureOnSqliteTests() : ErasureTests(new TestDatabase.OnSqlite());

public sealed class ErasureOnPostgreSqlTests(PostgresServer server) : ErasureTests(new TestDatabase.OnPostgreSql(server));

/// <summary>A successor takes the place of a submission with erased rows, wherever that stood.</summary>
public abstract class ErasureTests(TestDatabase database) : IDisposable
{
    private static readonly ContentHash A = ContentHash.Of("a");
    private static readonly ContentHash B = ContentHash.Of("b");
    private static readonly ContentHash Successor = ContentHash.Of("a'");

    [Fact]
    public void The_successor_is_in_force_and_approved_as_the_submission_was()
    {
        var store = With("a");
        store.Approve(A, "other", Entry("approve"));

        Assert.IsType<Result<ErasureRecord>.Accepted>(store.Erase(Record(), Submission("a'"), [7], Entry("erase")));

        Assert.Equal([Successor], store.InForce().Select(record => record.Id));
        Assert.Equal([Successor], store.ApprovedInForce().Select(record => record.Id));
        Assert.Equal([9], store.FindingsOf(Successor).Select(finding => finding.Line));
        Assert.Equal([9], store.FindingsOf(A).Select(finding => finding.Line));
        var kept = Assert.Single(store.Erasures());
        Assert.Equal(Record().RowHashes, kept.RowHashes);
        Assert.Equal(Record() with { RowHashes = [] }, kept with { RowHashes = [] });
        Assert.Equal("erase", store.Audit()[^1].Act);
    }

    [Fact]
    public void What_was_replaced_stays_replaced_and_what_is_left_with_no_row_is_out_of_force()
    {
        var store = With("a");
        store.Accept(Submission("b"), [], Take(A), Entry("replace"));

        store.Erase(Record(), Submission("a'"), [7], Entry("erase"));
        Assert.Equal([B], store.InForce().Select(record => record.Id));
        store.Approve(B, "other", Entry("approve"));
        store.Erase(Record() with { Submission = B, Successor = "" }, null, [], Entry("erase"));

        Assert.Empty(store.InForce());
        Assert.Empty(store.ApprovedInForce());
    }

    [Fact]
    public void What_was_withdrawn_stays_withdrawn()
    {
        var store = With("a");
        store.Withdraw(A, Entry("withdraw"));

        store.Erase(Record(), Submission("a'"), [7], Entry("erase"));

        Assert.Empty(store.InForce());
    }

    [Fact]
    public void A_submission_is_erased_from_once_and_never_put_back()
    {
        var store = With("a");
        store.Erase(Record(), Submission("a'"), [7], Entry("erase"));

        Assert.IsType<RowsWereErased>(store.Erase(Record(), Submission("a'"), [7], Entry("erase")).Match<Refusal?>(_ => null, no => no));
        Assert.IsType<RowsWereErased>(store
            .Accept(Submission("a"), [], _ => new Admission.Reinstate(Submission("a"), [Successor]), Entry("replace"))
            .Match<Refusal?>(_ => null, no => no));
        Assert.Equal([Successor], store.InForce().Select(record => record.Id));
    }

    [Theory]
    [InlineData("UPDATE erasure SET reason = ''")]
    [InlineData("DELETE FROM erasure")]
    public void The_ledger_is_never_changed(string statement)
    {
        var store = With("a");
        store.Erase(Record(), Submission("a'"), [7], Entry("erase"));

        Assert.Contains("erasure ledger", Assert.ThrowsAny<DbException>(() => database.Execute(statement)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    private OperationalStore With(string name)
    {
        var store = database.Create();
        store.Accept(
            Submission(name),
            [new Finding("odd", Severity.Warning, 7, "c", "7", "Odd.", 1), new Finding("odd", Severity.Warning, 9, "c", "9", "Odd.", 1)],
            Take(),
            Entry("submit"));
        return store;
    }

    private static ErasureRecord Record() => new(A, Successor.Hex, 1, [ContentHash.Of("row").Hex], Noon, "keeper", "a request");
}
