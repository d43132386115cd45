using System.Data.Common;
using Candour.Kernel;
using Candour.Store.Requests;
using static Candour.Tests.Store.Invented;

namespace Candour.Tests.Store;

public sealed class RequestOnSqliteTests() : RequestTests(new TestDatabase.OnSqlite());

public sealed class RequestOnPostgreSqlTests(PostgresServer server) : RequestTests(new TestDatabase.OnPostgreSql(server));

/// <summary>A request is numbered, closed once, and loses only its words; a question stands until it is withdrawn.</summary>
public abstract class RequestTests(TestDatabase database) : IDisposable
{
    private const string Figure = "rape-crimes-recorded@1/m1/x";

    [Fact]
    public void A_request_is_closed_once_with_what_answers_it()
    {
        var store = database.Create();
        Assert.Equal([1, 2], new[] { store.Log(Request("How many were charged?"), Entry("log request")), store.Log(Request("And in the year before?"), Entry("log request")) }.Select(one => one.Number));

        var closed = Ok(store.CloseRequest(1, RequestState.Available, "See the pack", [Figure, "packs/x"], [], Entry("answer request")));
        Assert.Equal((RequestState.Available, "See the pack", "tester", Noon), (closed.State, closed.Said, closed.ClosedBy, closed.ClosedAt));
        Assert.Equal([Figure, "packs/x"], closed.Answers);
        Assert.IsType<RequestIsClosed>(No(store.CloseRequest(1, RequestState.Declined, "No", [], [], Entry("decline request"))));
        Assert.Equal(["Open", "Available"], store.Requests().Select(one => one.State.ToString()));
        Assert.Equal(["request 1", "request 2", "request 1"], store.Audit().Select(one => one.Subject));
        Assert.IsType<NoSuchRequest>(No(store.RequestOf(3)));
    }

    [Fact]
    public void A_question_that_is_saved_for_a_request_commits_with_its_answer_or_not_at_all()
    {
        var store = database.Create();
        store.Log(Request("How many were charged?"), Entry("log request"));
        Ok(store.CloseRequest(1, RequestState.Saved, "", ["questions/q"], [Question("q")], Entry("answer request")));

        Assert.Equal(["q"], store.SavedQuestions().Select(one => one.Id));
        Assert.IsType<RequestIsClosed>(No(store.CloseRequest(1, RequestState.Saved, "", ["questions/r"], [Question("r")], Entry("answer request"))));
        Assert.Equal(["q"], store.SavedQuestions().Select(one => one.Id));
        Assert.Equal(["log request", "answer request", "save question"], store.Audit().Select(one => one.Act));

        Ok(store.WithdrawQuestion("q", Entry("withdraw question")));
        Assert.Empty(store.SavedQuestions());
        Assert.True(Ok(store.QuestionOf("q")).IsWithdrawn);
        Assert.IsType<NoSuchQuestion>(No(store.WithdrawQuestion("q", Entry("withdraw question"))));
    }

    [Fact]
    public void The_words_of_a_request_can_be_taken_away_open_or_closed_and_once()
    {
        var store = database.Create();
        store.Log(Request("How many were charged?"), Entry("log request"));
        store.Log(Request("Something about somebody"), Entry("log request"));
        Ok(store.CloseRequest(1, RequestState.Declined, "Not held", [], [], Entry("decline request")));

        foreach (var number in (int[])[1, 2])
        {
            var gone = Ok(store.WithdrawRequest(number, Entry("withdraw request")));
            Assert.Equal((RequestState.Withdrawn, "", "reason"), (gone.State, gone.Words, gone.Said));
            Assert.IsType<RequestIsClosed>(No(store.WithdrawRequest(number, Entry("withdraw request"))));
        }

        Assert.IsType<RequestIsClosed>(No(store.CloseRequest(2, RequestState.Available, "", [Figure], [], Entry("answer request"))));
    }

    [Theory]
    [InlineData("UPDATE information_request SET words = 'other'", "a request is closed once")]
    [InlineData("UPDATE information_request SET state = 'Open', closed_by = '', closed_at = ''", "a request is closed once")]
    [InlineData("DELETE FROM information_request WHERE number = 2", "a request is never deleted")]
    [InlineData("UPDATE request_answer SET reference = 'other'", "an answer is never changed")]
    [InlineData("DELETE FROM request_answer", "an answer is never deleted")]
    [InlineData("UPDATE saved_question SET target = 'other'", "a saved question is withdrawn, never changed")]
    [InlineData("DELETE FROM saved_question", "a saved question is withdrawn, never deleted")]
    public void The_database_refuses_what_the_code_would_not_do(string statement, string says)
    {
        var store = database.Create();
        store.Log(Request("How many were charged?"), Entry("log request"));
        store.Log(Request("And in the year before?"), Entry("log request"));
        Ok(store.CloseRequest(1, RequestState.Saved, "", ["questions/q"], [Question("q")], Entry("answer request")));

        Assert.Contains(says, Assert.ThrowsAny<DbException>(() => database.Execute(statement)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    private static InformationRequest Request(string words) =>
        new(0, "Press", words, new DateOnly(2026, 7, 28), "analyst", Noon, RequestState.Open, "", "", default, []);

    private static SavedQuestion Question(string id) => new(id, "Charged last year", QuestionKind.Figure, Figure, true, "analyst", Noon, false);

    private static T Ok<T>(Result<T> result) => result.Match(value => value, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static Refusal No<T>(Result<T> result) => Assert.IsType<Result<T>.Refused>(result).Refusal;
}
