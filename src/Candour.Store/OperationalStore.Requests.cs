using System.Globalization;
using Candour.Kernel;
using Candour.Store.Databases;
using Candour.Store.Requests;

namespace Candour.Store;

/// <summary>Saved questions, and the log of requests with what answered them.</summary>
public sealed partial class OperationalStore
{
    private const string QuestionColumns = "id, title, kind, target, pinned, made_by AS madeBy, made_at AS madeAt, withdrawn_by AS withdrawnBy";

    private const string RequestColumns =
        "number, asker, words, due, logged_by AS loggedBy, logged_at AS loggedAt, state, said, closed_by AS closedBy, closed_at AS closedAt";

    /// <summary>Every saved question that stands, by title.</summary>
    public IReadOnlyList<SavedQuestion> SavedQuestions() =>
    [
        .. database.Read<QuestionRow>($"SELECT {QuestionColumns} FROM saved_question WHERE withdrawn_by = '' ORDER BY title, id", new { })
            .Select(row => row.ToRecord()),
    ];

    /// <summary>A saved question, also one that was withdrawn; refuses what never was.</summary>
    public Result<SavedQuestion> QuestionOf(string id) =>
        database.Read<QuestionRow>($"SELECT {QuestionColumns} FROM saved_question WHERE id = @Id", new { Id = id }) is [var row]
            ? row.ToRecord() : new NoSuchQuestion();

    /// <summary>Saves a question.</summary>
    public void Save(SavedQuestion question, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(question);
        Act(entry, act => Insert(act, question) == 1);
    }

    /// <summary>Withdraws a question that stands; its link says so from now on.</summary>
    public Result<string> WithdrawQuestion(string id, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Act(entry, act => act.Execute(
            "UPDATE saved_question SET withdrawn_by = @By, withdrawn_at = @At WHERE id = @Id AND withdrawn_by = ''",
            new { Id = id, By = entry.Who, At = Time(entry.At) }) == 1) ? id : new NoSuchQuestion();
    }

    /// <summary>Logs a request; gives it the next number.</summary>
    public InformationRequest Log(InformationRequest request, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);
        using var act = database.Begin();
        var numbered = request with { Number = (int)act.Read<long>("SELECT coalesce(max(number), 0) + 1 FROM information_request", new { })[0] };
        act.Execute(
            """
            INSERT INTO information_request (number, asker, words, due, logged_by, logged_at, state, said, closed_by, closed_at)
            VALUES (@Number, @Asker, @Words, @Due, @LoggedBy, @LoggedAt, 'Open', '', '', '')
            """,
            new
            {
                numbered.Number, numbered.Asker, numbered.Words, Due = Day(numbered.Due), numbered.LoggedBy, LoggedAt = Time(numbered.LoggedAt),
            });
        act.Commit(entry with { Subject = SubjectOf(numbered.Number) });
        return numbered;
    }

    /// <summary>Closes an open request, with the references that answer it, and with the question that was saved for it, in one act.</summary>
    /// <param name="number">Which.</param>
    /// <param name="state">Available, Saved or Declined.</param>
    /// <param name="said">What is said with it.</param>
    /// <param name="answers">The references.</param>
    /// <param name="saved">The questions that are saved for it.</param>
    /// <param name="entry">The entry of the trail; its subject becomes the request.</param>
    public Result<InformationRequest> CloseRequest(
        int number, RequestState state, string said, IReadOnlyList<string> answers, IReadOnlyList<SavedQuestion> saved, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(entry);
        using var act = database.Begin();
        if (act.Execute(
            "UPDATE information_request SET state = @State, said = @Said, closed_by = @By, closed_at = @At WHERE number = @Number AND state = 'Open'",
            new { Number = number, State = state.ToString(), Said = said, By = entry.Who, At = Time(entry.At) }) == 0)
        {
            return new RequestIsClosed(number);
        }

        foreach (var question in saved)
        {
            Insert(act, question);
        }

        act.Execute(
            "INSERT INTO request_answer (request, ordinal, reference) VALUES (@Number, @Ordinal, @Reference)",
            answers.Select((reference, index) => new { Number = number, Ordinal = index + 1, Reference = reference }));
        act.Commit(
        [
            entry with { Subject = SubjectOf(number) },
            .. saved.Select(question => entry with { Act = "save question", Subject = question.Reference, Reason = question.Title }),
        ]);
        return RequestOf(number);
    }

    /// <summary>Withdraws the words of a request, open or closed: they are gone, and why is on the record.</summary>
    public Result<InformationRequest> WithdrawRequest(int number, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Act(entry with { Subject = SubjectOf(number) }, act => act.Execute(
            "UPDATE information_request SET state = 'Withdrawn', words = '', said = @Said, closed_by = @By, closed_at = @At WHERE number = @Number AND state <> 'Withdrawn'",
            new { Number = number, Said = entry.Reason, By = entry.Who, At = Time(entry.At) }) == 1) ? RequestOf(number) : new RequestIsClosed(number);
    }

    /// <summary>Every request, the newest first.</summary>
    public IReadOnlyList<InformationRequest> Requests()
    {
        var answers = database.Read<(long Request, string Reference)>("SELECT request, reference FROM request_answer ORDER BY request, ordinal", new { })
            .ToLookup(row => row.Request, row => row.Reference);
        return
        [
            .. database.Read<RequestRow>($"SELECT {RequestColumns} FROM information_request ORDER BY number DESC", new { })
                .Select(row => row.ToRecord([.. answers[row.Number]])),
        ];
    }

    /// <summary>One request; refuses what was never logged.</summary>
    public Result<InformationRequest> RequestOf(int number) =>
        database.Read<RequestRow>($"SELECT {RequestColumns} FROM information_request WHERE number = @Number", new { Number = number }) is [var row]
            ? row.ToRecord([.. database.Read<string>("SELECT reference FROM request_answer WHERE request = @Number ORDER BY ordinal", new { Number = number })])
            : new NoSuchRequest(number.ToString(CultureInfo.InvariantCulture));

    private static string SubjectOf(int number) => $"request {number.ToString(CultureInfo.InvariantCulture)}";

    private static int Insert(Act act, SavedQuestion question) => act.Execute(
        """
        INSERT INTO saved_question (id, title, kind, target, pinned, made_by, made_at, withdrawn_by, withdrawn_at)
        VALUES (@Id, @Title, @Kind, @Target, @Pinned, @MadeBy, @MadeAt, '', '')
        """,
        new
        {
            question.Id, question.Title, Kind = question.Kind.ToString(), question.Target, Pinned = question.IsPinned ? 1L : 0L, question.MadeBy,
            MadeAt = Time(question.MadeAt),
        });

    private sealed record QuestionRow(string Id, string Title, string Kind, string Target, long Pinned, string MadeBy, string MadeAt, string WithdrawnBy)
    {
        public SavedQuestion ToRecord() =>
            new(Id, Title, Enum.Parse<QuestionKind>(Kind), Target, Pinned == 1, MadeBy, Time(MadeAt), WithdrawnBy.Length > 0);
    }

    private sealed record RequestRow(
        long Number, string Asker, string Words, string Due, string LoggedBy, string LoggedAt, string State, string Said, string ClosedBy, string ClosedAt)
    {
        public InformationRequest ToRecord(IReadOnlyList<string> answers) => new(
            (int)Number, Asker, Words, DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture), LoggedBy, Time(LoggedAt),
            Enum.Parse<RequestState>(State), Said, ClosedBy, ClosedAt.Length > 0 ? Time(ClosedAt) : default, answers);
    }
}
