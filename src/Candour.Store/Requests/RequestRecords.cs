using System.Globalization;
using Candour.Kernel;

namespace Candour.Store.Requests;

/// <summary>What a saved question shows.</summary>
public enum QuestionKind
{
    /// <summary>A figure, by its permanent reference.</summary>
    Figure,

    /// <summary>A page with what was chosen in it.</summary>
    Page,
}

/// <summary>A question with a name and a permanent link.</summary>
/// <param name="Id">Random; it says nothing.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="Target">A permanent reference, or the path of a page with its query.</param>
/// <param name="IsPinned">It means the figure of its snapshot, and of no later one.</param>
/// <param name="MadeBy">Who saved it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="IsWithdrawn">It stands no more; its link says so.</param>
public sealed record SavedQuestion(
    string Id, string Title, QuestionKind Kind, string Target, bool IsPinned, string MadeBy, DateTimeOffset MadeAt, bool IsWithdrawn)
{
    /// <summary>The reference of a saved question begins so.</summary>
    public const string ReferencePrefix = "questions/";

    public string Reference => ReferencePrefix + Id;
}

/// <summary>How far a request has come.</summary>
public enum RequestState
{
    Open,

    /// <summary>Answered: already available as what is named.</summary>
    Available,

    /// <summary>Answered with a question that was saved for it.</summary>
    Saved,

    Declined,

    /// <summary>Logged by mistake, or with words that should not be kept: they are gone.</summary>
    Withdrawn,
}

/// <summary>A request for figures, from outside or inside. Nothing says who asked but their kind.</summary>
/// <param name="Number">From 1, in the order of logging.</param>
/// <param name="Asker">The kind of whoever asks, such as <c>ElectedMember</c>.</param>
/// <param name="Words">The question; empty once it is withdrawn.</param>
/// <param name="Due">The day by which it is to be answered.</param>
/// <param name="LoggedBy">Who logged it.</param>
/// <param name="LoggedAt">When.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Said">What was said with the answer, or why it was declined or withdrawn; empty while it is open.</param>
/// <param name="ClosedBy">Who closed it; empty while it is open.</param>
/// <param name="ClosedAt">When; the first moment of time while it is open.</param>
/// <param name="Answers">The permanent references that answer it, in order.</param>
public sealed record InformationRequest(
    int Number, string Asker, string Words, DateOnly Due, string LoggedBy, DateTimeOffset LoggedAt, RequestState State, string Said, string ClosedBy,
    DateTimeOffset ClosedAt, IReadOnlyList<string> Answers)
{
    public bool IsLate(DateOnly today) => State == RequestState.Open && Due < today;
}

/// <summary>There is no such request.</summary>
public sealed record NoSuchRequest(string Said) : Refusal($"There is no request {Said}: choose one from the list.");

/// <summary>It is closed.</summary>
public sealed record RequestIsClosed(int Number) : Refusal(string.Create(
    CultureInfo.InvariantCulture, $"Request {Number} is closed already, and stays as it was answered: log another for what is asked anew."));

/// <summary>There is no such saved question.</summary>
public sealed record NoSuchQuestion() : Refusal("There is no such saved question, or it was withdrawn: choose one from the list.");
