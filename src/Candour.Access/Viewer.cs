namespace Candour.Access;

/// <summary>Whoever looks: a person with the assignments that hold today, or nobody.</summary>
/// <param name="Person">Id of the person; empty for nobody.</param>
/// <param name="Name">As colleagues know them.</param>
/// <param name="Assignments">Those that hold today.</param>
public sealed record Viewer(string Person, string Name, IReadOnlyList<Assignment> Assignments)
{
    public static Viewer Nobody { get; } = new("", "", []);

    public bool IsSignedIn => Person.Length > 0;

    /// <summary>Whether any assignment gives the right; where it does is asked of <see cref="Sight"/>.</summary>
    public bool May(Right right) => right == Right.SignedIn
        ? IsSignedIn
        : Assignments.Any(assignment => RoleTable.May(assignment.Role, right));

    /// <summary>The person as on a day.</summary>
    public static Viewer On(DateOnly day, string person, string name, IEnumerable<Assignment> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return new Viewer(person, name, [.. all.Where(assignment => assignment.HoldsOn(day))]);
    }
}
