using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>One area of a hierarchy: a nation, an area, a force.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Level">One of the hierarchy's levels.</param>
/// <param name="Parent">The area above; empty at the top.</param>
/// <param name="Synonyms">Other spellings that source systems use.</param>
public sealed record Area(string Id, string Title, string Level, string Parent, IReadOnlyList<string> Synonyms);

/// <summary>
/// Areas under areas, as on a given day. Rows carry areas of the lowest level; every other area is the sum of those
/// below it.
/// </summary>
public sealed class AreaHierarchy
{
    private readonly Dictionary<string, Area> byId;
    private readonly Dictionary<string, Area> bySpelling = new(StringComparer.Ordinal);

    public AreaHierarchy(
        string id, string title, DateOnly at, string source, IReadOnlyList<string> levels, IReadOnlyList<Area> areas)
    {
        (Id, Title, At, Source, Levels, Areas) = (id, title, at, source, levels, areas);
        byId = areas.ToDictionary(area => area.Id, StringComparer.Ordinal);
        foreach (var area in areas)
        {
            foreach (var spelling in area.Synonyms.Prepend(area.Title).Prepend(area.Id))
            {
                bySpelling.TryAdd(Letters(spelling), area);
            }
        }
    }

    public string Id { get; }

    public string Title { get; }

    /// <summary>The day on which the hierarchy is taken; part of every permanent reference.</summary>
    public DateOnly At { get; }

    public string Source { get; }

    /// <summary>From the top down.</summary>
    public IReadOnlyList<string> Levels { get; }

    public IReadOnlyList<Area> Areas { get; }

    /// <summary>The level that rows carry.</summary>
    public string LowestLevel => Levels[^1];

    public Area Top => Areas.First(area => area.Parent.Length == 0);

    /// <summary>The areas of the lowest level, in name order: the order of every comparison.</summary>
    public IEnumerable<Area> Lowest =>
        Areas.Where(area => area.Level == LowestLevel).OrderBy(area => area.Title, StringComparer.Ordinal);

    /// <summary>By code, name or synonym, whatever the case, the punctuation and the blanks.</summary>
    public bool TryFind(string spelling, out Area area) => bySpelling.TryGetValue(Letters(spelling), out area!);

    public Area this[string id] => byId[id];

    /// <summary>The areas of the lowest level at or under an area.</summary>
    public IReadOnlyList<string> LowestUnder(string id) =>
        [.. Areas.Where(area => area.Level == LowestLevel && Under(area, id)).Select(area => area.Id)];

    /// <summary>The areas directly under an area, in name order.</summary>
    public IReadOnlyList<Area> Children(string id) =>
        [.. Areas.Where(area => area.Parent == id).OrderBy(area => area.Title, StringComparer.Ordinal)];

    /// <summary>"GreaterManchester" and "Greater Manchester" are one place.</summary>
    private static string Letters(string spelling) => Slug.Of(spelling).Replace("-", "", StringComparison.Ordinal);

    private bool Under(Area area, string ancestor)
    {
        for (var at = area; ; at = byId[at.Parent])
        {
            if (at.Id == ancestor)
            {
                return true;
            }

            if (at.Parent.Length == 0)
            {
                return false;
            }
        }
    }
}
