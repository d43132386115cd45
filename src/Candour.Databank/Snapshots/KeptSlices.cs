using System.Collections.Concurrent;

namespace Candour.Databank.Snapshots;

/// <summary>
/// The slices that were asked for last: one page asks for the same slice of every area and period, and the next page often again.
/// Kept by what they take in memory and not by their number, for a slice of a large nation is a thousand of a small one.
/// </summary>
/// <param name="bytesOf">About how many bytes one takes.</param>
internal sealed class KeptSlices<TSlice>(Func<TSlice, long> bytesOf)
{
    private const long BytesAtMost = 100_000_000;

    private readonly ConcurrentDictionary<string, TSlice> kept = [];
    private long bytes;

    /// <summary>The slice of that name, made when it is not there; when there are too many, all others are given up.</summary>
    public TSlice GetOrAdd(string name, Func<TSlice> make)
    {
        if (kept.TryGetValue(name, out var known))
        {
            return known;
        }

        var made = make();
        var own = bytesOf(made);
        if (Interlocked.Add(ref bytes, own) > BytesAtMost)
        {
            kept.Clear();
            Interlocked.Exchange(ref bytes, own);
        }

        return kept.GetOrAdd(name, made);
    }
}
