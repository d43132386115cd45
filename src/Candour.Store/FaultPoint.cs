namespace Candour.Store;

/// <summary>
/// A moment in the writing of something that must be whole or absent, at which a proof lets the process die. Every moment after
/// which the disk or the database holds something new is one; a test compares this list with the places that name them.
/// </summary>
public enum FaultPoint
{
    /// <summary>The rows of a submission are in a file with another name, not flushed yet.</summary>
    RowsWritten,

    /// <summary>The same, flushed to the disk.</summary>
    RowsFlushed,

    /// <summary>A finished file has its own name; its folder is not flushed yet.</summary>
    FileNamed,

    /// <summary>A finished file has its own name on the disk.</summary>
    FileInPlace,

    /// <summary>An act on the store has begun, alone.</summary>
    ActBegun,

    /// <summary>A submission's manifest stands in the transaction, its findings do not.</summary>
    ManifestWritten,

    /// <summary>Everything that a submission changes stands in the transaction, its audit entry does not.</summary>
    SubmissionWritten,

    /// <summary>The audit entry stands in the transaction, which is not committed.</summary>
    EntryWritten,

    /// <summary>The act is committed; nobody has been told.</summary>
    ActCommitted,

    /// <summary>All cells of a snapshot are written, in a folder with another name.</summary>
    CellsWritten,

    /// <summary>The cells have their own name; the snapshot is not current yet.</summary>
    CellsNamed,
}
