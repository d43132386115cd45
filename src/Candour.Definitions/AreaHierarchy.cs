using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>Where an area lay for a time.</summary>
/// <param name="Parent">The area above.</param>
/// <param name="From">The first day of it.</param>
/// <param name="Until">The first day on which it no longer did.</param>
public sealed record Placing(string Parent, DateOnly From, DateOnly Until)
{
    public bool HoldsOn(DateOnly day) => From <= day && day < Until;
}

/// <summary>One area through time: a nation, an area, a force, a unit.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Level">One of the hierarchy's levels.</param>
/// <param name="Placings">Where it lay, and when; several at once where it serves several areas. Empty at the top.</param>
/// <param name="From">The first day on which it existed.</param>
/// <param name="Until">The first day on which it no longer did.</param>
/// <param name="MergedInto">The area it became part of; empty for none.</param>
/// <param name="Synonyms">Other spellings that source systems use.</param>
public sealed record AreaHistory(
    string Id,
    string Title,
    string Level,
    IReadOnlyList<Placing> Placings,
    DateOnly From,
    DateOnly Until,
    string MergedInto,
    IReadOnlyList<string> Synonyms);

/// <summary>One area as on a given day.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Level">One of the hierarchy's levels.</param>
/// <param name="Parents">The areas above: one as a rule, several where it serves several, none at the top.</param>
/// <param name="Synonyms">Other spellings that source systems use.</param>
public sealed record Area(
    string Id, string Title, string Level, IReadOnlyList<string> Parents, IReadOnlyList<string> Synonyms)
{
    /// <summary>The first area above; empty at the top.</summary>
    public string Parent => Parents.Count > 0 ? Parents[0] : "";
}

/// <summary>
/// Areas under areas, as on a given day. Rows carry areas of the lowest level; every other area is the sum of those
/// below it. An area of the lowest level that has ended stays, under the area it became part of, so that no old row is
/// without a place.
/// </summary>
public sealed class AreaHierarchy
{
    private readonly Dictionary<string, Area> byId;
    private readonly Dictionary<string, Area> bySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Area> byCell = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<string>> lowestUnder = new(StringComparer.Ordinal);

    public AreaHierarchy(
        string id,
        string title,
        DateOnly at,
        string source,
        bool verified,
        IReadOnlyList<string> levels,
        IReadOnlyList<AreaHistory> histories)
    {
        (Id, Title, At, Source, IsVerified, Levels, Histories) = (id, title, at, source, verified, levels, histories);
        Areas = [.. histories.Where(Stays).Select(OnTheDay)];
        byId = Areas.ToDictionary(area => area.Id, StringComparer.Ordinal);
        foreach (var area in Areas)
        {
            lowestUnder[area.Id] = [];
            foreach (var spelling in area.Synonyms.Prepend(area.Title).Prepend(area.Id))
            {
                bySpelling.TryAdd(Letters(spelling), area);
                byCell.TryAdd(spelling, area);
            }
        }

        foreach (var area in Areas)
        {
            lowestUnder[area.Id] = [.. Areas.Where(low => low.Level == LowestLevel && Under(low, area.Id)).Select(low => low.Id)];
        }
    }

    public string Id { get; }

    public string Title { get; }

    /// <summary>The day on which the hierarchy is taken; part of every permanent reference.</summary>
    public DateOnly At { get; }

    public string Source { get; }

    /// <summary>False while nobody has checked it against its publisher.</summary>
    public bool IsVerified { get; }

    /// <summary>From the top down.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Every area through time.</summary>
    public IReadOnlyList<AreaHistory> Histories { get; }

    /// <summary>The areas as on the day.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>The level that rows carry.</summary>
    public string LowestLevel => Levels[^1];

    public Area Top => Areas.First(area => area.Parents.Count == 0);

    /// <summary>Some area lies under several areas of one level, so the areas of that level add up to more than the whole.</summary>
    public bool IsOverlapping => Areas.Any(area => area.Parents.Count > 1);

    /// <summary>The same areas as on another day.</summary>
    public AreaHierarchy On(DateOnly day) => new(Id, Title, day, Source, IsVerified, Levels, Histories);

    /// <summary>The areas of the lowest level, in name order: the order of every comparison.</summary>
    public IEnumerable<Area> Lowest =>
        Areas.Where(area => area.Level == LowestLevel).OrderBy(area => area.Title, StringComparer.Ordinal);

    /// <summary>By code, name or synonym, whatever the case, the punctuation and the blanks.</summary>
    public bool TryFind(string spelling, out Area area) => bySpelling.TryGetValue(Letters(spelling), out area!);

    /// <summary>As a source system writes it: code, name or synonym to the letter, but for case and outer blanks.</summary>
    public bool TryRead(string cell, out Area area) => byCell.TryGetValue(cell.Trim(), out area!);

    public Area this[string id] => byId[id];

    /// <summary>The areas of the lowest level at or under an area, each once.</summary>
    public IReadOnlyList<string> LowestUnder(string id) => lowestUnder[id];

    /// <summary>The areas directly under an area, in name order.</summary>
    public IReadOnlyList<Area> Children(string id) =>
        [.. Areas.Where(area => area.Parents.Contains(id)).OrderBy(area => area.Title, StringComparer.Ordinal)];

    /// <summary>"GreaterManchester" and "Greater Manchester" are one place.</summary>
    internal static string Letters(string spelling) => Slug.Of(spelling).Replace("-", "", StringComparison.Ordinal);

    private bool Stays(AreaHistory area) => area.Level == LowestLevel || (area.From <= At && At < area.Until);

    private Area OnTheDay(AreaHistory area) => new(area.Id, area.Title, area.Level, ParentsOf(area), area.Synonyms);

    /// <summary>Where it lies on the day; once it has ended, where its successor does; before it began, where it first lay.</summary>
    private IReadOnlyList<string> ParentsOf(AreaHistory area)
    {
        var here = area.Placings.Where(placing => placing.HoldsOn(At)).Select(placing => placing.Parent).ToList();
        if (here.Count > 0 || area.Placings.Count == 0)
        {
            return here;
        }

        var successor = Histories.FirstOrDefault(other => other.Id == area.MergedInto);
        return successor is not null && successor.Id != area.Id && At >= area.Until
            ? ParentsOf(successor)
            : [At < area.Placings[0].From ? area.Placings[0].Parent : area.Placings[^1].Parent];
    }

    private bool Under(Area area, string ancestor) =>
        area.Id == ancestor || area.Parents.Any(parent => byId.TryGetValue(parent, out var above) && Under(above, ancestor));
}
