namespace Candour.Access;

/// <summary>One kind of thing a person may do. Every door of the program asks for exactly one.</summary>
public enum Right
{
    /// <summary>Open the pages that everybody who has signed in may open: own account, own notices.</summary>
    SignedIn,

    /// <summary>See figures of the areas of one's scope.</summary>
    ReadFigures,

    /// <summary>Walk a figure back to rows: published and invented ones as such, case rows only under a purpose.</summary>
    ReadRows,

    /// <summary>See what was submitted and what was found in it.</summary>
    ReadSubmissions,

    /// <summary>Submit a file by the browser.</summary>
    Submit,

    /// <summary>Approve or refuse a submission that somebody else made.</summary>
    DecideSubmission,

    /// <summary>Give somebody a purpose for which case rows may be opened.</summary>
    AssignPurpose,

    /// <summary>Open case rows under a purpose that was assigned.</summary>
    OpenCaseRows,

    /// <summary>Open case rows without an assigned purpose, against the clock, with a second person told.</summary>
    BreakGlass,

    /// <summary>Read the audit trail.</summary>
    ReadAudit,

    /// <summary>Invite people, give and end their assignments, end their sessions.</summary>
    ManagePeople,

    /// <summary>Propose what the public reads of organisations that support people, and decide on what somebody else proposed.</summary>
    EditPublicPages,

    /// <summary>Put documents that are cited into the evidence, with redacted versions of them.</summary>
    KeepEvidence,

    /// <summary>Log requests for figures and answer them, and save questions.</summary>
    AnswerRequests,
}
