using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Readings.Asking;

/// <summary>The definitions do not have what the reference names.</summary>
public sealed record ReferenceIsOfNothing(FigureReference Reference) : Refusal(
    $"The definitions of the snapshot {Reference.Snapshot.Abbreviated} do not have what the reference names: copy it whole from where it was printed.");

/// <summary>Reads a permanent reference as the question that it was.</summary>
public static class Referring
{
    /// <summary>The reading that a reference names, if the room's snapshot is the one that it names.</summary>
    public static Result<Reading> Read(ReadingRoom room, FigureReference reference)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reference);
        if (!room.Catalogue.Measures.TryGetValue(reference.Measure, out var measure)
            || !room.Catalogue.Hierarchies.TryGetValue(reference.Hierarchy, out var hierarchy)
            || hierarchy.Areas.FirstOrDefault(area => area.Id == reference.Area) is not { } area
            || !reference.Breakdown.All(pair => measure.Breakdowns.Contains(pair.Key)))
        {
            return new ReferenceIsOfNothing(reference);
        }

        return measure.Datasets.Where(room.Snapshot.Has).Select(name => room.Catalogue.Datasets[name])
            .Where(dataset => dataset.Hierarchies.Contains(hierarchy.Id) && IsWhole(reference.Period, dataset))
            .Select(dataset => room.Read(measure, new Question(dataset, hierarchy, area, reference.Period, reference.Breakdown)))
            .FirstOrDefault(reading => reading.Reference == reference) is { } found
            ? found
            : new ReferenceIsOfNothing(reference);
    }

    private static bool IsWhole(Period period, Dataset dataset) =>
        period.Months % dataset.Months == 0 && (period.Start.Month - 1) % dataset.Months == 0;
}
