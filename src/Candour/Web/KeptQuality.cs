using System.Collections.Concurrent;
using Candour.Definitions;
using Candour.Readings.Figures;
using Candour.Readings.Recording;

namespace Candour.Web;

/// <summary>Keeps how complete the datasets of the current snapshot are; it is for whoever sees the whole of one, and the same for all of them.</summary>
public sealed class KeptQuality
{
    private const int Kept = 200;

    private readonly ConcurrentDictionary<(string Snapshot, string Dataset), Lazy<DatasetQuality>> kept = [];

    /// <exception cref="InvalidOperationException">The room is of somebody who sees a part.</exception>
    public DatasetQuality Of(ReadingRoom room, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        if (!room.Seen.SeesWhole(dataset))
        {
            throw new InvalidOperationException($"How complete '{dataset.Id}' is, is for whoever sees the whole of it.");
        }

        if (kept.Count >= Kept)
        {
            kept.Clear();
        }

        return kept.GetOrAdd((room.Snapshot.Record.Id.Hex, dataset.Id), _ => new Lazy<DatasetQuality>(() => DatasetQuality.Of(room, dataset))).Value;
    }
}
