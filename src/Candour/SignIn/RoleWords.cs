using Candour.Access;

namespace Candour.SignIn;

/// <summary>Roles and rights as people read them.</summary>
public static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Anonymous => "anonymous",
        Role.SurveyRespondent => "survey respondent",
        Role.UnitAnalyst => "unit analyst",
        Role.UnitHead => "unit head",
        Role.AreaPerformanceManager => "area performance manager",
        Role.AreaLead => "area lead",
        Role.ForceAnalyst => "force analyst",
        Role.HeadquartersAnalyst => "headquarters analyst",
        Role.HeadquartersPublisher => "headquarters publisher",
        Role.Inspector => "inspector",
        Role.PanelMember => "panel member",
        Role.DataSteward => "data steward",
        Role.SecurityAuditor => "security auditor",
        Role.Administrator => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Of(Right right) => right switch
    {
        Right.SignedIn => "sign in",
        Right.ReadFigures => "read figures",
        Right.ReadRows => "read source rows",
        Right.ReadSubmissions => "read submissions and findings",
        Right.Submit => "submit a file",
        Right.DecideSubmission => "decide on a submission",
        Right.AssignPurpose => "assign a purpose",
        Right.OpenCaseRows => "open case rows under a purpose",
        Right.BreakGlass => "break the glass",
        Right.ReadAudit => "read the audit trail",
        Right.ManagePeople => "manage people",
        Right.EditPublicPages => "edit what the public reads",
        Right.KeepEvidence => "keep evidence",
        Right.AnswerRequests => "answer requests",
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };

    /// <summary>The role and where it holds.</summary>
    public static string Of(Assignment assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        var agency = assignment.Agency.Length > 0 ? assignment.Agency : "every agency";
        return assignment.IsWholeAgency
            ? $"{Of(assignment.Role)} ({agency})"
            : $"{Of(assignment.Role)} ({assignment.Area} of {assignment.Hierarchy}, {agency})";
    }
}
