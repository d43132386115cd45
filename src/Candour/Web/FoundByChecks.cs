using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Readings.Recording;
using Candour.Store;

namespace Candour.Web;

/// <summary>What the checks found in the submissions in force of one dataset.</summary>
/// <param name="Submissions">In the order of their periods: how many errors and warnings; one row may have several.</param>
/// <param name="Findings">Of all submissions together, by code and column, the most rows first.</param>
/// <param name="OverTime">The same from one span of submissions to the next.</param>
public sealed record FoundByChecks(
    IReadOnlyList<(SubmissionRecord Submission, long Errors, long Warnings)> Submissions,
    IReadOnlyList<(string Code, string Title, Severity Severity, long Rows)> Findings, FindingsOverTime OverTime)
{
    public static FoundByChecks Of(ReadingRoom room, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        var findings = room.Snapshot.SubmissionsOf(dataset.Id).Select(one => (Submission: one, Findings: room.Snapshot.FindingsOf(one))).ToList();
        return new FoundByChecks(
            [.. findings.Select(one => (one.Submission, Rows(one.Findings, Severity.Error), Rows(one.Findings, Severity.Warning)))],
            [
                .. findings.SelectMany(one => one.Findings).GroupBy(one => (one.Code, one.Column, one.Severity))
                    .Select(same => (same.Key.Code, TitleOf(room, (same.Key.Code, same.Key.Column)), same.Key.Severity, same.Sum(one => one.Rows)))
                    .OrderByDescending(one => one.Item4).ThenBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Item2, StringComparer.Ordinal),
            ],
            FindingsOverTime.Of(findings.Select(one => new CheckedSubmission(
                Period.Between(one.Submission.Periods[0], one.Submission.Periods[^1]), one.Submission.Rows + one.Submission.NotAccepted, one.Findings))));
    }

    /// <summary>How people read the code of a finding, with the column in which it was found where there is one.</summary>
    public static string TitleOf(ReadingRoom room, (string Code, string Column) found)
    {
        ArgumentNullException.ThrowIfNull(room);
        var title = room.Catalogue.Checks.TryGetValue(found.Code, out var check) ? check.Title : found.Code;
        return found.Column.Length == 0 ? title : $"{title} ({found.Column})";
    }

    private static long Rows(IEnumerable<Finding> findings, Severity severity) =>
        findings.Where(finding => finding.Severity == severity).Sum(finding => finding.Rows);
}
