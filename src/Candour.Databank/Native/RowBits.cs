namespace Candour.Databank.Native;

/// <summary>The rows of an area that later passes need: those of each day and distinct counter that have a period.</summary>
internal sealed class RowBits
{
    private readonly IGrouping<int, (int Shift, int Set)>[] byWord;
    private readonly int[] days;
    private readonly int[] distinct;
    private RowSet[] sets = [];

    public RowBits(BoundBasis basis)
    {
        days = [.. Enumerable.Range(0, basis.Plan.Days.Count)];
        distinct = [.. Enumerable.Range(days.Length, basis.Plan.Distinct.Count)];
        byWord =
        [
            .. days.Select(at => basis.FirstDayBit + at)
                .Concat(Enumerable.Range(basis.FirstDistinctBit, basis.Plan.Distinct.Count))
                .Select((bit, set) => (Word: basis.FirstWord + (bit / 64), Shift: bit % 64, Set: set))
                .GroupBy(one => one.Word, one => (one.Shift, one.Set)),
        ];
    }

    /// <summary>Whether there are any counters of that kind.</summary>
    public bool IsNeeded => byWord.Length > 0;

    /// <summary>The rows of each day counter.</summary>
    public IReadOnlyList<RowSet> Days => [.. days.Select(at => sets[at])];

    /// <summary>The rows of each distinct counter.</summary>
    public IReadOnlyList<RowSet> Distinct => [.. distinct.Select(at => sets[at])];

    /// <summary>Makes room for the rows of an area, from the first to before the end.</summary>
    public void Begin(int first, int end) => sets = [.. days.Concat(distinct).Select(_ => new RowSet(first, end))];

    /// <summary>Remembers some rows.</summary>
    /// <param name="start">The first of them, a whole number of times 64 after the first row of the area.</param>
    /// <param name="periods">The position of the period of each; below 0 for none.</param>
    /// <param name="words">The words of each.</param>
    /// <param name="stride">How many words a row has.</param>
    public void Add(int start, ReadOnlySpan<int> periods, ReadOnlySpan<ulong> words, int stride)
    {
        Span<ulong> own = stackalloc ulong[RowSet.RowsTogether];
        foreach (var word in byWord)
        {
            for (var at = 0; at < periods.Length; at += RowSet.RowsTogether)
            {
                var count = Math.Min(RowSet.RowsTogether, periods.Length - at);
                for (var row = 0; row < count; row++)
                {
                    own[row] = words[unchecked(((at + row) * stride) + word.Key)] & HasPeriod(periods[at + row]);
                }

                foreach (var (shift, set) in word)
                {
                    sets[set].Set(start + at, Gathered(own[..count], shift));
                }
            }
        }
    }

    /// <summary>All bits where there is a period, none where there is not.</summary>
    private static ulong HasPeriod(int period) => unchecked((ulong)(long)~(period >> 31));

    /// <summary>The same bit of several words, side by side.</summary>
    private static ulong Gathered(ReadOnlySpan<ulong> words, int shift)
    {
        var gathered = 0UL;
        for (var row = 0; row < words.Length; row++)
        {
            gathered |= (words[row] >> shift & 1) << row;
        }

        return gathered;
    }
}
