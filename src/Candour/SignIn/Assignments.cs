using Candour.Access;
using Candour.Store;

namespace Candour.SignIn;

/// <summary>Assignments as they are kept, and as they are decided upon.</summary>
public static class Assignments
{
    public static Assignment Of(AssignmentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Assignment(
            Enum.TryParse<Role>(record.Role, out var role) ? role : Role.Anonymous,
            record.Agency, record.Hierarchy, record.Area, record.From, record.Until);
    }

    /// <summary>Where the assignments lie, for the trail: <c>synthetic-policing:f01</c>, or <c>*</c> for a whole agency.</summary>
    public static string ScopeOf(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return string.Join(' ', viewer.Assignments
            .Select(assignment => $"{assignment.Role}@{(assignment.Agency.Length > 0 ? assignment.Agency : "*")}/"
                + (assignment.IsWholeAgency ? "*" : $"{assignment.Hierarchy}:{assignment.Area}"))
            .Distinct().Order(StringComparer.Ordinal));
    }
}
