namespace Candour.Databank.Columns;

/// <summary>
/// A column while its rows come: numbers from 0 on, 0 for missing. Every so many rows are put away in the fewest bytes, so
/// that a column takes about as much memory while it grows as when it is whole.
/// </summary>
internal sealed class GrowingColumn
{
    private const int RowsTogether = 1 << 16;

    private readonly List<(PackedColumn Codes, int Before)> packed = [];
    private int[] open = [];
    private int used;

    public int Count => (packed.Count * RowsTogether) + used;

    /// <summary>The smallest number that is not missing; the largest there is where all are missing.</summary>
    public int Smallest { get; private set; } = int.MaxValue;

    /// <summary>The largest number; 0 where all are missing.</summary>
    public int Largest { get; private set; }

    public void Add(int number)
    {
        if (used == open.Length)
        {
            Array.Resize(ref open, Math.Clamp(used * 2, 16, RowsTogether));
        }

        open[used++] = number;
        Smallest = number > 0 ? Math.Min(Smallest, number) : Smallest;
        Largest = Math.Max(Largest, number);
        if (used == RowsTogether)
        {
            PutAway();
        }
    }

    /// <summary>The whole column, in the fewest bytes; what was put away is given up.</summary>
    /// <param name="before">What is taken from every number that is not missing.</param>
    /// <param name="codes">How many different numbers there then can be.</param>
    public PackedColumn Finish(int before, int codes)
    {
        var column = PackedColumn.Of(Count, codes, Pieces(before));
        packed.Clear();
        (open, used) = ([], 0);
        return column;
    }

    private IEnumerable<ReadOnlyMemory<int>> Pieces(int before)
    {
        var piece = new int[RowsTogether];
        foreach (var (own, taken) in packed)
        {
            own.Copy(0, piece);
            Shift(piece, taken - before);
            yield return piece;
        }

        var rest = open[..used];
        Shift(rest, -before);
        yield return rest;
    }

    private void PutAway()
    {
        var (smallest, largest) = (int.MaxValue, 0);
        foreach (var number in open)
        {
            smallest = number > 0 ? Math.Min(smallest, number) : smallest;
            largest = Math.Max(largest, number);
        }

        var before = largest == 0 ? 0 : smallest - 1;
        Shift(open, -before);
        packed.Add((PackedColumn.Of(used, largest - before + 1, [open]), before));
        used = 0;
    }

    private static void Shift(int[] numbers, int by)
    {
        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = numbers[at] == 0 ? 0 : numbers[at] + by;
        }
    }
}
