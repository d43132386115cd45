using Candour.Kernel;

namespace Candour.Store;

/// <summary>Where an entry stands between whoever proposed it and a second person.</summary>
public enum SupportState
{
    /// <summary>Nobody has decided yet; the public does not see it.</summary>
    Proposed,

    /// <summary>A second person has approved it; the public sees it.</summary>
    Shown,

    /// <summary>A second person has refused it.</summary>
    Refused,

    /// <summary>It was taken back, or another took its place.</summary>
    Withdrawn,
}

/// <summary>What is said of an organisation that supports people.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Helps">Whom it helps, and with what.</param>
/// <param name="Place">Where; empty for everywhere.</param>
/// <param name="Telephone">Empty for none.</param>
/// <param name="Web">An https address; empty for none.</param>
/// <param name="Hours">When it can be reached; empty when not said.</param>
public sealed record SupportText(string Name, string Helps, string Place, string Telephone, string Web, string Hours);

/// <summary>An entry of the public list of organisations that support people.</summary>
/// <param name="Id">Random; it says nothing.</param>
/// <param name="Text">What is said; it never changes. Another text is another entry.</param>
/// <param name="Replaces">The entry whose place it takes when it is shown; empty for none.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="DecidedBy">Who decided, or withdrew it; empty while it is proposed.</param>
/// <param name="Version">Raised by one with every change, from 1.</param>
public sealed record SupportOrganisation(
    string Id, SupportText Text, string Replaces, SupportState State, string ProposedBy, string DecidedBy, long Version);

/// <summary>There is none that this could be done to.</summary>
public sealed record NoSuchSupport() : Refusal(
    "There is no entry here with which that can be done: it was decided on, or withdrawn, meanwhile. Look at the list again.");

/// <summary>One person cannot do both.</summary>
public sealed record DecidedByItsProposer(string Name) : Refusal(
    $"The entry of {Name} was proposed by the same person: ask somebody else to approve or refuse it.");
