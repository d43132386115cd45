using Candour.Kernel;

namespace Candour.Access;

/// <summary>Who may give which role to whom.</summary>
public static class AssignmentRules
{
    /// <summary>
    /// Nobody gives a role to themselves, and whoever rules over accounts or reads the trail holds no role that sees
    /// figures or cases: who guards the doors does not go through them.
    /// </summary>
    public static Result<Role> MayGive(string giver, string person, Role role, IReadOnlyList<Role> held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return !RoleTable.Assignable.Contains(role) ? new RoleCannotBeGiven()
            : giver == person ? new RoleForOneself()
            : held.Any(other => Guards(other) != Guards(role)) ? new GuardsSeeNothing()
            : role;
    }

    private static bool Guards(Role role) => role is Role.Administrator or Role.SecurityAuditor;
}

/// <summary>No person holds it.</summary>
public sealed record RoleCannotBeGiven() : Refusal("That is not a role a person can be given: choose one from the list.");

/// <summary>Nobody raises themselves.</summary>
public sealed record RoleForOneself() : Refusal("Nobody gives a role to themselves: ask another administrator.");

/// <summary>The two kinds of role are kept apart.</summary>
public sealed record GuardsSeeNothing() : Refusal(
    "An administrator or security auditor holds no role that sees figures or cases, and the other way round: end the other assignment first, or choose another person.");
