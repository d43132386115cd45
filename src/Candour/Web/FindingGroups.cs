using Candour.Kernel;

namespace Candour.Web;

/// <summary>Findings by their cause.</summary>
public static class FindingGroups
{
    /// <summary>Those of one code together, errors first.</summary>
    public static IReadOnlyList<IGrouping<(string Code, Severity Severity), Finding>> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.GroupBy(finding => (finding.Code, finding.Severity))
            .OrderByDescending(group => group.Key.Severity).ThenBy(group => group.Key.Code, StringComparer.Ordinal),
    ];
}
