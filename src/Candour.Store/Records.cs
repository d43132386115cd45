using Candour.Kernel;

namespace Candour.Store;

/// <summary>One submission as the store keeps it: the manifest of an immutable file of rows.</summary>
/// <param name="Id">SHA-256 of the canonical rows.</param>
/// <param name="Dataset">The dataset the rows belong to.</param>
/// <param name="Mapping">The mapping that read them.</param>
/// <param name="Agency">Whose data they are.</param>
/// <param name="DataClass">public, synthetic or confidential.</param>
/// <param name="FileName">Name of the file as it arrived, without its folder unless the folder tells the period.</param>
/// <param name="FileHash">SHA-256 of its bytes.</param>
/// <param name="SaidHash">SHA-256 of the canonical rows without a period that only the file's name tells: what the file
/// itself says. Equal to <paramref name="Id"/> where the rows say their periods themselves.</param>
/// <param name="ParquetHash">SHA-256 of our own file, for integrity only.</param>
/// <param name="Rows">How many rows were accepted; above 0.</param>
/// <param name="Periods">The periods the rows cover, in order.</param>
/// <param name="ReceivedAt">When it was accepted.</param>
public sealed record SubmissionRecord(
    ContentHash Id,
    string Dataset,
    string Mapping,
    string Agency,
    string DataClass,
    string FileName,
    ContentHash FileHash,
    ContentHash SaidHash,
    ContentHash ParquetHash,
    long Rows,
    IReadOnlyList<Period> Periods,
    DateTimeOffset ReceivedAt)
{
    /// <summary>How many rows of the file were not accepted: with an error, or said twice.</summary>
    public long NotAccepted { get; init; }
}

/// <summary>A submission and whether a later one has taken its place.</summary>
public sealed record KnownSubmission(SubmissionRecord Record, bool InForce);

/// <summary>What is to become of a submission, decided from all that are known.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>Take it, in the place of these.</summary>
    public sealed record Take(IReadOnlyList<ContentHash> Replaced) : Admission;

    /// <summary>It is there and in force; nothing changes.</summary>
    public sealed record AlreadyThere(SubmissionRecord Record) : Admission;

    /// <summary>It is there but was replaced; put it back in force, in the place of these.</summary>
    public sealed record Reinstate(SubmissionRecord Record, IReadOnlyList<ContentHash> Replaced) : Admission;
}

/// <summary>A snapshot: which submissions and which definitions every figure of it was made from.</summary>
public sealed record SnapshotRecord(
    ContentHash Id, ContentHash Definitions, DateTimeOffset MadeAt, IReadOnlyList<ContentHash> Submissions);

/// <summary>Who did what, when, to what, where, and why. Committed with the act itself.</summary>
/// <param name="At">When; kept to the millisecond.</param>
/// <param name="Who">The person or account that did it.</param>
/// <param name="Act">A word for what was done, such as <c>submit</c>; one word for one thing.</param>
/// <param name="Subject">The id of what it was done to; never an identifier of a case or a person in the data.</param>
/// <param name="Scope">What part of the nation it touched: an agency or ids of areas, separated by blanks; empty for all.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string Act, string Subject, string Scope, string Reason);
