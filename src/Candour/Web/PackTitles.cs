using Candour.Readings.Figures;
using Candour.Store.Packs;

namespace Candour.Web;

/// <summary>What a pack that was sent is about, in the words of today.</summary>
public static class PackTitles
{
    public static string Of(ReadingRoom room, IssuedPack pack)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(pack);
        var dataset = room.Catalogue.Datasets.TryGetValue(pack.Dataset, out var known) ? known.Title : pack.Dataset;
        var area = room.Catalogue.Hierarchies.TryGetValue(pack.Hierarchy, out var hierarchy) && hierarchy.TryFind(pack.Area, out var found) ? found.Title : pack.Area;
        return $"{dataset}: {area}, {pack.Period.InWords()}";
    }
}
