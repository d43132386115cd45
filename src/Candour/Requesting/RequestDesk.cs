using Candour.Access;
using Candour.Evidencing;
using Candour.Kernel;
using Candour.Packing;
using Candour.Packs;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Evidencing;
using Candour.Store.Requests;
using Candour.Web;

namespace Candour.Requesting;

/// <summary>The viewer may not do this.</summary>
public sealed record NotYoursToAnswer() : Refusal("Requests are logged and answered, and questions saved, by those whose role answers requests: ask one of them.");

/// <summary>An answer names nothing, or too much.</summary>
public sealed record AnswerNamesNothing() : Refusal(
    $"An answer names 1 to {RequestDesk.MostAnswers} things that are already available: choose some, or write a permanent reference on each line.");

/// <summary>A reference is none, or not for this person.</summary>
public sealed record NoSuchAnswer(string Said) : Refusal(
    $"'{Said}' is no permanent reference of a figure, an issued pack, evidence or a saved question that you may open: copy it whole from its page.");

/// <summary>What is said with an answer is too long, or names somebody.</summary>
public sealed record NoteIsNotOne() : Refusal(
    $"What is said with an answer has at most {RequestForm.LongestNote} signs and names nobody: no address with an @, no number of six digits or more.");

/// <summary>Requests and saved questions as people work with them.</summary>
public sealed class RequestDesk(OperationalStore store, PackDesk packs, EvidenceDesk evidence, LinkState links, TimeProvider clock)
{
    /// <summary>The most references that one answer names.</summary>
    public const int MostAnswers = 10;

    private DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Logs a request.</summary>
    public Result<InformationRequest> Log(Viewer viewer, string asker, string words, string due)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return !viewer.May(Right.AnswerRequests) ? new NotYoursToAnswer()
            : RequestForm.Read(asker, words, due, Today).Then<InformationRequest>(form => store.Log(
                new InformationRequest(0, form.Asker.ToString(), form.Words, form.Due, viewer.Person, Now, RequestState.Open, "", "", default, []),
                Entry(viewer, "log request", "", form.Asker.ToString())));
    }

    /// <summary>A request by its number, as it stands in an address.</summary>
    public Result<InformationRequest> Find(string number) =>
        int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var read) ? store.RequestOf(read)
            : new NoSuchRequest("of that number");

    /// <summary>What is already available for a request, of what whoever answers may see.</summary>
    public IReadOnlyList<AvailableAnswer> Suggested(Viewer viewer, ReadingRoom room, InformationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Suggesting.For(request.Words, room, store.SavedQuestions(), packs.Issued(viewer, room), evidence.Listed(viewer));
    }

    /// <summary>Answers: already available as what is named.</summary>
    public Result<InformationRequest> Answer(Viewer viewer, ReadingRoom room, string number, IEnumerable<string> references, string note)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(references);
        var named = references.Select(one => one.Trim()).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return !viewer.May(Right.AnswerRequests) ? new NotYoursToAnswer()
            : named.Count is 0 or > MostAnswers ? new AnswerNamesNothing()
            : NoteOf(note).Then(said => Find(number).Then(request =>
            {
                var found = named.ConvertAll(one => Named(viewer, room, one));
                return found.OfType<Result<AvailableAnswer>.Refused>().FirstOrDefault() is { } wrong ? wrong.Refusal
                    : store.CloseRequest(
                        request.Number, RequestState.Available, said, [.. found.OfType<Result<AvailableAnswer>.Accepted>().Select(one => one.Value.Reference)], [],
                        Entry(viewer, "answer request", "", said));
            }));
    }

    /// <summary>Answers with a question that is saved for it.</summary>
    public Result<InformationRequest> AnswerWith(Viewer viewer, ReadingRoom room, string number, string title, string target, bool pinned, string note)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return NoteOf(note).Then(said => Find(number).Then(request => Made(viewer, room, title, target, pinned).Then(question => store.CloseRequest(
            request.Number, RequestState.Saved, said, [question.Reference], [question], Entry(viewer, "answer request", "", said)))));
    }

    /// <summary>Declines, with a reason.</summary>
    public Result<InformationRequest> Decline(Viewer viewer, string number, string reason)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return !viewer.May(Right.AnswerRequests) ? new NotYoursToAnswer()
            : Purpose.ReasonOf(reason).Then(said => Find(number).Then(request => store.CloseRequest(
                request.Number, RequestState.Declined, said, [], [], Entry(viewer, "decline request", "", said))));
    }

    /// <summary>Withdraws the words of a request, with a reason.</summary>
    public Result<InformationRequest> Withdraw(Viewer viewer, string number, string reason)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return !viewer.May(Right.AnswerRequests) ? new NotYoursToAnswer()
            : Purpose.ReasonOf(reason).Then(said => Find(number).Then(request => store.WithdrawRequest(request.Number, Entry(viewer, "withdraw request", "", said))));
    }

    /// <summary>Saves a question.</summary>
    public Result<SavedQuestion> Save(Viewer viewer, ReadingRoom room, string title, string target, bool pinned) => Made(viewer, room, title, target, pinned)
        .Then<SavedQuestion>(question =>
        {
            store.Save(question, Entry(viewer, "save question", question.Reference, question.Title));
            return question;
        });

    /// <summary>Withdraws a saved question.</summary>
    public Result<string> WithdrawQuestion(Viewer viewer, string id)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return !viewer.May(Right.AnswerRequests) ? new NotYoursToAnswer()
            : store.WithdrawQuestion(id, Entry(viewer, "withdraw question", SavedQuestion.ReferencePrefix + id, ""));
    }

    /// <summary>What a permanent reference names, as the viewer may open it.</summary>
    public Result<AvailableAnswer> Named(Viewer viewer, ReadingRoom room, string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var refused = new NoSuchAnswer(reference.Length <= 60 ? reference : reference[..60] + "…");
        if (FigureReference.TryParse(reference, out var figure))
        {
            return NamedFigure.Resolve(room, figure) is { } now
                ? new AvailableAnswer(
                    $"{now.Measure.Title}: {now.Question.Area.Title}, {PeriodText.Of(now.Question.Period)}",
                    now.Reference == figure ? "figure" : "figure of an earlier snapshot", reference, Address.Figure(figure))
                : refused;
        }

        if (PackReference.TryParse(reference, out var pack))
        {
            return packs.Issued(viewer, room, pack.Content.Hex).Try(out var issued, out _) && PackIssuing.ReferenceOf(issued) == pack
                ? new AvailableAnswer(PackTitles.Of(room, issued), "issued pack", reference, Address.IssuedPack(issued)) : refused;
        }

        if (reference.StartsWith(SavedQuestion.ReferencePrefix, StringComparison.Ordinal))
        {
            return store.QuestionOf(reference[SavedQuestion.ReferencePrefix.Length..]).Try(out var question, out _)
                ? new AvailableAnswer(question.Title, question.IsWithdrawn ? "saved question, withdrawn" : "saved question", question.Reference, $"/{question.Reference}") : refused;
        }

        return reference.StartsWith(EvidenceRecord.ReferencePrefix, StringComparison.Ordinal) && evidence.Find(viewer, reference).Try(out var seen, out _)
            ? new AvailableAnswer(seen.Record.Title, "evidence", seen.Record.Reference, Address.Evidence(seen.Record)) : refused;
    }

    /// <summary>The address of a saved page.</summary>
    public string AddressOf(SavedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return QuestionForm.AddressOf(question.Target, links);
    }

    private Result<SavedQuestion> Made(Viewer viewer, ReadingRoom room, string title, string target, bool pinned) =>
        !viewer.May(Right.AnswerRequests) ? new NotYoursToAnswer()
        : QuestionForm.Read(title, target, pinned, links).Then<SavedQuestion>(form =>
            form.Kind == QuestionKind.Figure && (!FigureReference.TryParse(form.Target, out var reference) || NamedFigure.Resolve(room, reference) is null)
                ? new NothingToSave()
                : new SavedQuestion(Secret.NewId(), form.Title, form.Kind, form.Target, form.IsPinned, viewer.Person, Now, false));

    private static Result<string> NoteOf(string typed)
    {
        var note = NamelessText.Tidied(typed);
        return note.Length <= RequestForm.LongestNote && NamelessText.Is(note) ? note : new NoteIsNotOne();
    }

    private AuditEntry Entry(Viewer viewer, string act, string subject, string reason) => new(Now, viewer.Person, act, subject, Assignments.ScopeOf(viewer), reason);
}
