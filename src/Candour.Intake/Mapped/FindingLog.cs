using Candour.Kernel;

namespace Candour.Intake.Mapped;

/// <summary>Everything found in a file: each finding counted, the first ten thousand of a file listed.</summary>
internal sealed class FindingLog
{
    /// <summary>So many findings are listed; a file with more errors than this is not a file with some bad rows.</summary>
    public const int MostListed = 10_000;

    private readonly List<Finding> listed = [];
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>How many errors there are.</summary>
    public long Errors { get; private set; }

    /// <summary>How many findings of each code there are.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>The first of them, in the order of the file; what is about the whole file comes last.</summary>
    public IReadOnlyList<Finding> InOrder => [.. listed.OrderBy(finding => finding.Line == 0 ? long.MaxValue : finding.Line)];

    public void Add(Finding finding)
    {
        Errors += finding.Severity == Severity.Error ? 1 : 0;
        counts[finding.Code] = counts.GetValueOrDefault(finding.Code) + 1;

        // The first of each code is always there to be looked at.
        if (listed.Count < MostListed || counts[finding.Code] == 1)
        {
            listed.Add(finding);
        }
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
        }
    }

    /// <summary>Whether the last one listed has this line and code.</summary>
    public bool JustSaid(long line, string code) => listed.Count > 0 && listed[^1].Line == line && listed[^1].Code == code;
}
