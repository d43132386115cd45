using Candour.Databank.Columns;
using Candour.Definitions;

namespace Candour.Databank.Native;

/// <summary>
/// An area of any level and hierarchy, as the areas of the lowest level under it. Areas of two hierarchies that have the
/// same areas under them are one node.
/// </summary>
/// <param name="Name">The first area that is this node.</param>
/// <param name="Areas">The numbers of the lowest areas under it, in order, each once.</param>
public sealed record AreaNode(string Name, IReadOnlyList<int> Areas)
{
    /// <summary>One node for each lowest area with rows, in the order of their numbers, and then the roll-ups.</summary>
    public static IReadOnlyList<AreaNode> Of(IEnumerable<AreaHierarchy> hierarchies, EncodedColumns columns)
    {
        ArgumentNullException.ThrowIfNull(hierarchies);
        ArgumentNullException.ThrowIfNull(columns);
        var numbers = columns.Areas.Select((area, number) => (area, number)).ToDictionary(pair => pair.area, pair => pair.number);
        var lowest = columns.Areas.Select((area, number) => new AreaNode(area, [number]))
            .Where(node => columns.Starts[node.Areas[0] + 1] > columns.Starts[node.Areas[0]]).ToList();
        var present = lowest.Select(node => node.Areas[0]).ToHashSet();
        var rollUps = hierarchies.SelectMany(hierarchy => hierarchy.Areas
                .Where(area => area.Level != hierarchy.LowestLevel)
                .Select(area => new AreaNode(area.Id,
                [
                    .. hierarchy.LowestUnder(area.Id).Where(numbers.ContainsKey).Select(id => numbers[id]).Where(present.Contains).Order(),
                ])))
            .Where(node => node.Areas.Count > 0)
            .DistinctBy(node => string.Join(',', node.Areas));
        return [.. lowest, .. rollUps];
    }
}
