using System.Collections.Concurrent;
using System.Data.Common;
using Candour.Kernel;
using Candour.Store;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class ApprovalOnSqliteTests() : ApprovalTests(new TestDatabase.OnSqlite());

public sealed class ApprovalOnPostgreSqlTests(PostgresServer server) : ApprovalTests(new TestDatabase.OnPostgreSql(server));

/// <summary>A second person decides, once, and it is never the first.</summary>
public abstract class ApprovalTests(TestDatabase database) : IDisposable
{
    private static readonly ContentHash A = ContentHash.Of("a");
    private static readonly ContentHash B = ContentHash.Of("b");
    private static readonly ContentHash C = ContentHash.Of("c");

    [Fact]
    public void A_submission_is_received_and_then_approved_by_another()
    {
        var store = With("a");

        Assert.Equal((ApprovalState.Received, "tester", ""), Of(store, A));
        Assert.IsType<DecidedByItsSubmitter>(Refused(store.Approve(A, "tester", Entry("approve"))));
        Assert.IsType<NoSuchSubmission>(Refused(store.Approve(B, "other", Entry("approve"))));
        Assert.IsType<Result<Approval>.Accepted>(store.Approve(A, "other", Entry("approve")));
        Assert.IsType<DecidedAlready>(Refused(store.Approve(A, "third", Entry("approve"))));
        Assert.IsType<DecidedAlready>(Refused(store.Refuse(A, "third", Entry("refuse"))));

        Assert.Equal((ApprovalState.Approved, "tester", "other"), Of(store, A));
        Assert.Equal(["submit", "approve"], store.Audit().Select(entry => entry.Act));
    }

    [Fact]
    public void What_is_refused_is_out_of_force_and_gives_its_place_back()
    {
        var store = With("a");
        store.Accept(Submission("b"), [], Take(A), Entry("replace"));
        store.Accept(Submission("c"), [], Take(B), Entry("replace"));

        store.Refuse(B, "other", Entry("refuse"));
        Assert.Equal([C], InForce(store));
        store.Refuse(C, "other", Entry("refuse"));

        Assert.Equal([A], InForce(store));
    }

    [Fact]
    public void Where_approval_is_required_what_is_approved_counts_until_an_approved_one_replaces_it()
    {
        var store = With("a");
        Assert.Empty(store.ApprovedInForce());
        store.Approve(A, "other", Entry("approve"));
        store.Accept(Submission("b"), [], Take(A), Entry("replace"));
        store.Accept(Submission("c"), [], Take(B), Entry("replace"));
        Assert.Equal([A], store.ApprovedInForce().Select(record => record.Id));

        store.Approve(C, "other", Entry("approve"));

        Assert.Equal([C], store.ApprovedInForce().Select(record => record.Id));
    }

    [Fact]
    public void What_is_put_back_needs_its_second_person_again()
    {
        var store = With("a");
        store.Approve(A, "other", Entry("approve"));
        store.Accept(Submission("b"), [], Take(A), Entry("replace"));

        store.Accept(Submission("a"), [], _ => new Admission.Reinstate(Submission("a"), [B]), Entry("replace") with { Who = "other" });

        Assert.Equal((ApprovalState.Received, "other", ""), Of(store, A));
        Assert.IsType<DecidedByItsSubmitter>(Refused(store.Approve(A, "other", Entry("approve"))));
    }

    [Theory]
    [InlineData("UPDATE approval SET state = 'approved', decided_by = submitter, version = version + 1")]
    [InlineData("UPDATE approval SET state = 'approved', version = version + 1")]
    [InlineData("UPDATE approval SET state = 'approved', submitter = 'x', decided_by = 'tester', version = version + 1")]
    [InlineData("UPDATE approval SET state = 'approved', decided_by = 'other'")]
    [InlineData("UPDATE approval SET state = 'perhaps', version = version + 1")]
    [InlineData("DELETE FROM approval")]
    [InlineData("INSERT INTO approval (submission, state, submitter, decided_by, version) SELECT id, 'approved', 'x', 'x', 1 FROM submission")]
    public void The_database_holds_the_rule_too(string statement)
    {
        var store = With("a");

        Assert.ThrowsAny<DbException>(() => database.Execute(statement));
        Assert.Equal((ApprovalState.Received, "tester", ""), Of(store, A));
    }

    [Fact]
    public void A_decision_is_not_taken_back_in_the_database_either()
    {
        var store = With("a");
        store.Approve(A, "other", Entry("approve"));

        Assert.ThrowsAny<DbException>(() => database.Execute("UPDATE approval SET state = 'refused', version = version + 1"));
    }

    [Fact]
    public async Task Whoever_races_one_decides_and_never_the_submitter()
    {
        var store = database.Create();
        var times = Proof.Times(20, 1_000);
        for (var race = 0; race < times; race++)
        {
            var name = $"race {race}";
            store.Accept(Submission(name), [], Take(), Entry("submit"));
            var won = new ConcurrentBag<string>();
            await Task.WhenAll(new[] { "tester", "one", "two", "tester" }.Select(person => Task.Run(() =>
            {
                var result = person == "two"
                    ? store.Refuse(ContentHash.Of(name), person, Entry("refuse"))
                    : store.Approve(ContentHash.Of(name), person, Entry("approve"));
                if (result is Result<Approval>.Accepted)
                {
                    won.Add(person);
                }
            })));

            Assert.NotEqual("tester", Assert.Single(won));
        }

        Assert.Equal(2 * times, store.Audit().Count);
        Proof.Say($"{times} races on one submission each: 0 double, 0 by its submitter.");
    }

    [Fact]
    public async Task Of_two_who_edit_one_row_neither_loses_what_the_other_wrote()
    {
        database.Create();
        database.Execute("CREATE TABLE edited (id INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL, version INTEGER NOT NULL)");
        database.Execute("INSERT INTO edited (id, text, version) VALUES (1, '', 0)");
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(Proof.Times(2, 60)));
        int[] refused = [0, 0];

        var writers = await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            var written = 0;
            while (!over.IsCancellationRequested)
            {
                var (text, version) = database.Database.Read<(string, long)>("SELECT text, CAST(version AS bigint) FROM edited", new { })[0];
                using var act = database.Database.Begin();
                if (act.Change(
                    "The row",
                    "UPDATE edited SET text = @Text, version = version + 1 WHERE id = 1 AND version = @Version",
                    new { Text = text + (char)('a' + writer), Version = version }) is Result<long>.Accepted)
                {
                    act.Commit(Entry("edit"));
                    written++;
                }
                else
                {
                    refused[writer]++;
                }
            }

            return written;
        })));

        var left = database.Read<string>("SELECT text FROM edited")[0];
        Assert.Equal((writers[0], writers[1]), (left.Count(letter => letter == 'a'), left.Count(letter => letter == 'b')));
        Assert.All(writers, count => Assert.True(count > 0));
        Proof.Say($"Two writers: {writers[0]} and {writers[1]} changes kept, {refused.Sum()} refused as changed meanwhile, 0 lost.");
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

    private static (ApprovalState, string, string) Of(OperationalStore store, ContentHash submission) => store.ApprovalOf(submission)
        .Match(found => (found.State, found.Submitter, found.DecidedBy), no => throw new InvalidOperationException(no.Sentence));

    private static IEnumerable<ContentHash> InForce(OperationalStore store) => store.InForce().Select(record => record.Id);

    private static Refusal Refused(Result<Approval> result) =>
        result.Match(_ => throw new InvalidOperationException("It was accepted."), refusal => refusal);
}
