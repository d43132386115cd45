using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Candour.Databank.Native;

/// <summary>
/// Several sources as if they were one: the classes of a row, each in its place value, add up to one number, and one table
/// says which selections accept it. So the words of a row are read from a few small tables and not from one for each column.
/// </summary>
internal sealed class JoinedClasses
{
    /// <summary>Up to so many combinations a table stays in the nearest cache, beside those of the others.</summary>
    private const int CombinationsAtMost = 64;

    private readonly List<(ClassedSource Source, ushort[] Places)> sources = [];
    private readonly ulong[] table;
    private readonly int words;

    private JoinedClasses(IReadOnlyList<ClassedSource> parts, int words)
    {
        this.words = words;
        var combinations = parts.Aggregate(1, (product, part) => product * part.Classes.Count);
        table = new ulong[combinations * words];
        Array.Fill(table, ulong.MaxValue);
        var place = 1;
        foreach (var part in parts)
        {
            sources.Add((part, part.Classes.PlacesOf(place)));
            for (var combination = 0; combination < combinations; combination++)
            {
                part.Classes.And(combination / place % part.Classes.Count, table.AsSpan(combination * words, words));
            }

            place *= part.Classes.Count;
        }
    }

    /// <summary>Puts sources together, so that there are few tables and each is small.</summary>
    /// <param name="sources">The sources; those of which no selection refuses anything are left out.</param>
    /// <param name="words">How many words a row has; a multiple of four.</param>
    public static List<JoinedClasses> Of(IEnumerable<ClassedSource> sources, int words)
    {
        var groups = new List<(List<ClassedSource> Parts, int Combinations)>();
        foreach (var source in sources.Where(one => one.Classes.Matters).OrderByDescending(one => one.Classes.Count))
        {
            var own = source.Classes.Count;
            var at = groups.FindIndex(group => (long)group.Combinations * own <= CombinationsAtMost);
            if (at < 0)
            {
                groups.Add(([source], own));
            }
            else
            {
                groups[at].Parts.Add(source);
                groups[at] = groups[at] with { Combinations = groups[at].Combinations * own };
            }
        }

        return [.. groups.Select(group => new JoinedClasses(group.Parts, words))];
    }

    /// <summary>Keeps of the words of some rows only the bits that their classes allow.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="verdicts">Room for the verdicts of the rows.</param>
    /// <param name="joined">Room for a number of each row; as many as there are rows.</param>
    /// <param name="into">The words of the rows.</param>
    public void And(int start, Span<byte> verdicts, Span<ushort> joined, Span<ulong> into)
    {
        joined.Clear();
        foreach (var (source, places) in sources)
        {
            source.Add(start, places, verdicts, joined);
        }

        ref var allowed = ref MemoryMarshal.GetArrayDataReference(table);
        ref var row = ref MemoryMarshal.GetReference(into);
        for (var i = 0; i < joined.Length; i++)
        {
            var at = joined[i] * words;
            for (var word = 0; word < words; word += BoundPlan.WordsTogether)
            {
                var kept = Vector256.LoadUnsafe(ref row, (nuint)((i * words) + word))
                    & Vector256.LoadUnsafe(ref allowed, (nuint)(at + word));
                kept.StoreUnsafe(ref row, (nuint)((i * words) + word));
            }
        }
    }
}
