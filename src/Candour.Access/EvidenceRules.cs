using Candour.Definitions;

namespace Candour.Access;

/// <summary>Who may open a document that is cited.</summary>
public enum EvidenceClass
{
    /// <summary>Everybody who reads figures.</summary>
    Public,

    /// <summary>Whoever reads figures where its owner lies.</summary>
    Internal,

    /// <summary>Whoever may open case rows where its owner lies, and holds an open purpose for that place; with a reason each time.</summary>
    Restricted,
}

/// <summary>Whose a document is.</summary>
/// <param name="Agency">The agency; empty for every agency's.</param>
/// <param name="Hierarchy">Of the area; empty for the whole agency.</param>
/// <param name="Area">The area; empty for the whole agency.</param>
public sealed record EvidenceOwner(string Agency, string Hierarchy, string Area)
{
    /// <summary>The whole of the agency, not one of its areas.</summary>
    public bool IsWhole => Hierarchy.Length == 0;
}

/// <summary>What happens when somebody wants to open a version of a document.</summary>
public enum EvidenceOpening
{
    /// <summary>It is not theirs to open.</summary>
    No,

    /// <summary>It opens; that it was opened is in the trail.</summary>
    Yes,

    /// <summary>It opens when they say why.</summary>
    WithReason,
}

/// <summary>
/// Who may put, open and erase documents. A place is covered as rows are: every area of the lowest level under the owner lies
/// under a node of the assignment, in the same hierarchy. Pure.
/// </summary>
public static class EvidenceRules
{
    /// <summary>Whether an assignment of the viewer gives the right over the owner's place.</summary>
    public static bool Covers(Viewer viewer, Right right, EvidenceOwner owner, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(catalogue);
        return viewer.Assignments.Any(assignment => RoleTable.May(assignment.Role, right)
            && (assignment.Agency.Length == 0 || owner.Agency.Length == 0 || assignment.Agency == owner.Agency)
            && (assignment.IsWholeAgency || IsUnder(owner, assignment.Hierarchy, assignment.Area, catalogue)));
    }

    /// <summary>What happens when the viewer wants the original, or the redacted version, which opens one class wider.</summary>
    /// <param name="viewer">Whoever wants it.</param>
    /// <param name="kind">The class of the document.</param>
    /// <param name="isRedacted">The redacted version is wanted.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="purposes">The viewer's own purposes.</param>
    /// <param name="now">The time.</param>
    /// <param name="catalogue">The hierarchies.</param>
    public static EvidenceOpening For(
        Viewer viewer, EvidenceClass kind, bool isRedacted, EvidenceOwner owner, IEnumerable<Purpose> purposes, DateTimeOffset now, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(purposes);
        return (kind, isRedacted) switch
        {
            (EvidenceClass.Public, _) or (EvidenceClass.Internal, true) => viewer.May(Right.ReadFigures) ? EvidenceOpening.Yes : EvidenceOpening.No,
            (EvidenceClass.Internal, false) or (EvidenceClass.Restricted, true) =>
                Covers(viewer, Right.ReadFigures, owner, catalogue) ? EvidenceOpening.Yes : EvidenceOpening.No,
            (EvidenceClass.Restricted, false) =>
                Covers(viewer, Right.OpenCaseRows, owner, catalogue) && purposes.Any(purpose => purpose.Person == viewer.Person
                    && purpose.IsOpen(now) && IsUnder(owner, purpose.Hierarchy, purpose.Area, catalogue))
                    ? EvidenceOpening.WithReason : EvidenceOpening.No,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static bool IsUnder(EvidenceOwner owner, string hierarchy, string area, Catalogue catalogue) =>
        !owner.IsWhole && owner.Hierarchy == hierarchy && catalogue.Hierarchies.TryGetValue(hierarchy, out var areas)
        && areas.Areas.Any(one => one.Id == area) && areas.Areas.Any(one => one.Id == owner.Area)
        && (owner.Area == area || (areas.LowestUnder(owner.Area) is { Count: > 0 } lowest && lowest.All(areas.LowestUnder(area).Contains)));
}
