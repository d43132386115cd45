namespace Candour.Access;

/// <summary>What a door asks of whoever comes: every endpoint of the program has exactly one.</summary>
/// <param name="IsPublic">Open to everybody, signed in or not.</param>
/// <param name="Needs">The right, where it is not public.</param>
/// <param name="Confirmed">The person must have proved who they are within the last minutes.</param>
public sealed record Door(bool IsPublic, Right Needs, bool Confirmed)
{
    public static Door Public { get; } = new(true, Right.SignedIn, false);

    /// <summary>Who comes to the door and what opens; pure, so that every case is in a table of tests.</summary>
    /// <param name="viewer">The person, or nobody.</param>
    /// <param name="confirmed">Whether they proved who they are just now.</param>
    /// <param name="glassBroken">Whether they have broken the glass: then nothing is approved and nothing taken out.</param>
    public Opening For(Viewer viewer, bool confirmed, bool glassBroken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return IsPublic ? Opening.Open
            : !viewer.IsSignedIn ? Opening.SignInFirst
            : !viewer.May(Needs) ? Opening.NothingHere
            : glassBroken && Needs is (Right.DecideSubmission or Right.AssignPurpose) ? Opening.NothingHere
            : Confirmed && !confirmed ? Opening.ConfirmFirst
            : Opening.Open;
    }
}

/// <summary>What happens at a door.</summary>
public enum Opening
{
    Open,

    /// <summary>To the sign-in page, and back here afterwards.</summary>
    SignInFirst,

    /// <summary>To the page that asks once more who they are, and back here afterwards.</summary>
    ConfirmFirst,

    /// <summary>The answer for what does not exist: whoever may not enter does not learn that there is a room.</summary>
    NothingHere,
}
