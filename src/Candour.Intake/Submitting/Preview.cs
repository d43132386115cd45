using Candour.Store;

namespace Candour.Intake.Submitting;

/// <summary>What a submission would do; nothing has been done.</summary>
/// <param name="Record">The submission that the file would be.</param>
/// <param name="IsThere">True when the very same rows are in force, so that nothing would change.</param>
/// <param name="Replaces">The submissions in force whose place it would take.</param>
/// <param name="Changes">Row by row against those, a period each.</param>
public sealed record Preview(
    SubmissionRecord Record, bool IsThere, IReadOnlyList<SubmissionRecord> Replaces, IReadOnlyList<PeriodChange> Changes);
