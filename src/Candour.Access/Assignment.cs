namespace Candour.Access;

/// <summary>
/// A role that a person held for a time, in an agency, over a node of a hierarchy. Assignments are ended and never
/// deleted, so that what somebody signed can be read long after the posting.
/// </summary>
/// <param name="Role">What the person may do.</param>
/// <param name="Agency">Whose data; empty for those of every agency.</param>
/// <param name="Hierarchy">The hierarchy of the node; empty when the whole agency is meant.</param>
/// <param name="Area">The node: unit, former area, area, force or nation; empty when the whole agency is meant.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it no longer holds; <see cref="DateOnly.MaxValue"/> while open.</param>
public sealed record Assignment(Role Role, string Agency, string Hierarchy, string Area, DateOnly From, DateOnly Until)
{
    public bool HoldsOn(DateOnly day) => From <= day && day < Until;

    /// <summary>Everything the agency has.</summary>
    public bool IsWholeAgency => Hierarchy.Length == 0;
}
