using System.Globalization;
using Candour.Kernel;
using Candour.Store.Keeping;

namespace Candour.Store.Packs;

/// <summary>What a sentence of commentary does.</summary>
public enum SentenceKind
{
    /// <summary>It says what is seen.</summary>
    Observation,

    /// <summary>It says why; without evidence it is an opinion.</summary>
    Cause,

    /// <summary>It says what is done about it.</summary>
    Action,

    /// <summary>It says what must be known before the figure is used.</summary>
    Caveat,
}

/// <summary>One sentence that a person wrote about an exception of a pack.</summary>
/// <param name="Id">Random; it says nothing.</param>
/// <param name="Dataset">Of which dataset the pack is.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Hierarchy">The hierarchy of the area.</param>
/// <param name="Area">Of which area.</param>
/// <param name="About">The exception, by its name in the pack, such as <c>signal:rape-crimes-recorded</c>.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Who">Who wrote it.</param>
/// <param name="At">When.</param>
public sealed record PackSentence(
    string Id, string Dataset, Period Period, string Hierarchy, string Area, string About, SentenceKind Kind, string Text, string Who,
    DateTimeOffset At);

/// <summary>A file of a pack that was sent.</summary>
/// <param name="Name">As it is given: <c>pack.docx</c>.</param>
/// <param name="Media">Its media type.</param>
/// <param name="File">What is kept.</param>
public sealed record IssuedFile(string Name, string Media, KeptFile File);

/// <summary>A pack as it was sent: no later correction changes it.</summary>
/// <param name="Id">SHA-256 of what it says.</param>
/// <param name="Dataset">Of which dataset.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Hierarchy">The hierarchy of the area.</param>
/// <param name="Area">Of which area.</param>
/// <param name="Snapshot">The snapshot that every figure of it was read from.</param>
/// <param name="Frozen">Which freeze of the period that was: 1, or a restatement.</param>
/// <param name="Sentences">The commentary in it, as it was.</param>
/// <param name="IssuedBy">Who sent it.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="Reason">To whom and why, in words.</param>
/// <param name="Files">What was sent, by name.</param>
public sealed record IssuedPack(
    ContentHash Id, string Dataset, Period Period, string Hierarchy, string Area, ContentHash Snapshot, long Frozen,
    IReadOnlyList<PackSentence> Sentences, string IssuedBy, DateTimeOffset IssuedAt, string Reason, IReadOnlyList<IssuedFile> Files);

/// <summary>The sentence is not there, or is withdrawn.</summary>
public sealed record NoSuchSentence() : Refusal("There is no such sentence here: it was withdrawn meanwhile. Look at the pack again.");

/// <summary>The very same pack was sent before.</summary>
public sealed record IssuedBefore(ContentHash Id, DateTimeOffset At) : Refusal(string.Create(
    CultureInfo.InvariantCulture,
    $"This very pack ({Id.Abbreviated}) was issued on {At:yyyy-MM-dd}, with the same figures and the same commentary: give that one."));

/// <summary>No such pack was sent.</summary>
public sealed record NoSuchPack(string Said) : Refusal(
    $"No pack '{Said}' was issued from this workspace: copy its reference whole, or choose one with 'candour pack list'.");
