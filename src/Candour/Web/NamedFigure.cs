using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>The figure that a permanent reference names, answered by the present snapshot.</summary>
public static class NamedFigure
{
    /// <summary>The same question to the present snapshot; null when it was never a question of these definitions.</summary>
    public static Reading? Resolve(ReadingRoom room, FigureReference reference)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reference);
        if (!room.Catalogue.Measures.TryGetValue(reference.Measure, out var measure) || Dataset(room, measure, reference) is not { } dataset)
        {
            return null;
        }

        var asked = new Asked(
            reference.Area, reference.Period.ToString(), [.. reference.Breakdown.Select(pair => $"{pair.Key}={pair.Value}")], dataset.Id);
        return room.Read(measure.Id, asked).Match(
            reading => IsSameQuestion(reading.Reference, reference) ? reading : null, _ => null);
    }

    private static Dataset? Dataset(ReadingRoom room, Measure measure, FigureReference reference) => measure.Datasets
        .Where(room.Seen.Has).Select(name => room.Catalogue.Datasets[name])
        .FirstOrDefault(dataset => dataset.Hierarchy == reference.Hierarchy && room.Snapshot.AgencyOf(dataset.Id) == reference.Agency);

    /// <summary>Inputs, versions and the day of the hierarchy may be others; what is asked may not.</summary>
    private static bool IsSameQuestion(FigureReference present, FigureReference named) => present == named with
    {
        Snapshot = present.Snapshot,
        Version = present.Version,
        MethodVersion = present.MethodVersion,
        HierarchyDate = present.HierarchyDate,
    };
}
