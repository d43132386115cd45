using Candour.Kernel;
using Candour.Store;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class WithdrawalOnSqliteTests() : WithdrawalTests(new TestDatabase.OnSqlite());

public sealed class WithdrawalOnPostgreSqlTests(PostgresServer server) : WithdrawalTests(new TestDatabase.OnPostgreSql(server));

/// <summary>Every load is reversible, and nothing is counted twice afterwards.</summary>
public abstract class WithdrawalTests(TestDatabase database) : IDisposable
{
    private static readonly ContentHash A = ContentHash.Of("a");
    private static readonly ContentHash B = ContentHash.Of("b");
    private static readonly ContentHash C = ContentHash.Of("c");

    [Fact]
    public void What_it_had_replaced_comes_back()
    {
        var store = With("a");
        store.Accept(Submission("b"), [], Take(A), Entry("replace"));

        var back = store.Withdraw(B, Entry("withdraw"));

        Assert.Equal([A], Accepted(back));
        Assert.Equal([A], store.InForce().Select(record => record.Id));
        Assert.Equal(new Standing.Withdrawn(Noon), Accepted(store.StandingOf(B)));
        Assert.Equal("withdraw", store.Audit()[^1].Act);
    }

    [Fact]
    public void What_is_withdrawn_does_not_count_where_approval_is_required_either()
    {
        var store = With("a");
        store.Approve(A, "other", Entry("approve"));

        store.Withdraw(A, Entry("withdraw"));

        Assert.Empty(store.ApprovedInForce());
    }

    [Fact]
    public void Only_what_is_in_force_can_be_withdrawn_and_once()
    {
        var store = With("a");
        store.Accept(Submission("b"), [], Take(A), Entry("replace"));
        var acts = store.Audit().Count;

        Assert.Equal(new NotInForce(A, new Standing.Replaced(B)), Refused(store.Withdraw(A, Entry("withdraw"))));
        Assert.IsType<NoSuchSubmission>(Refused(store.Withdraw(C, Entry("withdraw"))));
        Assert.Equal(acts, store.Audit().Count);

        store.Withdraw(B, Entry("withdraw"));
        Assert.IsType<NotInForce>(Refused(store.Withdraw(B, Entry("withdraw"))));
    }

    [Fact]
    public void The_same_rows_can_be_submitted_again()
    {
        var store = With("a");
        store.Withdraw(A, Entry("withdraw"));

        store.Accept(Submission("a"), [], _ => new Admission.Reinstate(Submission("a"), []), Entry("submit"));

        Assert.Equal([A], store.InForce().Select(record => record.Id));
        Assert.IsType<Standing.InForce>(Accepted(store.StandingOf(A)));
    }

    /// <summary>b said that a's name was wrong and took its place; c came for a's periods; b is gone again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_would_be_counted_twice_does_not_come_back(bool withdrawn)
    {
        var store = With("a");
        store.Accept(Submission("b") with { Periods = [Period.Month(2025, 6)] }, [], Take(A), Entry("replace"));
        store.Accept(Submission("c"), [], Take(), Entry("submit"));

        _ = withdrawn
            ? store.Withdraw(B, Entry("withdraw")).Match(back => back.Count, _ => -1)
            : store.Refuse(B, "other", Entry("refuse")).Match(_ => 0, _ => -1);

        Assert.Equal([C], store.InForce().Select(record => record.Id));
        Assert.Equal(new Standing.Replaced(C), Accepted(store.StandingOf(A)));
    }

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    private OperationalStore With(string name)
    {
        var store = database.Create();
        store.Accept(Submission(name), [], Take(), Entry("submit"));
        return store;
    }

    private static T Accepted<T>(Result<T> result) => Assert.IsType<Result<T>.Accepted>(result).Value;

    private static Refusal Refused<T>(Result<T> result) => Assert.IsType<Result<T>.Refused>(result).Refusal;
}
