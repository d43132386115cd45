using static Candour.Access.Right;

namespace Candour.Access;

/// <summary>
/// What each role may do: the one table, and default deny. It is printed in <c>docs/operate/roles.md</c>, which a test
/// compares with it, so that a change here is a change somebody reviewed.
/// </summary>
public static class RoleTable
{
    private static readonly Dictionary<Role, IReadOnlySet<Right>> Table = new()
    {
        [Role.Anonymous] = Nothing(),
        [Role.SurveyRespondent] = Nothing(),
        [Role.UnitAnalyst] = Only(SignedIn, ReadFigures, ReadRows, ReadSubmissions, Submit, OpenCaseRows, KeepEvidence, AnswerRequests),
        [Role.UnitHead] = Only(
            SignedIn, ReadFigures, ReadRows, ReadSubmissions, DecideSubmission, AssignPurpose, OpenCaseRows, BreakGlass, KeepEvidence, AnswerRequests),
        [Role.AreaPerformanceManager] = Only(
            SignedIn, ReadFigures, ReadRows, ReadSubmissions, Submit, DecideSubmission, OpenCaseRows, KeepEvidence, AnswerRequests),
        [Role.AreaLead] = Only(
            SignedIn, ReadFigures, ReadRows, ReadSubmissions, DecideSubmission, AssignPurpose, OpenCaseRows, BreakGlass, KeepEvidence, AnswerRequests),
        [Role.ForceAnalyst] = Only(SignedIn, ReadFigures, ReadRows, ReadSubmissions, Submit, OpenCaseRows, KeepEvidence, AnswerRequests),
        [Role.HeadquartersAnalyst] = Only(SignedIn, ReadFigures, ReadRows, ReadSubmissions, KeepEvidence, AnswerRequests),
        [Role.HeadquartersPublisher] = Only(SignedIn, ReadFigures, ReadSubmissions, EditPublicPages, AnswerRequests),
        [Role.Inspector] = Only(SignedIn, ReadFigures, ReadRows, ReadSubmissions, OpenCaseRows),
        [Role.PanelMember] = Only(SignedIn),
        [Role.DataSteward] = Only(SignedIn, ReadFigures, ReadSubmissions, Submit, DecideSubmission, KeepEvidence),
        [Role.SecurityAuditor] = Only(SignedIn, ReadAudit),
        [Role.Administrator] = Only(SignedIn, ManagePeople, EditPublicPages),
    };

    /// <summary>The roles that an assignment can give, in the order of the table.</summary>
    public static IReadOnlyList<Role> Assignable { get; } =
        [.. Table.Keys.Where(role => role is not (Role.Anonymous or Role.SurveyRespondent))];

    /// <summary>Whether the role may do it at all, in some area.</summary>
    public static bool May(Role role, Right right) => Table[role].Contains(right);

    private static HashSet<Right> Nothing() => [];

    private static HashSet<Right> Only(params HashSet<Right> rights) => rights;
}
