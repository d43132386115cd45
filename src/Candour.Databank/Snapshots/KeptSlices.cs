using System.Collections.Concurrent;
using Candour.Databank.Cells;

namespace Candour.Databank.Snapshots;

/// <summary>
/// The slices that were asked for last: one page asks for the same slice of every area and period, and the next page often again.
/// Kept by what they take in memory and not by their number, for a slice of a large nation is a thousand of a small one.
/// </summary>
internal sealed class KeptSlices
{
    /// <summary>A day takes 24 bytes, so this is about a hundred megabytes.</summary>
    private const long DaysAtMost = 4_000_000;

    /// <summary>A cell takes about as much as so many days.</summary>
    private const int DaysOfACell = 8;

    private readonly ConcurrentDictionary<string, CellTable> kept = [];
    private long days;

    /// <summary>The slice of that name, made when it is not there; when there are too many, all others are given up.</summary>
    public CellTable GetOrAdd(string name, Func<CellTable> make)
    {
        if (kept.TryGetValue(name, out var known))
        {
            return known;
        }

        var made = make();
        var own = made.Cells.Values.Sum(cell => (long)DaysOfACell + cell.Days.Count);
        if (Interlocked.Add(ref days, own) > DaysAtMost)
        {
            kept.Clear();
            Interlocked.Exchange(ref days, own);
        }

        return kept.GetOrAdd(name, made);
    }
}
