using Candour.Kernel;

namespace Candour.Store;

/// <summary>How a person proves who they are.</summary>
public enum SignInKind
{
    /// <summary>A password and a one-time code, kept here.</summary>
    Local,

    /// <summary>The agency's own identity provider.</summary>
    Provider,

    /// <summary>A sample person of a demonstration: nothing to prove.</summary>
    Sample,
}

/// <summary>Somebody who may sign in, or once might.</summary>
/// <param name="Id">Random; what every trail and assignment names.</param>
/// <param name="Login">What they type, or the provider's subject; in small letters, unique.</param>
/// <param name="Name">As colleagues know them.</param>
/// <param name="Kind">How they prove who they are.</param>
/// <param name="IsActive">False once they have left: their sessions are ended and none begins.</param>
/// <param name="Version">Raised at every change.</param>
public sealed record PersonRecord(string Id, string Login, string Name, SignInKind Kind, bool IsActive, long Version);

/// <summary>What a local account is checked against.</summary>
/// <param name="PasswordHash">Empty until the invitation is taken up.</param>
/// <param name="CodeSecret">The secret of the one-time codes, protected under the deployment's key; empty until then.</param>
/// <param name="CodeStep">The time step of the last code that was used, so that none is used twice.</param>
/// <param name="Failures">Failed attempts in a row.</param>
/// <param name="LockedUntil">No attempt is looked at before.</param>
/// <param name="InvitationHash">SHA-256 of the invitation that may still be taken up; empty for none.</param>
/// <param name="InvitedUntil">Until when.</param>
public sealed record Credentials(
    string PasswordHash,
    string CodeSecret,
    long CodeStep,
    int Failures,
    DateTimeOffset LockedUntil,
    string InvitationHash,
    DateTimeOffset InvitedUntil)
{
    public static Credentials None { get; } =
        new("", "", 0, 0, DateTimeOffset.UnixEpoch, "", DateTimeOffset.UnixEpoch);
}

/// <summary>A role that a person holds or held.</summary>
/// <param name="Id">Random.</param>
/// <param name="Person">Who.</param>
/// <param name="Role">The role's name.</param>
/// <param name="Agency">Whose data; empty for all.</param>
/// <param name="Hierarchy">The hierarchy of the node; empty for the whole agency.</param>
/// <param name="Area">The node; empty for the whole agency.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it no longer holds.</param>
public sealed record AssignmentRecord(
    string Id, string Person, string Role, string Agency, string Hierarchy, string Area, DateOnly From, DateOnly Until);

/// <summary>A session that was begun and not ended.</summary>
/// <param name="Person">Whose.</param>
/// <param name="StartedAt">When the person signed in.</param>
/// <param name="SeenAt">When they last asked for anything.</param>
/// <param name="ConfirmedAt">When they last proved who they are.</param>
public sealed record SessionRecord(PersonRecord Person, DateTimeOffset StartedAt, DateTimeOffset SeenAt, DateTimeOffset ConfirmedAt);

/// <summary>A purpose as it is kept; see the room Access for its meaning.</summary>
public sealed record PurposeRecord(
    string Id, string Kind, string Person, string GivenBy, string Dataset, string Hierarchy, string Area, string Month,
    string Reason,
    DateTimeOffset From, DateTimeOffset Until, int Cap, int Shown);

/// <summary>Something a person is told: a broken glass, an end of an assignment.</summary>
/// <param name="Id">Random.</param>
/// <param name="Person">Who is told.</param>
/// <param name="At">When it happened.</param>
/// <param name="Text">One sentence; names nobody in a case.</param>
public sealed record Notice(string Id, string Person, DateTimeOffset At, string Text);

/// <summary>Somebody has that login already.</summary>
public sealed record LoginIsTaken() : Refusal("That login belongs to somebody already: choose another, or look the person up.");
