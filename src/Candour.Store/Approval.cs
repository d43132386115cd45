using Candour.Kernel;

namespace Candour.Store;

/// <summary>Whether a workspace asks for a second person.</summary>
public enum ApprovalRule
{
    /// <summary>What is submitted counts.</summary>
    None,

    /// <summary>What is submitted counts when a second person has approved it.</summary>
    Required,
}

/// <summary>Where a submission stands between its submitter and a second person.</summary>
public enum ApprovalState
{
    /// <summary>Nobody has decided yet.</summary>
    Received,

    /// <summary>A second person has approved it.</summary>
    Approved,

    /// <summary>A second person has refused it; it is out of force.</summary>
    Refused,
}

/// <summary>The approval of one submission.</summary>
/// <param name="Submission">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Submitter">Who submitted it, or last put it back in force.</param>
/// <param name="DecidedBy">Who decided; empty while it is received.</param>
/// <param name="Version">Raised by one with every change, from 1.</param>
public sealed record Approval(ContentHash Submission, ApprovalState State, string Submitter, string DecidedBy, long Version);

/// <summary>Somebody else changed the row first.</summary>
public sealed record ChangedMeanwhile(string What) : Refusal(
    $"{What} was changed by somebody else while you worked on it. Nothing of yours was kept: read it again and repeat your change.");

/// <summary>There is no such submission.</summary>
public sealed record NoSuchSubmission(ContentHash Submission) : Refusal(
    $"There is no submission {Submission.Abbreviated} in this workspace: look at the list of submissions.");

/// <summary>One person cannot do both.</summary>
public sealed record DecidedByItsSubmitter(ContentHash Submission) : Refusal(
    $"The submission {Submission.Abbreviated} was submitted by the same person: ask somebody else to approve or refuse it.");

/// <summary>The decision has been taken.</summary>
public sealed record DecidedAlready(ContentHash Submission, string State) : Refusal(
    $"The submission {Submission.Abbreviated} is {State} already, and nothing was changed: a decision is taken once.");
