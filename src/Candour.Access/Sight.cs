using Candour.Definitions;

namespace Candour.Access;

/// <summary>Whose data a dataset holds, and whether the public has them already.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Agency">The agency whose submissions fill it.</param>
/// <param name="IsPublic">Its owner has published it: everybody who may see figures may see it whole.</param>
public sealed record Holding(Dataset Dataset, string Agency, bool IsPublic);

/// <summary>
/// What one viewer may see of the data: the one predicate, asked for every figure and every row. A row is visible when its
/// area of the lowest level lies under a granted node of one of the dataset's hierarchies; a figure when all its areas are.
/// </summary>
public abstract record Sight
{
    private Sight()
    {
    }

    /// <summary>All of it: whoever works at the server's own console.</summary>
    public static Sight Everything { get; } = new Whole();

    /// <summary>What the viewer's assignments give for a right.</summary>
    public static Sight Of(Viewer viewer, Right right, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new Granted(
            [.. viewer.Assignments.Where(assignment => RoleTable.May(assignment.Role, right))], catalogue);
    }

    /// <summary>Whether rows of these areas of the lowest level are visible, all of them.</summary>
    public abstract bool Sees(Holding holding, IReadOnlyCollection<string> areas);

    /// <summary>Nothing of the holding is out of sight.</summary>
    public abstract bool SeesWhole(Holding holding);

    /// <summary>Anything of the holding is in sight.</summary>
    public abstract bool SeesAny(Holding holding);

    private sealed record Whole : Sight
    {
        public override bool Sees(Holding holding, IReadOnlyCollection<string> areas) => true;

        public override bool SeesWhole(Holding holding) => true;

        public override bool SeesAny(Holding holding) => true;
    }

    private sealed record Granted(IReadOnlyList<Assignment> Assignments, Catalogue Catalogue) : Sight
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Dataset, string Agency), IReadOnlySet<string>> visible = [];

        public override bool Sees(Holding holding, IReadOnlyCollection<string> areas)
        {
            ArgumentNullException.ThrowIfNull(holding);
            ArgumentNullException.ThrowIfNull(areas);
            return areas.Count > 0 && SeesAny(holding) && (holding.IsPublic || areas.All(Visible(holding).Contains));
        }

        public override bool SeesWhole(Holding holding)
        {
            ArgumentNullException.ThrowIfNull(holding);
            var hierarchy = Catalogue.Hierarchies[holding.Dataset.Hierarchy];
            return Sees(holding, hierarchy.LowestUnder(hierarchy.Top.Id));
        }

        public override bool SeesAny(Holding holding)
        {
            ArgumentNullException.ThrowIfNull(holding);
            return holding.IsPublic ? Assignments.Count > 0 : Visible(holding).Count > 0;
        }

        private IReadOnlySet<string> Visible(Holding holding) => visible.GetOrAdd(
            (holding.Dataset.Id, holding.Agency),
            _ => Assignments
                .Where(assignment => assignment.Agency.Length == 0 || assignment.Agency == holding.Agency)
                .SelectMany(assignment => Under(holding.Dataset, assignment))
                .ToHashSet(StringComparer.Ordinal));

        private IReadOnlyList<string> Under(Dataset dataset, Assignment assignment)
        {
            var name = assignment.IsWholeAgency ? dataset.Hierarchy : assignment.Hierarchy;
            if (!dataset.Hierarchies.Contains(name) || !Catalogue.Hierarchies.TryGetValue(name, out var hierarchy))
            {
                return [];
            }

            var node = assignment.IsWholeAgency ? hierarchy.Top.Id : assignment.Area;
            return hierarchy.Areas.Any(area => area.Id == node) ? hierarchy.LowestUnder(node) : [];
        }
    }
}
