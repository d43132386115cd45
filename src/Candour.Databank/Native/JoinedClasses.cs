namespace Candour.Databank.Native;

/// <summary>
/// Several sources as if they were one: the classes of a row, each in its place value, add up to one number, and one table
/// says which selections accept it. So the words of a row are read from a few small tables and not from one for each column.
/// </summary>
internal sealed class JoinedClasses
{
    private readonly List<(ClassedSource Source, CodePlaces Places)> sources = [];

    private JoinedClasses(IReadOnlyList<ClassedSource> parts, int words)
    {
        Count = parts.Aggregate(1, (product, part) => product * part.Classes.Count);
        Table = new ulong[Count * words];
        Array.Fill(Table, ulong.MaxValue);
        var place = 1;
        foreach (var part in parts)
        {
            sources.Add((part, CodePlaces.Of(part.Classes.PlacesOf(place))));
            for (var joined = 0; joined < Count; joined++)
            {
                part.Classes.And(joined / place % part.Classes.Count, Table.AsSpan(joined * words, words));
            }

            place *= part.Classes.Count;
        }
    }

    /// <summary>How many different numbers the classes of a row can add up to.</summary>
    public int Count { get; }

    /// <summary>For each of them the words that say which selections accept it.</summary>
    public ulong[] Table { get; }

    /// <summary>All sources together; none where their numbers are more than that many.</summary>
    public static JoinedClasses? Whole(IEnumerable<ClassedSource> sources, int words, int most)
    {
        var parts = sources.Where(one => one.Classes.Matters).ToList();
        return parts.Aggregate(1L, (product, part) => Math.Min(product * part.Classes.Count, most + 1L)) > most
            ? null : new JoinedClasses(parts, words);
    }

    /// <summary>Puts sources together, so that there are few tables and each is small.</summary>
    /// <param name="sources">The sources; those of which no selection refuses anything are left out.</param>
    /// <param name="words">How many words a row has.</param>
    /// <param name="most">Up to so many numbers sources are put together; a source of more is alone.</param>
    public static List<JoinedClasses> Of(IEnumerable<ClassedSource> sources, int words, int most)
    {
        var groups = new List<(List<ClassedSource> Parts, int Combinations)>();
        foreach (var source in sources.Where(one => one.Classes.Matters).OrderByDescending(one => one.Classes.Count))
        {
            var own = source.Classes.Count;
            var at = groups.FindIndex(group => (long)group.Combinations * own <= most);
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

    /// <summary>The number of each of some rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="verdicts">Room for the verdicts of the rows.</param>
    /// <param name="joined">Where the numbers go.</param>
    public void Fill(int start, Span<byte> verdicts, Span<ushort> joined)
    {
        joined.Clear();
        foreach (var (source, places) in sources)
        {
            source.Add(start, places, verdicts, joined);
        }
    }
}
