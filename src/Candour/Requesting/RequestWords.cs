using System.Globalization;
using Candour.Access;
using Candour.Kernel;
using Candour.Store.Requests;

namespace Candour.Requesting;

/// <summary>Who asks, as a kind and never as a person.</summary>
public enum AskerKind
{
    ElectedMember,
    PublicUnderFreedomOfInformation,
    Press,
    Researcher,
    InspectorateOrAuditor,
    SupportOrganisation,
    AnotherAgency,
    OwnAgency,
}

/// <summary>What is logged is none that may be kept.</summary>
public sealed record RequestIsNotOne() : Refusal(string.Create(
    CultureInfo.InvariantCulture,
    $"Write what is asked in {RequestForm.Shortest} to {RequestForm.Longest} signs, without who asks and without anybody's name: no address with an @, no number of six digits or more."));

/// <summary>Nobody asks.</summary>
public sealed record NoSuchAsker() : Refusal("Choose what kind of person or body asks.");

/// <summary>The day is none.</summary>
public sealed record DueWhen() : Refusal("Write the day by which it is to be answered as 2026-07-31: today or later, and within a year.");

/// <summary>What is logged of a request. Pure.</summary>
/// <param name="Asker">Who asks, as a kind.</param>
/// <param name="Words">What is asked.</param>
/// <param name="Due">By when.</param>
public sealed record RequestForm(AskerKind Asker, string Words, DateOnly Due)
{
    public const int Shortest = 12;
    public const int Longest = 500;

    /// <summary>What is said with an answer, at most.</summary>
    public const int LongestNote = 300;

    /// <summary>The days that a request has when nobody says otherwise: 20 working days.</summary>
    public const int UsualDays = 28;

    /// <summary>Reads what was typed.</summary>
    public static Result<RequestForm> Read(string asker, string words, string due, DateOnly today)
    {
        var said = NamelessText.Tidied(words);
        return Enum.GetValues<AskerKind>().Where(kind => kind.ToString() == asker).ToList() is not [var kind] ? new NoSuchAsker()
            : said.Length is < Shortest or > Longest || !NamelessText.Is(said) ? new RequestIsNotOne()
            : DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= today && day <= today.AddYears(1)
                ? new RequestForm(kind, said, day) : new DueWhen();
    }
}

/// <summary>What pages and files say of requests.</summary>
public static class RequestWords
{
    public static string Of(AskerKind kind) => kind switch
    {
        AskerKind.ElectedMember => "elected member",
        AskerKind.PublicUnderFreedomOfInformation => "public, under freedom of information",
        AskerKind.Press => "press",
        AskerKind.Researcher => "researcher",
        AskerKind.InspectorateOrAuditor => "inspectorate or auditor",
        AskerKind.SupportOrganisation => "organisation that supports victims",
        AskerKind.AnotherAgency => "another agency",
        AskerKind.OwnAgency => "own agency",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Who asked.</summary>
    public static string Asker(InformationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Of(Enum.Parse<AskerKind>(request.Asker));
    }

    /// <summary>How far it has come.</summary>
    public static string State(InformationRequest request, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.State switch
        {
            RequestState.Open => request.IsLate(today) ? "open, late" : "open",
            RequestState.Available => "answered: already available",
            RequestState.Saved => "answered with a new saved question",
            RequestState.Declined => "declined",
            RequestState.Withdrawn => "withdrawn",
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
    }
}
