using System.CommandLine;

namespace Candour.CommandLine.Auditing;

/// <summary><c>candour audit</c>: the trail of who did what, and the proof that nobody changed it.</summary>
internal static class AuditVerb
{
    public static Command Create() => new("audit", "List the audit trail, verify it, and sign how far it has come.")
    {
        ListVerb.Create(),
        VerifyVerb.Create(),
        HeadVerb.Create(),
        RotateKeyVerb.Create(),
    };
}
