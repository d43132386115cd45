using Candour.Access;
using Candour.Databank.Snapshots;

namespace Candour.Readings.Seeing;

/// <summary>Whose data a snapshot holds: what <see cref="Sight"/> is asked about.</summary>
public static class Holdings
{
    /// <summary>A dataset that the snapshot has. One agency fills it, and all its submissions are of one class.</summary>
    public static Holding Of(ReadableSnapshot snapshot, string dataset)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var first = snapshot.SubmissionsOf(dataset).First();
        return new Holding(snapshot.Catalogue.Datasets[dataset], first.Agency, first.DataClass == "public");
    }
}
