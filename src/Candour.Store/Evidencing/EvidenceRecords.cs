using System.Globalization;
using Candour.Kernel;
using Candour.Store.Keeping;

namespace Candour.Store.Evidencing;

/// <summary>One version of a document: the original, or what others see in its place.</summary>
/// <param name="Ordinal">0 for the original; each later number is a redacted version, of which the last is shown.</param>
/// <param name="File">What is kept, or was kept before it was erased.</param>
/// <param name="Kind">Found in its content, such as <c>pdf</c>.</param>
/// <param name="PutBy">Who put it in.</param>
/// <param name="PutAt">When.</param>
public sealed record EvidenceVersion(int Ordinal, KeptFile File, string Kind, string PutBy, DateTimeOffset PutAt);

/// <summary>A document that claims, tests and samples cite.</summary>
/// <param name="Id">SHA-256 of its original.</param>
/// <param name="Title">As people read it; empty once it is erased.</param>
/// <param name="Agency">Whose it is; empty for every agency's.</param>
/// <param name="Hierarchy">Of the area that owns it; empty for the whole agency.</param>
/// <param name="Area">The area that owns it; empty for the whole agency.</param>
/// <param name="Class">Who may open it: <c>Public</c>, <c>Internal</c> or <c>Restricted</c>.</param>
/// <param name="Purpose">What a restricted document is kept for; empty otherwise, and once it is erased.</param>
/// <param name="KeepUntil">The day on which it is due to be erased.</param>
/// <param name="PutBy">Who put it in.</param>
/// <param name="PutAt">When.</param>
/// <param name="Versions">The original, then the redacted versions.</param>
/// <param name="Erased">That it is gone; absent while it is here.</param>
public sealed record EvidenceRecord(
    ContentHash Id, string Title, string Agency, string Hierarchy, string Area, string Class, string Purpose, DateOnly KeepUntil, string PutBy,
    DateTimeOffset PutAt, IReadOnlyList<EvidenceVersion> Versions, ErasedEvidence? Erased)
{
    /// <summary>The permanent reference of a document begins so.</summary>
    public const string ReferencePrefix = "evidence/";

    /// <summary>The permanent reference: the same bytes have the same one everywhere.</summary>
    public string Reference => ReferencePrefix + Id;

    /// <summary>The version that stands in the place of the original for others; absent when there is none.</summary>
    public EvidenceVersion? Redacted => Versions is [_, .., var last] ? last : null;

    /// <summary>Whether its time has passed: then somebody is to erase it.</summary>
    public bool IsDue(DateOnly today) => Erased is null && KeepUntil <= today;

    /// <summary>Reads a permanent reference, or the hash alone.</summary>
    public static bool TryParse(string text, out ContentHash id)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ContentHash.TryParse(text.StartsWith(ReferencePrefix, StringComparison.Ordinal) ? text[ReferencePrefix.Length..] : text, out id);
    }
}

/// <summary>That a document was erased: all that is left of it.</summary>
/// <param name="Id">SHA-256 of what its original was.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Reason">Why.</param>
public sealed record ErasedEvidence(ContentHash Id, DateTimeOffset At, string Who, string Reason);

/// <summary>There is no such document.</summary>
public sealed record NoSuchEvidence(string Said) : Refusal(
    $"There is no evidence '{Said}' here for you: copy its reference whole, or choose one from the list.");

/// <summary>The same bytes are kept.</summary>
public sealed record EvidenceIsKept(ContentHash Id) : Refusal(
    $"These very bytes are kept already, as evidence {Id.Abbreviated} or as a file of an issued pack: cite what is kept. Nothing was added.");

/// <summary>It is gone, and does not come back.</summary>
public sealed record EvidenceIsErased(ContentHash Id, DateTimeOffset At) : Refusal(string.Create(
    CultureInfo.InvariantCulture, $"The evidence {Id.Abbreviated} was erased on {At:yyyy-MM-dd} and is not put back: only that it was here is on the record."));
