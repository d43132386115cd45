using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Recording;

/// <summary>What the checks found in one submission.</summary>
/// <param name="Period">From its first period to the end of its last.</param>
/// <param name="Rows">Rows that were sent, taken or not.</param>
/// <param name="Findings">All that was found.</param>
public sealed record CheckedSubmission(Period Period, long Rows, IReadOnlyList<Finding> Findings);

/// <summary>
/// The share of rows of which each check says something, from one span of submissions to the next: codes that are not valid,
/// rows that are there twice and all else, each by itself, so that one that was mended is not hidden by another that came. A check
/// that looks at several columns has a line for each: one row may be found in all of them.
/// </summary>
/// <param name="Spans">In time order, the submissions of one span together.</param>
/// <param name="Checks">The codes and columns found anywhere, the most rows first; the column is empty where a whole row is found.</param>
public sealed record FindingsOverTime(IReadOnlyList<CheckedSubmission> Spans, IReadOnlyList<(string Code, string Column)> Checks)
{
    public static FindingsOverTime Of(IEnumerable<CheckedSubmission> submissions)
    {
        ArgumentNullException.ThrowIfNull(submissions);
        CheckedSubmission[] spans =
        [
            .. submissions.GroupBy(one => one.Period).OrderBy(same => same.Key)
                .Select(same => new CheckedSubmission(same.Key, same.Sum(one => one.Rows), [.. same.SelectMany(one => one.Findings)])),
        ];
        return new FindingsOverTime(
            spans,
            [
                .. spans.SelectMany(span => span.Findings).GroupBy(finding => (finding.Code, finding.Column))
                    .OrderByDescending(same => same.Sum(finding => finding.Rows)).ThenBy(same => same.Key.Code, StringComparer.Ordinal)
                    .ThenBy(same => same.Key.Column, StringComparer.Ordinal).Select(same => same.Key),
            ]);
    }

    /// <summary>One span says nothing about time, and nothing found is no line.</summary>
    public bool IsSeries => Spans.Count > 1 && Checks.Count > 0;

    /// <summary>The rows of a span of which a check says something, of all its rows.</summary>
    public static ShareCount ShareOf(CheckedSubmission span, (string Code, string Column) check)
    {
        ArgumentNullException.ThrowIfNull(span);
        return new ShareCount(span.Findings.Where(finding => (finding.Code, finding.Column) == check).Sum(finding => finding.Rows), span.Rows);
    }

    /// <summary>A small line for each check and column.</summary>
    public Chart Draw(string id, string subtitle, Func<(string Code, string Column), string> title) => new SmallMultiples(
        id, "What the checks found, submission by submission", subtitle, FigureKind.Share, "Share of rows (%)", "Check",
        [.. Spans.Select(span => span.Period.InWords())],
        [.. Checks.Select(check => new SmallSeries(title(check), [.. Spans.Select(span => EstimateFigure.Share(ShareOf(span, check)))]))]).Draw();
}
